import { expect, test } from 'vitest';
import { email, joinForm, newPassword, personName } from './forms.ts';

const codeOf = (result: { success: boolean; error?: { issues: { message: string }[] } }) =>
  result.success ? null : result.error?.issues[0]?.message;

test('a name keeps its letters and loses what is around them', () => {
  expect(personName.parse('  عبد  الرحمن O’Neil ')).toBe('عبد الرحمن O’Neil');
});

test.each([
  ['', 'nameMissing'],
  ['   ', 'nameMissing'],
  ['x'.repeat(121), 'nameTooLong'],
  ['Amal\u202eladdaH', 'nameHidden'],
  ['A\u200bmal', 'nameHidden'],
  ['A\u0000mal', 'nameHidden'],
  ['A\ud800', 'nameHidden'],
])('the name %j is refused', (name, code) => {
  expect(codeOf(personName.safeParse(name))).toBe(code);
});

test('an address is one, however its letters are written', () => {
  expect(email.parse(' Amal@Ministry.Example ')).toBe('amal@ministry.example');
  expect(codeOf(email.safeParse(''))).toBe('emailMissing');
  expect(codeOf(email.safeParse('amal'))).toBe('emailWrong');
});

test('a password is long, and no repetition; nothing is asked of its characters', () => {
  expect(newPassword.safeParse('رحلة طويلة إلى البحر').success).toBe(true);
  expect(codeOf(newPassword.safeParse('Sh0rt!'))).toBe('passwordShort');
  expect(codeOf(newPassword.safeParse('aaaaaaaaaaaaaa'))).toBe('passwordSimple');
  expect(codeOf(newPassword.safeParse('x1'.repeat(80)))).toBe('passwordLong');
  const form = {
    token: 't',
    name: 'Amal',
    email: 'amal.haddad@sample.test',
    password: 'amal.haddad2026',
    locale: 'ar',
  };
  expect(codeOf(joinForm.safeParse(form))).toBe('passwordSimple');
});
