import { beforeAll, describe, expect, it } from 'vitest';
import samplePlan from '../../prisma/seed/samplePlan.json' with { type: 'json' };
import type { Ink } from './pictures.ts';
import {
  ar,
  besideChromium,
  column,
  differences,
  differing,
  en,
  escaped,
  type Look,
  type Passage,
  type Setting,
  SIZE,
} from './testChromium.ts';
import { glyphsOf, type Line, linesIn } from './testSheet.ts';
import { textsIn } from './text.ts';

const { printedInk, chromiumInk, linesInChromium } = besideChromium();

const written = [
  ar('خطة العمل الوطنية لمنع التطرف العنيف'),
  ar('مُنَظَّمَةُ الْأُمَمِ الْمُتَّحِدَةِ'),
  ar('يُقَيَّمُ الشَّبَابُ، إِنَّهُ مَبْدَأٌ'),
  ar('لا للتطرف، ولأجل الأطفال والآباء'),
  ar('الشـــباب والتطـــوير'),
  ar('قرار الجمعية A/RES/70/254 (UNDP)'),
  ar('UNDP (A/70/674) يبدأ بها'),
  ar('قبل 12/2029 هاتف +964 770'),
  ar('12/2029 هو الموعد الأخير لها'),
  ar('(أولاً) [ثانيًا] «ثالثًا» 45%'),
  ar('الأمن والعدالة (UNODC)، و25% من 30'),
  ar('من ٢٠٢٧ إلى ٢٠٢٩، أي ١٢٫٥٪'),
  ar('برنامج مركز التدريب في الأردن'),
  en('The national plan of action'),
  en('Resolution A/RES/70/254 (UNDP)'),
  en('45% by 12/2029, +964 [770]'),
  en('The words خطة العمل (UNDP) in it'),
  en('“AVATAR”, office, fjord: Type To'),
];

const lineLook: Look = { height: 42, fontSize: SIZE, fontWeight: 400 };

// The one place where the print is meant to differ: Plex sets these letters further apart (patches/README.md).
const keptCloser = /[رز]ي|[اأإ]ك/;
/** The beginnings of many texts of the sample plan, as long as fits on a line. */
function linesOfPlan(count: number): Passage[] {
  const texts = [...textsIn(samplePlan)].filter(({ path, text: each }) => /\.(ar|en)$/.test(path) && each.length > 60);
  const lines = texts.map(({ path, text: each }): Passage => {
    const [content = ''] = each.match(/^[^\n]{1,30}(?=\s)/) ?? [];
    return { language: path.endsWith('.ar') ? 'ar' : 'en', content: content.trim() };
  });
  const step = Math.floor(lines.length / count);
  return lines.filter(({ content }, index) => index % step === 0 && !keptCloser.test(content));
}

describe('a printed line', () => {
  it.each([400, 700] as const)('looks as Chromium sets it from the same font, in weight %i', async (fontWeight) => {
    const passages = [...written, ...linesOfPlan(30)];
    const look = { ...lineLook, fontWeight };
    expect(differing(passages, await printedInk(passages, look), await chromiumInk(passages, look))).toEqual([]);
  });
});

