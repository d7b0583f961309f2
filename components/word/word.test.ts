import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import enPrint from '#locales/en/print';
import { leaves, outline } from '#plan/outline';
import { type PrintOptions, usualPrint } from '#plan/printOptions';
import { emptyPlan, type Plan, planSchema } from '#plan/schema';
import samplePlan from '../../prisma/seed/samplePlan.json' with { type: 'json' };
import { paragraphs } from '../edition/paragraphs.ts';
import { writable } from '../edition/writable.ts';
import { writeWord } from './document.ts';
import { inDirections } from './text.ts';

const plan = planSchema.parse(samplePlan);
const arabic = /\p{Script=Arabic}/u;
const latin = /\p{Script=Latin}/u;

/** The body of a Word document: its XML, and its paragraphs with their runs. */
async function written({ plan: of, ...options }: Partial<PrintOptions> & { plan: Plan }) {
  const file = await writeWord({ plan: of, options: { ...usualPrint, ...options }, draft: true, date: '2026-11-25' });
  const xml = strFromU8(unzipSync(file)['word/document.xml'] ?? new Uint8Array());
  // The contents have a direction by their style: a word processor makes them anew.
  const own = [...xml.matchAll(/<w:p>(.*?)<\/w:p>/gs)].filter(([, inside = '']) => !inside.includes('w:val="TOC'));
  const found = own.map(([, inside = '']) => ({
    isRightToLeft: /<w:pPr>.*<w:bidi\/>.*<\/w:pPr>/s.test(inside),
    runs: [...inside.matchAll(/<w:r>(.*?)<\/w:r>/gs)].map(([, run = '']) => ({
      isRightToLeft: run.includes('<w:rtl/>'),
      text: unescaped([...run.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join('')),
    })),
  }));
  const styles = strFromU8(unzipSync(file)['word/styles.xml'] ?? new Uint8Array());
  return {
    xml,
    styles,
    paragraphs: found.map((each) => ({ ...each, text: each.runs.map(({ text }) => text).join('') })),
  };
}
const unescaped = (text: string) =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');

let facing: Awaited<ReturnType<typeof written>>;
let alone: Awaited<ReturnType<typeof written>>;
beforeAll(async () => {
  facing = await written({ plan });
  alone = await written({ plan, layout: 'ar' });
});

test('every text of the plan stands in its Word document, in both languages or in the one that is asked for', () => {
  const texts = (language: 'ar' | 'en') =>
    leaves(outline(plan))
      .flatMap((leaf) => (leaf.kind === 'line' || leaf.kind === 'prose' ? [leaf.value[language]] : []))
      .flatMap(paragraphs)
      .map((text) => writable(text));
  const all = facing.paragraphs.map(({ text }) => text).join('\n');
  const missing = [...texts('ar'), ...texts('en')].filter((text) => !all.includes(text));
  expect(missing).toEqual([]);
  const arabicOnly = alone.paragraphs.map(({ text }) => text).join('\n');
  expect(texts('ar').filter((text) => !arabicOnly.includes(text))).toEqual([]);
  expect(texts('en').filter((text) => text.length > 60 && arabicOnly.includes(text))).toEqual([]);
});

test('what is Arabic runs from right to left, paragraph and words, and what is Latin in it from left to right', () => {
  expect(alone.paragraphs.filter(({ text }) => arabic.test(text)).length).toBeGreaterThan(1000);
  for (const { isRightToLeft, runs, text } of alone.paragraphs) {
    if (arabic.test(text)) expect(isRightToLeft, text).toBe(true);
    for (const run of runs) {
      if (arabic.test(run.text)) expect(run.isRightToLeft, run.text).toBe(true);
      if (latin.test(run.text)) expect(run.isRightToLeft, run.text).toBe(false);
    }
  }
  expect(alone.styles).toMatch(/w:styleId="TOC1".*?<w:bidi\/>.*?<\/w:style>/s);
});

test('headings make the contents, tables in Arabic are mirrored, and their heads stand on every page', () => {
  for (const level of [1, 2, 3, 4]) expect(facing.xml).toContain(`<w:pStyle w:val="Heading${level}"/>`);
  expect(facing.xml).toMatch(/TOC .*\\o (&quot;|")1-2/);
  const tables = [...facing.xml.matchAll(/<w:tblPr>(.*?)<\/w:tblPr>/gs)].map(([, inside = '']) => inside);
  expect(tables.filter((table) => table.includes('<w:bidiVisual'))).toHaveLength(5);
  expect([...facing.xml.matchAll(/<w:tblHeader\/>/g)]).toHaveLength(10);
});

test('a text in one language only says so in the other, and an empty plan is a document too', async () => {
  const begun = emptyPlan();
  begun.about.foreword = { ar: 'تصدير وحيد', en: '' };
  const { paragraphs: found } = await written({ plan: begun });
  const texts = found.map(({ text }) => text);
  expect(texts).toContain('تصدير وحيد');
  expect(texts).toContain(enPrint.notTranslated);
  expect((await written({ plan: emptyPlan(), layout: 'en' })).paragraphs.length).toBeGreaterThan(5);
});

test('signs that XML can’t hold are shown by their codes, and marks that turn the order don’t get through', async () => {
  const hostile = emptyPlan();
  hostile.about.foreword.en = 'a\u0000b\u0008c \ud800 <w:p>&amp; \u202etxt.exe ]]>';
  const { xml, paragraphs: found } = await written({ plan: hostile });
  expect(found.map(({ text }) => text)).toContain('a[U+0000]b[U+0008]c [U+D800] <w:p>&amp; txt.exe ]]>');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
  expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202a-\u202e\u2066-\u2069]/);
});

test('a text is parted where its direction changes, and put together is the same', () => {
  const text = 'قرار A/RES/70/291 وهيئة UN Women (UNW) في 2027.';
  const pieces = inDirections(text, 'ar');
  expect(pieces.map((piece) => piece.text).join('')).toBe(text);
  expect(pieces.filter(({ isRightToLeft }) => !isRightToLeft).map((piece) => piece.text)).toEqual([
    'A/RES/70/291',
    'UN Women',
    '(UNW)',
  ]);
});
