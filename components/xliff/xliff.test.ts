import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { leaves, outline } from '#plan/outline';
import { anyPlan } from '#plan/planArbitrary';
import { emptyPlan, type Language, type Plan, planSchema } from '#plan/schema';
import samplePlan from '../../prisma/seed/samplePlan.json' with { type: 'json' };
import { readXliff } from './readXliff.ts';
import { walkXml, type XmlElement } from './walkXml.ts';
import { writeXliff } from './writeXliff.ts';

const sample = planSchema.parse(samplePlan);
const directions: [Language, Language][] = [
  ['ar', 'en'],
  ['en', 'ar'],
];
const none: ReadonlySet<string> = new Set();

const write = (plan: Plan, source: Language, target: Language, more = {}) =>
  writeXliff({ plan, source, target, stale: none, ...more });

function read(text: string | Uint8Array) {
  const result = readXliff(text);
  if (!result.ok) throw new Error(JSON.stringify(result.refusals));
  return result;
}

/** The texts of a plan that stand in both languages, by their path. */
const inBoth = (plan: Plan, source: Language, target: Language): Record<string, { source: string; text: string }> =>
  Object.fromEntries(
    leaves(outline(plan)).flatMap((leaf) =>
      (leaf.kind === 'line' || leaf.kind === 'prose') && leaf.value.ar.trim() !== '' && leaf.value.en.trim() !== ''
        ? [[leaf.path, { source: leaf.value[source], text: leaf.value[target] }]]
        : [],
    ),
  );

const saidIn = (text: string | Uint8Array) =>
  Object.fromEntries(read(text).said.map(({ path, source, text: said }) => [path, { source, text: said }]));

/** A plan with a foreword and nothing else. */
function planWith(foreword: { ar: string; en: string }): Plan {
  const plan = emptyPlan();
  plan.about.foreword = foreword;
  return plan;
}

describe('a plan written for translators and read again', () => {
  test('gives back every translation exactly, whatever is in it', () => {
    fc.assert(
      fc.property(anyPlan(), fc.constantFrom(...directions), (plan, [source, target]) => {
        expect(saidIn(write(plan, source, target))).toEqual(inBoth(plan, source, target));
      }),
      { numRuns: 60 },
    );
  });

  /** Paragraphs with all that XML, its parsers and the tools of translators stumble over. */
  const awkward = fc
    .array(
      fc.oneof(
        fc.constantFrom('\n', '\r\n', '\r', '\n \t\n', '\u0085', '\u2028', '\u00a0', '\ufeff', '  ', '\t'),
        fc.constantFrom(
          ']]>',
          '&amp;',
          '<b>',
          '"',
          '\u0001',
          '\u001b',
          '\u007f',
          '\u0099',
          '\ufffe',
          '\uffff',
          '\u{1ffff}',
        ),
        fc.constantFrom('\u202e', '\u2067نص\u2069', '\u200f', 'مُنَظَّمة', '👩‍👩‍👧', 'ـ', '&#13;', '<cp hex="0001"/>'),
        fc.string({ unit: 'binary', maxLength: 6 }).filter((text) => text.isWellFormed() && !text.includes('\u0000')),
      ),
      { maxLength: 12 },
    )
    .map((pieces) => pieces.join(''));

  test('keeps control characters, marks of direction, white space, line breaks and markup where they were', () => {
    fc.assert(
      fc.property(awkward, awkward, (ar, en) => {
        const plan = planWith({ ar, en });
        expect(saidIn(write(plan, 'ar', 'en'))).toEqual(inBoth(plan, 'ar', 'en'));
      }),
      { numRuns: 1000 },
    );
  });

  test.each(directions)('gives back the sample plan from %s to %s', (source, target) => {
    const { said, ...rest } = read(write(sample, source, target));
    expect(rest).toEqual({ ok: true, planId: null, readAt: null, source, target });
    expect(Object.fromEntries(said.map(({ path, text }) => [path, text]))).toEqual(
      Object.fromEntries(Object.entries(inBoth(sample, source, target)).map(([path, { text }]) => [path, text])),
    );
    expect(said.length).toBeGreaterThan(500);
    expect(new Set(said.map(({ state }) => state))).toEqual(new Set(['translated']));
  });

  it('is a text of any length that a plan may hold, also where every sign of it is escaped', () => {
    const plan = planWith({ ar: '&\u0001👩\r\n'.repeat(16_000), en: '\u0085'.repeat(99_999).concat('x') });
    expect(saidIn(write(plan, 'ar', 'en'))).toEqual(inBoth(plan, 'ar', 'en'));
  });

  it('tells which plan it is from and when it was read, whatever these look like', () => {
    const origin = { planId: '019ee574-aac4-7ef8-b3a9-000000000001', readAt: '2026-11-25T10:00:00.000Z & "later"' };
    expect(read(write(sample, 'ar', 'en', origin))).toMatchObject(origin);
  });

  it('is the same file each time', () => {
    expect(write(sample, 'ar', 'en')).toBe(write(structuredClone(sample), 'ar', 'en'));
  });
});

