import { expect, test } from 'vitest';
import type * as z from 'zod';
import { adoptForm, grantForm, sendForm } from './countryForms.ts';

const id = '019ac000-0000-7000-8000-000000000001';
const ofPlan = { locale: 'ar', planId: id, countryId: id };

/** The first refusal and its field, as a page says it, or what was read. */
function read(schema: z.ZodType, values: Record<string, string>) {
  const parsed = schema.safeParse({ ...ofPlan, ...values });
  const issue = parsed.error?.issues[0];
  return issue ? [issue.path.join('.'), issue.message] : parsed.data;
}

test('sending asks for the password, and for a day where one is given', () => {
  const typed = { note: 'First line\r\nSecond', dueOn: '', password: 'sample password' };
  expect(read(sendForm, typed)).toMatchObject({ note: 'First line\nSecond', dueOn: '' });
  expect(read(sendForm, { ...typed, dueOn: '2027-03-31' })).toMatchObject({ dueOn: '2027-03-31' });
  expect(read(sendForm, { ...typed, dueOn: '2027-02-30' })).toEqual(['dueOn', 'dueInvalid']);
  expect(read(sendForm, { ...typed, dueOn: 'soon' })).toEqual(['dueOn', 'dueInvalid']);
  expect(read(sendForm, { ...typed, password: '' })).toEqual(['password', 'passwordMissing']);
  expect(read(sendForm, { ...typed, password: 'x'.repeat(129) })).toEqual(['password', 'wrongPassword']);
});

test('letting an adviser in asks who, how far and until when', () => {
  const typed = { adviserId: id, scope: 'sent', until: '2027-03-31' };
  expect(read(grantForm, typed)).toMatchObject(typed);
  expect(read(grantForm, { ...typed, adviserId: '' })).toEqual(['adviserId', 'adviserMissing']);
  expect(read(grantForm, { ...typed, scope: 'all' })).toEqual(['scope', 'scopeInvalid']);
  expect(read(grantForm, { adviserId: id, until: '2027-03-31' })).toEqual(['scope', 'scopeInvalid']);
  expect(read(grantForm, { ...typed, until: '' })).toEqual(['until', 'untilInvalid']);
});

test('adopting asks for the version, an authority in one language at least, and the day', () => {
  const typed = {
    ...{ version: 'draft', authorityAr: '', authorityEn: ' Cabinet ', decree: ' 7/2027 ' },
    ...{ adoptedOn: '2027-03-31', password: 'sample password' },
  };
  expect(read(adoptForm, typed)).toMatchObject({ version: 'draft', authorityEn: 'Cabinet', decree: '7/2027' });
  expect(read(adoptForm, { ...typed, version: id })).toMatchObject({ version: id });
  expect(read(adoptForm, { ...typed, version: 'latest' })).toEqual(['version', 'versionMissing']);
  expect(read(adoptForm, { ...typed, authorityEn: '  ' })).toEqual(['authorityAr', 'authorityMissing']);
  expect(read(adoptForm, { ...typed, adoptedOn: '' })).toEqual(['adoptedOn', 'dateInvalid']);
});
