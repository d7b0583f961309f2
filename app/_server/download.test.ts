import { expect, test } from 'vitest';
import { disposition, fileName, type NamedFile } from './download.ts';

const file = (ar: string, en: string): NamedFile => ({
  title: { ar, en },
  country: 'XA',
  kinds: ['facing'],
  day: '2026-11-25',
  ending: 'pdf',
});

test('a file’s name says in both languages what it is, and when it was made', () => {
  expect(fileName(file('خطة العمل الوطنية 2027-2031: إنصاف', 'National Plan 2027–2031: Fairness'))).toBe(
    'خطة العمل الوطنية 2027-2031 إنصاف - National Plan 2027–2031 Fairness - مسودة draft - 2026-11-25.pdf',
  );
  expect(fileName(file('', 'Plan'))).toBe('Plan - مسودة draft - 2026-11-25.pdf');
  expect(fileName(file(' ', '\n'))).toBe('national-action-plan-xa - مسودة draft - 2026-11-25.pdf');
});

test.each([
  ['a way out of the folder', '../../etc/passwd', 'C:\\plan'],
  ['line breaks', 'خطة\r\nSet-Cookie: a=b', 'Plan\u0000\u2028x'],
  ['characters that turn the order', '\u202Eexe.fdp', '\u2066Plan\u2069'],
  ['half a character', '\ud800', 'a\udfff'],
  ['very long words', 'ا'.repeat(20_000), '𐎀'.repeat(5000)],
  ['very many words', 'كلمة '.repeat(900), 'word '.repeat(900)],
  ['quotes', '"; filename="x', "it's (*)"],
])('a title with %s makes a name that can be stored', (_, ar, en) => {
  const name = fileName(file(ar, en));
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
  expect(name).toMatch(/^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N} .,–-]*\.pdf$/u);
  const head = disposition(name, file(ar, en));
  expect(head).toMatch(
    /^attachment; filename="national-action-plan-xa-facing-2026-11-25\.pdf"; filename\*=UTF-8''[A-Za-z0-9._~%-]+$/,
  );
  expect(decodeURIComponent(head.split("''")[1] ?? '')).toBe(name);
});

test('a title gives way where a name says much of the file', () => {
  const long = 'كلمة '.repeat(90);
  const name = fileName({ ...file(long, 'word '.repeat(90)), kinds: ['adoptedEn', 'public', 'first'], ending: 'xlsx' });
  expect(name).toMatch(
    /^كلمة.* - word.* - النسخة المعتمدة بالإنكليزية .* adopted edition in English public first pages - 2026-11-25\.xlsx$/,
  );
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
});