describe('a file for translators', () => {
  type Seen = { element: XmlElement; path: string; texts: string[]; children: Seen[] };

  /** The elements of a document under each other. */
  function treeOf(text: string): Seen {
    const root: Seen = {
      element: { namespace: '', name: '', attribute: () => undefined },
      path: '',
      texts: [],
      children: [],
    };
    const open = [root];
    walkXml(text, {
      opened: (element) => {
        const parent = open.at(-1) ?? root;
        const seen = { element, path: `${parent.path}/${element.name}`, texts: [], children: [] };
        parent.children.push(seen);
        open.push(seen);
      },
      text: (piece) => open.at(-1)?.texts.push(piece),
      closed: () => open.pop(),
    });
    return root;
  }
  const all = (seen: Seen): Seen[] => [seen, ...seen.children.flatMap(all)];
  const named = (text: string, name: string) => all(treeOf(text)).filter(({ element }) => element.name === name);

  it('names its version, languages and their directions', () => {
    for (const [source, target] of directions) {
      const text = write(sample, source, target);
      const [xliff, file] = ['xliff', 'file'].map((name) => named(text, name)[0]?.element.attribute);
      expect([xliff?.('version'), xliff?.('srcLang'), xliff?.('trgLang')]).toEqual(['2.1', source, target]);
      expect([file?.('srcDir'), file?.('trgDir')]).toEqual(source === 'ar' ? ['rtl', 'ltr'] : ['ltr', 'rtl']);
    }
  });

  it('has a unit for each text of the source, under its path, in the groups of its section and its thing', () => {
    const text = write(sample, 'ar', 'en');
    const ids = named(text, 'unit').map(({ element }) => element.attribute('id') ?? '');
    const paths = leaves(outline(sample)).flatMap((leaf) =>
      (leaf.kind === 'line' || leaf.kind === 'prose') && leaf.value.ar.trim() !== '' ? [leaf.path] : [],
    );
    expect(ids).toEqual(paths);
    const groups = named(text, 'group').map(({ element }) => element.attribute('id') ?? '');
    expect(groups).toContain('about');
    expect(groups).toContain(`actions.${Object.keys(sample.actions)[0]}`);
    for (const every of [ids, groups]) expect(new Set(every).size).toBe(every.length);
    for (const id of [...ids, ...groups]) expect(id).toMatch(/^[\w.:-]+$/);
  });

  it('parts paragraphs where both languages have as many of them, and leaves the rest in one piece', () => {
    const segments = (ar: string, en: string) =>
      named(write(planWith({ ar, en }), 'ar', 'en'), 'segment').map(({ children }) =>
        children.map(({ texts }) => texts.join('')),
      );
    expect(segments('أ\n\nب', 'a\r\nb')).toEqual([
      ['أ', 'a'],
      ['ب', 'b'],
    ]);
    expect(segments('أ\nب', '')).toEqual([['أ'], ['ب']]);
    expect(segments('أ\nب', 'a b')).toEqual([['أ\nب', 'a b']]);
  });

  it('says how far each translation is, and what is behind', () => {
    const states = (en: string, stale = none) =>
      named(write(planWith({ ar: 'أ', en }), 'ar', 'en', { stale }), 'segment').map(({ element, children }) => [
        element.attribute('state'),
        element.attribute('subState'),
        children.length,
      ]);
    const behind = new Set(['about.foreword']);
    expect(states('')).toEqual([['initial', undefined, 1]]);
    expect(states(' ', behind)).toEqual([['initial', undefined, 1]]);
    expect(states('a')).toEqual([['translated', undefined, 2]]);
    expect(states('a', behind)).toEqual([['initial', 'plan:sourceChanged', 2]]);
  });

  it('tells the translator what a field is and what has changed, before the text', () => {
    const labelOf = (labelPath: string) => `<${labelPath}>`;
    const more = { stale: new Set(['about.foreword']), labelOf, staleNote: 'تغيّر الأصل' };
    const text = write(planWith({ ar: 'أ', en: 'a' }), 'ar', 'en', more);
    const [unit] = named(text, 'unit');
    expect(unit?.children.map(({ element }) => element.name)).toEqual(['notes', 'segment']);
    expect(named(text, 'note').map(({ element, texts }) => [element.attribute('category'), texts.join('')])).toEqual([
      ['field', '<about.foreword>'],
      ['sourceChanged', 'تغيّر الأصل'],
    ]);
    expect(saidIn(text)).toEqual({ 'about.foreword': { source: 'أ', text: 'a' } });
  });

  it('has white space kept where it counts', () => {
    const kept = (ar: string) =>
      named(write(planWith({ ar, en: '' }), 'ar', 'en'), 'unit')[0]?.element.attribute('xml:space');
    expect([kept('أ ب'), kept(' أ'), kept('أ\nب'), kept('أ  ب')]).toEqual([undefined, ...Array(3).fill('preserve')]);
  });

  it('can be made of an empty plan, and says nothing then', () => {
    const text = write(emptyPlan(), 'ar', 'en');
    expect(named(text, 'file')[0]?.children).toHaveLength(1);
    expect(read(text).said).toEqual([]);
  });
});
