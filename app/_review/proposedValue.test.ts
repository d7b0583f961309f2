import { describe, expect, test } from 'vitest';
import { proposedValue } from './proposedValue.ts';

const action = 'actions.018f3b1e-0000-7000-8000-000000000001';

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
