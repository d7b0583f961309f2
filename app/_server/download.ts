import ar from '#locales/ar/print' with { type: 'json' };
import en from '#locales/en/print' with { type: 'json' };
import type { Format, Layout, PrintOptions } from '#plan/printOptions';
import type { Bilingual } from '#plan/schema';

/** What a file is of a plan: its name says so in both languages. */
type FileKind = keyof typeof en.fileKinds;

export type NamedFile = {
  title: Bilingual;
  country: string;
  kinds: readonly FileKind[];
  day: string;
  ending: Format | 'json' | 'xlf';
};

const ofAdopted = {
  facing: 'adopted',
  after: 'adoptedAfter',
  ar: 'adoptedAr',
  en: 'adoptedEn',
} as const satisfies Record<Layout, FileKind>;

/** What a printing is: of the draft, or of an edition that was adopted. */
export const kindsOf = ({ layout, edition, extent }: PrintOptions, isAdopted: boolean): FileKind[] => [
  isAdopted ? ofAdopted[layout] : layout,
  ...(edition === 'public' ? (['public'] as const) : []),
  ...(extent === 'first' ? (['first'] as const) : []),
];

/** A name that says in both languages what the file is: the plan’s titles, the kind, the day. */
export function fileName({ title, country, kinds, day, ending }: NamedFile): string {
  const rest = [`${named(ar, kinds)} ${named(en, kinds)}`, `${day}.${ending}`];
  const room = NAME_BYTES - Buffer.byteLength(['', '', ...rest].join(BETWEEN));
  const limit = Math.min(TITLE_BYTES, Math.floor(room / 2));
  const titles = [...new Set([title.ar, title.en].map((text) => asFileName(text, limit)))].filter(Boolean);
  if (!titles.length) titles.push(plainTitle(country));
  return [...titles, ...rest].join(BETWEEN);
}

/** The head with which a file goes out: the name for who saves it, and a plain one for programs that know no other. */
export function disposition(
  name: string,
  { country, kinds, day, ending }: Omit<NamedFile, 'title'>,
  how: 'attachment' | 'inline' = 'attachment',
): string {
  const plain = `${plainTitle(country)}-${kinds.join('-')}-${day}.${ending}`;
  return `${how}; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, escaped)}`;
}

const named = ({ fileKinds }: typeof en | typeof ar, kinds: readonly FileKind[]): string =>
  kinds.map((kind) => fileKinds[kind]).join(' ');

const plainTitle = (country: string): string =>
  `national-action-plan-${country.toLowerCase().replace(/[^a-z0-9]/g, '') || 'country'}`;

const escaped = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;

const BETWEEN = ' - ';
/** What file systems take of a name; and as much of it as a title may have, where what follows leaves so much. */
const NAME_BYTES = 255;
const TITLE_BYTES = 96;

/** Only letters, marks, figures, spaces and a few signs: no path, no line break, no character that turns the order. */
function asFileName(text: string, limit: number): string {
  const words = text
    .replace(/[^\p{L}\p{M}\p{N} .,–-]/gu, ' ')
    .split(' ')
    .filter(Boolean);
  let name = '';
  for (const word of words) {
    const longer = name ? `${name} ${word}` : word;
    if (Buffer.byteLength(longer) > limit) break;
    name = longer;
  }
  // One word that is longer than any name may be.
  if (!name && words[0])
    name = Buffer.from(words[0])
      .subarray(0, limit)
      .toString()
      .replace(/\uFFFD+$/, '');
  return name.replace(/^[ .,–-]+|[ .,–-]+$/g, '');
}