// Were one of these not noticed, the comparison above would say nothing.
describe('the comparison notices', () => {
  const html = (content: string): Setting => ({ html: escaped(content) });
  const without = (...given: string[]): Setting => ({
    css: `font-feature-settings: ${given.map((feature) => `'${feature}' 0`).join(', ')}`,
  });
  const pairs = '()[]«»';
  const mirrored = (sign: string) => pairs[pairs.indexOf(sign) ^ 1] as string;
  const otherWay = { ar: 'ltr', en: 'rtl' } as const;
  const bothScripts = /[\u0620-\u064a].*[A-Za-z]|[A-Za-z].*[\u0620-\u064a]|^\(|\]$/;
  const marks = /[\u064b-\u0652]/g;
  let ours: Ink[];
  beforeAll(async () => {
    ours = await printedInk(written, lineLook);
  });

  // What is wrong, on which lines it shows, and how it is made.
  it.each<[string, RegExp, (passage: Passage) => Setting]>([
    [
      'letters that run the wrong way',
      /./,
      ({ language, content }) => ({ html: `<bdo dir="${otherWay[language]}">${escaped(content)}</bdo>` }),
    ],
    ['the direction of the other language', bothScripts, ({ language }) => ({ dir: otherWay[language] })],
    [
      'two words in each other’s place',
      /^(?!UNDP)\S+ \S+/,
      ({ content }) => html(content.replace(/^(\S+) (\S+)/, '$2 $1')),
    ],
    ['a date read backwards', /12\/2029/, ({ content }) => html(content.replace('12/2029', '2029/12'))],
    ['brackets that open the wrong way', /[([«]/, ({ content }) => html(content.replace(/[()[\]«»]/g, mirrored))],
    [
      'letters that aren’t joined',
      /[\u0620-\u064a]{2}/,
      ({ content }) => html(content.replace(/(?<=[\u0620-\u0652])(?=[\u0620-\u064a])/g, '\u200c')),
    ],
    ['a lam beside its alef', /ل[اأآ]/, ({ content }) => html(content.replace(/ل(?=[اأآ])/g, 'ل\u200d\u034f'))],
    ['marks that are lost', marks, ({ content }) => html(content.replace(marks, ''))],
    ['marks that lie elsewhere', marks, () => without('mark', 'mkmk')],
    ['figures of Arabic in the form of Latin ones', /^(قبل|12|\(أ|الأمن)/, () => without('locl')],
    ['letters that aren’t kerned', /AVATAR|مركز/, () => without('kern')],
  ])('%s', async (_, where, wrong) => {
    const here = written.flatMap(({ content }, index) => (content.search(where) >= 0 ? [index] : []));
    expect(here).not.toEqual([]);
    const theirs = await chromiumInk(written, lineLook, wrong);
    expect(here.filter((index) => differences(ours[index] as Ink, theirs[index] as Ink).length === 0)).toEqual([]);
  });
});

const paragraphs = [
  ar(
    'تتولى اللجنة الوطنية (NCPVE) مع United Nations Development Programme (UNDP)، ومكتب UNODC وهيئة UN Women، إعداد خطة العمل وفق القرار A/RES/70/291 قبل 12/2029 بتكلفة 1,250,000 دولار (45%)، وتُعلن نتائجها كل سنة.',
  ),
  ar(
    'لا يُقبل أن تُترك المجتمعات المحلية وحدها، فالأولى أن تُشرك الوزارات والبلديات معًا في إعداد الخطة الوطنية وتنفيذها بحلول عام 2030، ولا بد من الإبلاغ عن ذلك سنويًا: هاتف +964 770 123.',
  ),
  en(
    'No community is to be left alone: the ministries and municipalities write the national plan (A/70/674, “خطة العمل الوطنية لمنع التطرف العنيف”) together and carry it out by 12/2029, for 1,250,000 dollars [45%].',
  ),
];
const paragraphLook: Look = { height: 210, fontSize: 15, fontWeight: 400 };

/** The lines of a printed paragraph: the words on each, and how wide they are. */
async function brokenLines({ language, content }: Passage) {
  const lines = await linesIn(content, column, language, { fontSize: paragraphLook.fontSize, lineHeight: 1.6 });
  return lines.map((line) => {
    const { logical, string } = line as Line & { logical?: string };
    const glyphs = glyphsOf(line);
    const isBlank = (at: number) => glyphs.at(at)?.codePoints[0] === 0x20;
    const drawn = glyphs.slice(isBlank(0) ? 1 : 0, isBlank(-1) ? -1 : undefined);
    return { words: (logical ?? string).trim(), width: drawn.reduce((sum, { xAdvance }) => sum + xAdvance, 0) };
  });
}

const inWords = (content: string) =>
  content
    .split(' ')
    .map((word) => `<span style="white-space: nowrap">${escaped(word)}</span>`)
    .join(' ');

/**
 * The print weighs all the lines of a paragraph where Chromium fills one after the other, so they aren’t broken at the
 * same words of themselves. What must be the same is all else: Chromium is made to break where the print does, by a box at
 * the end of each line that leaves room for its words alone.
 */
describe('a printed paragraph', () => {
  const broken: Awaited<ReturnType<typeof brokenLines>>[] = [];
  beforeAll(async () => {
    for (const passage of paragraphs) broken.push(await brokenLines(passage));
  });

  /** Breaks a paragraph as the print does. */
  const asPrinted = ({ language, content }: Passage, index: number): Setting => {
    const end = language === 'ar' ? 'left' : 'right';
    const room = (broken[index] ?? []).map(
      ({ width }) => `<i style="float: ${end}; clear: ${end}; height: 1.6em; width: ${column - width - 0.5}px"></i>`,
    );
    return { html: room.join('') + inWords(content) };
  };

  it('looks as Chromium sets it where it is broken at the same words, and only so', async () => {
    const ours = await printedInk(paragraphs, paragraphLook);
    const theirs = await chromiumInk(paragraphs, paragraphLook, asPrinted);
    expect(await linesInChromium()).toEqual(broken.map((lines) => lines.map(({ words }) => words)));
    expect(differing(paragraphs, ours, theirs)).toEqual([]);
    const turned = await chromiumInk(paragraphs, paragraphLook, (passage, index) => ({
      ...asPrinted(passage, index),
      dir: passage.language === 'ar' ? 'ltr' : 'rtl',
    }));
    expect(differing(paragraphs, ours, turned)).toHaveLength(paragraphs.length);
  });

  it('has as many lines as in Chromium, or one more', async () => {
    await chromiumInk(paragraphs, paragraphLook, ({ content }) => ({ html: inWords(content) }));
    const theirs = (await linesInChromium()).map((lines) => lines.length);
    const ours = broken.map((lines) => lines.length);
    theirs.forEach((count, index) => {
      expect(ours[index]).toBeGreaterThanOrEqual(count);
      expect(ours[index]).toBeLessThanOrEqual(count + 1);
    });
  });
});
