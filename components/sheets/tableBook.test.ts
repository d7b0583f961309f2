import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { loadMessages } from '#i18n/messages';
import ar from '#locales/ar/desk';
import en from '#locales/en/desk';
import { type DeskAsked, readDesk } from '#review/deskList';
import { waiting } from '#review/waiting';
import { coverageBook, type PlanChoices } from '../review/coverageBook.ts';
import { deskBook, deskFileName } from '../review/deskBook.ts';
import { openWorkbook } from './openWorkbook.ts';
import { writeTableBook } from './tableBook.ts';

const at = (day: number) => new Date(Date.UTC(2027, 2, day, 9));
const country = { code: 'XA', nameAr: 'بلد المثال', nameEn: 'Example' };
const hostile = '=HYPERLINK("http://evil.invalid","x")';
const plans = [
  {
    country,
    title: { ar: 'خطة العمل', en: hostile },
    waiting: waiting({
      round: { number: 2, sentAt: at(4), dueAt: new Date('2027-04-01T00:00:00Z') },
      decision: null,
      adoption: null,
      asked: { adviser: { threads: 3, since: at(5) } },
    }),
    counts: { mustFix: 5, consider: 6, wordings: 7 },
    scope: 'sent' as const,
    until: new Date('2028-01-01T00:00:00Z'),
  },
  {
    country: { code: 'XB', nameAr: '@SUM(A1)', nameEn: '+1' },
    title: null,
    waiting: waiting({ round: null, decision: null, adoption: null }),
    counts: { mustFix: 0, consider: 0, wordings: 0 },
    scope: 'drafts' as const,
    until: new Date('2028-01-01T00:00:00Z'),
  },
];
const asked: DeskAsked = readDesk({ q: '-2+3', state: 'sent', sort: 'due' });
const wording = async (locale: 'ar' | 'en') => ({ locale, messages: await loadMessages(locale), day: '2027-03-09' });
const cellsOf = (sheet: Awaited<ReturnType<typeof openWorkbook>>[number] | undefined) =>
  [...(sheet?.rows ?? new Map()).values()].map((cells) => [...cells.values()]);

test.each([
  ['ar', ar, 'بلد المثال'],
  ['en', en, 'Example'],
] as const)(
  'a desk in %s has a row for each plan, with numbers, days, and what was asked',
  async (locale, words, name) => {
    const bytes = await writeTableBook(deskBook(plans, asked, await wording(locale)));
    const [sheet, about] = await openWorkbook(bytes);
    const [heads, first, second] = cellsOf(sheet);
    expect(heads).toHaveLength(15);
    expect([sheet?.name, about?.name]).toEqual([words.nav.plans, words.sheet.about]);
    expect(first).toEqual(
      expect.arrayContaining([
        { text: name },
        { text: 'خطة العمل' },
        { text: words.waitsFor.adviser },
        { day: '2027-03-04' },
        { day: '2027-03-31' },
        { day: '2027-12-31' },
        ...[2, 3, 5, 6, 7].map((number) => ({ number })),
      ]),
    );
    expect(second).toEqual(expect.arrayContaining([{ text: words.scopes.drafts }, { number: 0 }]));
    expect(cellsOf(about).flat()).toEqual(expect.arrayContaining([{ text: words.sorts.due }]));
  },
);

test('what begins like a formula is a text, in every cell', async () => {
  const files = unzipSync(await writeTableBook(deskBook(plans, asked, await wording('ar'))));
  const all = Object.values(files)
    .map((bytes) => strFromU8(bytes))
    .join('\n');
  expect(all).not.toContain('<f>');
  for (const text of ['=HYPERLINK(', '@SUM(A1)', '-2+3']) expect(all).toContain(text);
});

test('the coverage has the figures of all recommendations, and each decision with its reason', async () => {
  const id = 'pve-44-a';
  const reason = { ar: 'الأسباب مذكورة في القانون', en: '=1+1' };
  const choices: PlanChoices[] = [
    {
      country,
      title: { ar: 'خطة', en: 'Plan' },
      number: 3,
      choices: { [id]: 'defer' },
      reasons: { [id]: reason },
    },
    { country, title: { ar: '', en: 'Other' }, number: 1, choices: { [id]: 'adopt' }, reasons: {} },
  ];
  const bytes = await writeTableBook(coverageBook(choices, await wording('ar')));
  const [figures, decisions] = await openWorkbook(bytes);
  const row = cellsOf(figures).find((cells) => cells.some((cell) => 'text' in cell && cell.text === '44 (أ)'));
  expect(row?.filter((cell) => 'number' in cell)).toEqual([1, 0, 0, 1, 0].map((number) => ({ number })));
  const [, first, second, ...rest] = cellsOf(decisions);
  expect(first).toEqual(expect.arrayContaining([{ number: 3 }, { text: reason.ar }, { text: reason.en }]));
  expect(second).toEqual(expect.arrayContaining([{ number: 1 }, { text: 'Other' }]));
  expect(rest).toEqual([]);
});

test('the name of a file is in both languages, and plain for programs that know no other', () => {
  const head = deskFileName('desk', '2027-03-09');
  expect(head).toContain('filename="desk-2027-03-09.xlsx"');
  expect(decodeURIComponent(head)).toContain(`${ar.sheet.files.desk} - ${en.sheet.files.desk} - 2027-03-09.xlsx`);
});
