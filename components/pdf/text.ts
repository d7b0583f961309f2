/**
 * Text made ready for print. What the font or the renderer can’t take as it was typed is put into the form that prints
 * the same words; what has no glyph is shown as its code, never left out.
 */

/** Says whether the font has a glyph for a code point. */
export type HasGlyph = (codePoint: number) => boolean;

const REPLACED: Record<string, string> = {
  '\t': ' ',
  '\u00ad': '',
  '\u2007': '\u00a0',
  '\u202f': '\u00a0',
  '\u2009': ' ',
  '\u200a': ' ',
  '\u2010': '-',
  '\u2011': '-',
  '\u2028': '\n',
  '\u2029': '\n',
  '\u2060': '',
  '\ufeff': '',
  '\ufe0f': '',
};

// Letters in the forms of an old code page, as pasted from old files: Arabic ones would not join, and ﬁ has the glyph of f
// and i, which is then counted as one letter, or as two, wherever it stands.
const presentationForm = /[\ufb00-\ufb06\ufb50-\ufd3d\ufd50-\ufdf9\ufe70-\ufefc]/g;
// The renderer places a vowel rightly on a shadda that comes first.
const vowelBeforeShadda = /([\u064b-\u0650\u0652\u0670])(\u0651)/g;
// More marks than any writing puts on one letter: a tower that would stand on the lines above. Each eight have a circle.
const tower = /(\p{M}{8})(?=\p{M})/gu;
const invisible = (code: number) =>
  code === 0x200c || code === 0x200d || code === 0x200e || code === 0x200f || code === 0x61c;

/** The sign printed for a character that has no glyph, or that would command the order of the text around it. */
export const signFor = (code: number) => `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;

const isControl = (code: number) =>
  (code < 0x20 && code !== 0x0a) || (code >= 0x7f && code <= 0x9f) || (code >= 0x202a && code <= 0x202e);

/** The characters that {@link prepare} must show by their codes, each once. */
export function unprintable(text: string, hasGlyph: HasGlyph): string[] {
  const found = new Set<string>();
  for (const character of normalised(text)) {
    const code = character.codePointAt(0) ?? 0;
    if (code !== 0x0a && !invisible(code) && !isIsolate(code) && (isControl(code) || !hasGlyph(code)))
      found.add(character);
  }
  return [...found];
}

// Balanced or not, an isolate ends with its paragraph, and each paragraph is a text of its own here.
const isIsolate = (code: number) => code >= 0x2066 && code <= 0x2069;

function normalised(text: string): string {
  let result = text.replace(/\r\n?/g, '\n').replace(presentationForm, (form) => form.normalize('NFKC'));
  for (const [from, to] of Object.entries(REPLACED)) if (result.includes(from)) result = result.replaceAll(from, to);
  return result.replace(vowelBeforeShadda, '$2$1').replace(tower, '$1\u25cc');
}

/** The text as it goes to the renderer. */
export function prepare(text: string, hasGlyph: HasGlyph): string {
  let result = '';
  for (const character of normalised(text)) {
    const code = character.codePointAt(0) ?? 0;
    const plain = code === 0x0a || invisible(code) || isIsolate(code) || (!isControl(code) && hasGlyph(code));
    result += plain ? character : signFor(code);
  }
  return result;
}

/**
 * A text for programs that show it by themselves, as a bookmark or the title of a window: on one line, with commands by
 * their codes, and without what would part it from the text around it.
 */
export const titled = (text: string): string =>
  Array.from(text.replace(/\s+/g, ' '), (character) => {
    const code = character.codePointAt(0) ?? 0;
    if (isIsolate(code)) return '';
    return isControl(code) ? signFor(code) : character;
  }).join('');

/** Every text inside a value, with its path. */
export function* textsIn(value: unknown, path = ''): Generator<{ path: string; text: string }> {
  if (typeof value === 'string') yield { path, text: value };
  else if (value !== null && typeof value === 'object')
    for (const [key, inner] of Object.entries(value)) yield* textsIn(inner, path ? `${path}.${key}` : key);
}

const LONGEST_WORD = 30;
/** A figure that fits into a narrow column; a longer one may be broken after the mark of its thousands. */
const LONGEST_FIGURE = 14;
const isFigure = /^[\d٠-٩]{1,3}([,٬][\d٠-٩]{3})+([.٫][\d٠-٩]+)?$/;
// Written so that a word of a hundred thousand letters is looked through once.
const isLink = /^(\(|«|“)?(https?:\/\/|www\.)|[^\s/]\/[^\s/]+\/[^\s/]+\/|@[^@]+\./i;

/**
 * Where a word may be broken. Words stay whole; addresses and very long tokens are given in pieces, parted by empty
 * strings, at which the renderer breaks without a hyphen.
 */
export function pieces(word: string): string[] {
  if (word.length > LONGEST_FIGURE && isFigure.test(word)) return word.split(/(?<=[,٬])/).flatMap(parted);
  if (word.length <= LONGEST_WORD && !(word.length > 20 && isLink.test(word))) return [word];
  const parts = isLink.test(word) ? word.split(/(?<=[/.\-_?&=#@])/) : [word];
  return parts.flatMap((part) => chunks(part)).flatMap(parted);
}

/** Pieces with an empty string between any two. */
const parted = (piece: string, index: number) => (index === 0 ? [piece] : ['', piece]);

const CHUNK = 12;
/** A token in pieces of about a dozen characters, none of which begins with a mark of the letter before. */
function chunks(token: string): string[] {
  if (token.length <= LONGEST_WORD) return [token];
  const result: string[] = [];
  let current = '';
  for (const character of token) {
    if (current.length >= CHUNK && !/\p{M}/u.test(character)) {
      result.push(current);
      current = '';
    }
    current += character;
  }
  return current ? [...result, current] : result;
}
