import { criteria } from '#catalogue/criteria';
import { drivers } from '#catalogue/drivers';
import { recommendations } from '#catalogue/recommendations';
import { type Field, TEXT_LIMIT } from '#plan/fields';
import { type Plan, planFields, planSchema } from '#plan/schema';

/** For tests: a small plan with texts in it of which each might break a printer, in every field that holds text. */

/** What people and attackers type and paste, by what is odd in it. The first two are the country’s name and the title. */
const hostileTexts: Record<string, string> = {
  controls: 'a\u0001b\u0007c\u001bd\u007fe\u000bg\u000ch\u009fi',
  override: 'before & <b> \u202etxt.exe\u202c after',
  markup: '<img src=x onerror=alert(1)><script>{{7*7}}</script> &amp; <!-- ]]> javascript:alert(1)',
  formula: '=HYPERLINK("https://example.test";"x") +1 -1 @SUM(A1) \'=cmd|x',
  fileSyntax: ') Tj ET endstream endobj %%EOF << /JS (app.alert) >> \\( \\) \\) 1 0 obj <FEFF0041>',
  names: "__proto__ constructor {name, plural, one {#} other {x}} '{' {{x}} %s %2e ../../etc/passwd",
  unclosed: 'a \u202a\u202b\u202d b (c) 12',
  closedOnly: 'a \u202c\u202c\u2069\u2069 b (c) 12',
  isolates: 'a \u2067\u2066\u2068 ب (c) 12 \u2067د',
  nested: `${'\u2067'.repeat(130)}نص text ${'(['.repeat(80)}12`,
  zeroWidth: 'ze\u200bro\u200c wi\u200ddth \u2060word\ufeff \u200e\u200f\u061c.',
  forms: 'ﻻ ﺍﻟﻌﻤﻞ ﺧﻄﺔ ﷲ',
  ligature: '\ufb01rst and \ufb01nal, then five offices define it; the end of five',
  neighbours: 'یک پژوهش چهار گزارش ڕێکخراو ھ ے ٹ ڈ ڑ ۀ ێ ۆ',
  digits: '١٬٢٣٤٫٥ و۱۲۳ و1,234.5 و٪12 و%12 +964 (770)',
  emoji: '👩\u200d👩\u200d👧 🇮🇶 ❤\ufe0f 👍🏽 ok',
  scripts: '中文 ไทย עברית हिन्दी 𝒳 𐍈 한국어 Ελλ Жук',
  breaks: 'one\r\ntwo\rthree\u2028four\u2029five\u0085six\n\n\n  seven\tend',
  latinFirst: 'UNDP (A/70/674) يبدأ بها النص، ثم [1] «نص» و50% (UNICEF).',
  word: 'w'.repeat(300),
  longWords: 'counterterrorism/deradicalizes Donaudampfschifffahrtsgesellen',
  arabicWord: 'بيت'.repeat(100),
  address: `https://example.test/${'long/'.repeat(40)}?q=${'x'.repeat(120)}#end`,
  alternating: 'aب1'.repeat(60),
  marks: `e${'\u0301'.repeat(60)} ب${'\u064e\u0651'.repeat(30)} و`,
  lostMark: '\u0301\u064b first \u0651',
  spaces: 'a\u00a0b\u202fc\u2007d\u2009e\u3000f',
  hyphens: 'ex\u00adtremism semi\u2010fixed non\u2011breaking — – ـ',
  nobody: '\ue000 \ufffe \uffff \ufffc \ufffd \u{e0041} \u{10ffff}',
  tatweel: `ب${'ـ'.repeat(200)}ت`,
  brackets: `${'('.repeat(70)}نص text${')'.repeat(70)} }]>«»`,
  letters: 'ÀÉÎÕÜ ßŁøðþ ǅ ŉ İı ẞ “q” ‘q’ … € ₪ ﷼ © ™ ≥ ✓ ←',
};

/** Texts as long as they may be, or of one thing too often, and where they stand. */
const heavy: [path: string, text: string][] = [
  ['about.foreword.en', `${'Word and another, '.repeat(TEXT_LIMIT / 18 - 1)}end`],
  ['about.summary.ar', 'ا'.repeat(20_000)],
  ['situation.stocktake.en', 'W'.repeat(5000)],
  ['situation.crossBorder.en', `e${'\u0301'.repeat(5000)} end`],
  ['situation.crossBorder.ar', `ب${'\u064e'.repeat(5000)} نهاية`],
  ['situation.harm.ar', `ب${'ـ'.repeat(10_000)}ت`],
];

const names = Object.keys(hostileTexts);
const uuid = (number: number) => `0190a0a0-0000-7000-8000-${String(number).padStart(12, '0')}`;
const keys = {
  drivers: drivers.map(({ id }) => id),
  recommendations: recommendations.map(({ id }) => id),
  criteria: criteria.map(({ id }) => id),
};
/** How many things there are in a list, so that each kind of field holds every text at least once. */
const lengths: Record<string, number> = { agencies: names.length, actions: 3, risks: 3 };

/** A plan in which the fields of each kind hold all hostile texts in turn. */
export function hostilePlan(): Plan {
  let [tags, ids] = [0, 0];
  const turns: Record<string, number> = {};
  const next = (kind: string) => {
    turns[kind] = (turns[kind] ?? -1) + 1;
    tags += 1;
    // No two texts are the same: each has to be found at its own place.
    return `${hostileTexts[names[turns[kind] % names.length] as string]} Q${tags}Q`;
  };
  const filled = ({ name, meta, fields }: Field): unknown => {
    const inner = () => Object.fromEntries(fields.map((field) => [field.name, filled(field)]));
    switch (meta.kind) {
      case 'line':
      case 'prose':
        return { ar: next(`${meta.kind}.ar`), en: next(`${meta.kind}.en`) };
      case 'word':
        return next(meta.kind);
      case 'group':
        return inner();
      case 'list':
        return Object.fromEntries(
          Array.from({ length: lengths[name] ?? 1 }, (_, order) => {
            ids += 1;
            return [uuid(ids), { ...inner(), order }];
          }),
        );
      case 'keyed':
        return Object.fromEntries(keys[meta.by].slice(0, 2).map((key) => [key, inner()]));
      case 'date':
        return name === 'end' ? '2029-12-31' : '2027-01-01';
      case 'amount':
        return '1250000';
      case 'number':
        return '12.5';
      default:
        return undefined;
    }
  };
  const values = Object.fromEntries(planFields.map((field) => [field.name, filled(field)]));
  const plan = planSchema.parse(JSON.parse(JSON.stringify(values)));
  const bodies = Object.keys(plan.agencies);
  const [objective = null] = Object.keys(plan.direction.objectives);
  Object.values(plan.actions).forEach((action, index) => {
    action.leadAgency = bodies[index] ?? null;
    action.partners = bodies.slice(index * 3 + 3, index * 3 + 6);
    action.objective = index % 2 ? null : objective;
    action.recommendations = keys.recommendations.slice(0, 2);
  });
  for (const [path, text] of heavy) {
    const [section, field, language] = path.split('.') as ['about', 'foreword', 'en'];
    plan[section][field][language] = text;
  }
  return planSchema.parse(plan);
}
