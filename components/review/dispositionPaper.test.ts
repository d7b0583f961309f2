import { expect, test } from 'vitest';
import { loadMessages } from '#i18n/messages';
import { inOrder, planSchema } from '#plan/schema';
import samplePlan from '../../prisma/seed/samplePlan.json' with { type: 'json' };
import { placeText, placeWords } from '../plan/placeWords.ts';
import { shownWording } from './dispositionWording.ts';
import { tablePaper } from './testDispositions.ts';

const plan = planSchema.parse(samplePlan);
const [action] = inOrder(plan.actions);
const [indicator] = inOrder(action?.indicators ?? {});
const inWords = async (locale: 'ar' | 'en', more: { digits?: 'latin' | 'arabicIndic' } = {}) => ({
  ...{ plan, locale, messages: await loadMessages(locale) },
  ...more,
});
const gone = '0190b3a1-0000-7000-8000-000000000001';

test.each([
  ['about.summary.ar', ['About the plan', 'Summary', 'Arabic']],
  ['about.summary', ['About the plan', 'Summary']],
  ['actions', ['Actions']],
  [`actions.${action?.id}.safeguards`, ['Action 1', 'Review counter-terrorism and prevention laws', 'Safeguards']],
  [`actions.${action?.id}.indicators`, ['Action 1', 'Review counter-terrorism', 'Indicators']],
  [`actions.${action?.id}.indicators.${indicator?.id}.target`, ['Action 1', 'Review', 'Indicator 1', '', 'Target']],
  [`actions.${gone}.title`, ['Action', 'Title']],
  ['decisions.pve-54-a.reason', ['Choice of recommendations', '54 (a): ', 'Reason']],
  ['nothing.there', []],
])('the place %s reads in the words of the interface', async (path, expected) => {
  const words = placeWords(path, await inWords('en')).map(({ text }) => text);
  expect(words).toHaveLength(expected.length);
  words.forEach((word, index) => {
    expect(word.startsWith(expected[index] ?? '')).toBe(true);
  });
});

test('in Arabic it has its own words, figures and lettering, and a title in the other language keeps its order', async () => {
  const arabic = await inWords('ar', { digits: 'arabicIndic' });
  expect(placeWords(`actions.${action?.id}.title`, arabic)[0]).toEqual({ text: 'إجراء ١', lang: 'ar' });
  expect(placeText('decisions.pve-54-a', arabic)).toContain('54 (أ)');
  const untranslated = structuredClone(plan);
  const [first] = inOrder(untranslated.actions);
  if (first) untranslated.actions[first.id] = { ...first, title: { ar: '', en: 'Only English' } };
  const words = placeWords(`actions.${first?.id}`, { ...arabic, plan: untranslated });
  expect(words[1]).toEqual({ text: 'Only English', lang: 'en', given: true });
  expect(placeText(`actions.${first?.id}`, { ...arabic, plan: untranslated })).toContain('\u2068Only English\u2069');
});

test('values read as the form shows them, and texts can be compared in their language', async () => {
  const en = await inWords('en');
  expect(shownWording('about.title.ar', { from: '', to: 'خطة' }, en)).toEqual({ language: 'ar', from: '', to: 'خطة' });
  const date = `actions.${action?.id}.start`;
  expect(shownWording(date, { from: '', to: '2027-05-01' }, en)).toEqual({
    language: null,
    from: '',
    to: '1 May 2027',
  });
  const arabic = await inWords('ar', { digits: 'arabicIndic' });
  expect(shownWording(date, { from: '', to: '2027-05-01' }, arabic).to).toBe('١ أيار/مايو ٢٠٢٧');
  const lead = plan.agencies[action?.leadAgency ?? ''];
  const agency = shownWording(`actions.${action?.id}.leadAgency`, { from: null, to: action?.leadAgency }, en);
  expect(agency.to).toContain(lead?.name.en);
  expect(shownWording('nothing.there', { from: 1, to: 'x' }, en)).toEqual({ language: null, from: '', to: 'x' });
});

test('the table as a document is numbered, tells what became of each passage, and covers its rounds in order', async () => {
  const { rows, rounds, digits, isRestricted } = await tablePaper('en');
  expect(rows.map(({ number }) => number)).toEqual(rows.map((_, index) => index + 1));
  expect(new Set(rows.map(({ did }) => did))).toEqual(
    new Set(['open', 'answered', 'resolved', 'accepted', 'declined']),
  );
  expect(rows.map(({ standing }) => standing)).toEqual(expect.arrayContaining(['here', 'wordsGone', 'gone']));
  expect(rounds).toMatchObject([
    { number: 1, outcome: 'returned', decidedAt: '2027-03-08T09:00:00.000Z' },
    { number: 2, outcome: null, decidedAt: '' },
  ]);
  expect([digits, isRestricted]).toEqual([plan.about.digits, true]);
});
