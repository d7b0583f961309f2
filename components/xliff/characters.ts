const markup: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * Signs of which a parser, or a program that takes the text for XML 1.1, would make others: a carriage return becomes a line
 * feed (XML 1.0, 2.11), and the controls from U+007F to U+009F are discouraged (2.2). As references they stay.
 */
const fragile = /[\r\u007f-\u009f]/g;

/** Signs that XML 1.0 can’t hold (2.2). Lone surrogates are in no text of a plan. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: those are the signs in question
const unholdable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const hex = (sign: string, digits = 1) => sign.charCodeAt(0).toString(16).toUpperCase().padStart(digits, '0');

/** A text as the value of an attribute or of a note, of which nothing lies outside XML. */
export const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => markup[sign] ?? sign);

/** A text as the content of `<source>` or `<target>`: what XML can’t hold stands as `<cp/>` (XLIFF 2.1, 4.2.3.1). */
export const content = (text: string): string =>
  escaped(text)
    .replace(fragile, (sign) => `&#x${hex(sign)};`)
    .replace(unholdable, (sign) => `<cp hex="${hex(sign, 4)}"/>`);

/** The sign that a `<cp/>` stands for, or null where its `hex` names none. */
export function signOf(code: string | undefined): string | null {
  if (!code || !/^(?:[0-9a-f]{2}){2,4}$/i.test(code)) return null;
  const point = Number.parseInt(code, 16);
  return point > 0x10ffff ? null : String.fromCodePoint(point);
}
