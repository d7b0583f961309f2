import { describe, expect, test } from 'vitest';
import { proposedValue } from './proposedValue.ts';

const action = 'actions.018f3b1e-0000-7000-8000-000000000001';

test.each([
  [`${action}.sdg`, ['16.3', '5.1'], ['16.3', '5.1']],
  [`${action}.sdg`, [], []],
  [`${action}.partners`, ['018f3b1e-0000-7000-8000-000000000009'], ['018f3b1e-0000-7000-8000-000000000009']],
])('of a field with boxes what is ticked is read: %s %j', (path, ticked, value) => {
  expect(proposedValue(path, '', ticked)).toEqual({ ok: true, value });
});

test('a box that isn’t one of the list is refused', () => {
  expect(proposedValue(`${action}.sdg`, '', ['99.9'])).toEqual({ ok: false, code: 'notValue' });
  expect(proposedValue(`${action}.youth`, 'true')).toEqual({ ok: true, value: true });
  expect(proposedValue(`${action}.youth`, '')).toEqual({ ok: true, value: false });
});

describe('what is proposed for a field is read as its own form reads it', () => {
  test.each([
    ['about.title.ar', 'خطة', 'خطة'],
    ['about.title.ar', '', ''],
    ['about.title.en', 'one\r\ntwo', 'one\ntwo'],
    ['about.start', '2027-01-01', '2027-01-01'],
    [`${action}.cost`, '1,500.5', '1500.5'],
    [`${action}.indicators.018f3b1e-0000-7000-8000-000000000002.targetYear`, '٢٠٢٩', 2029],
    [`${action}.indicators.018f3b1e-0000-7000-8000-000000000002.targetYear`, '', null],
    [`${action}.leadAgency`, '', null],
    ['decisions.pve-54-a.decision', 'adopt', 'adopt'],
  ])('%s: %j', (path, typed, value) => {
    expect(proposedValue(path, typed)).toEqual({ ok: true, value });
  });

  test.each([
    [`${action}.cost`, 'a lot', 'notValue'],
    ['decisions.pve-54-a.decision', 'perhaps', 'notValue'],
    ['about.title.ar', 'خ'.repeat(100_001), 'tooLong'],
    ['about.title.ar', 'a\u0000', 'notText'],
    ['nothing.at.all', 'a', 'notValue'],
  ])('%s refuses %j', (path, typed, code) => {
    expect(proposedValue(path, typed)).toEqual({ ok: false, code });
  });
});
