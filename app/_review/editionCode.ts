/**
 * The code of an adopted edition: the SHA-256 (FIPS 180-4) of its document, in hexadecimal. It is printed to be read and
 * typed, and put into the PDF’s metadata, from which a program finds it again.
 */
const CODE_LENGTH = 64;

const whole = /^[0-9a-f]{64}$/;

/** Whether a text is a code as it is stored. */
export const isCode = (text: string): boolean => whole.test(text);

/** In groups of eight, so that it can be read out, compared and typed. */
export const groupedCode = (code: string): string => (code.match(/.{8}/g) ?? []).join(' ');

export type ReadCode =
  | { ok: true; code: string }
  | { ok: false; reason: 'empty' }
  | { ok: false; reason: 'length'; count: number }
  | { ok: false; reason: 'character'; character: string };

/** What people type or paste around the figures: spaces, hyphens and dashes, marks that nobody sees. */
const between = /[\s\p{Pd}\p{Cf}\p{Default_Ignorable_Code_Point}\u2212_]/gu;
const arabicDigit = /[\u0660-\u0669\u06f0-\u06f9]/g;

/** A code as a person wrote it, or what keeps it from being one. */
export function readCode(written: string): ReadCode {
  const bare = written
    .normalize('NFKC')
    .replace(between, '')
    .replace(arabicDigit, (digit) => String(digit.charCodeAt(0) & 0xf))
    .toLowerCase()
    .replace(/^(edition)?(sha256)?[:=]/, '');
  if (!bare) return { ok: false, reason: 'empty' };
  const [character] = bare.match(/[^0-9a-f]/u) ?? [];
  if (character) return { ok: false, reason: 'character', character };
  if (bare.length !== CODE_LENGTH) return { ok: false, reason: 'length', count: bare.length };
  return { ok: true, code: bare };
}

const MARK = 'edition-sha256:';
const markBytes = new TextEncoder().encode(MARK);

/** The code as it stands among a PDF’s keywords. */
export const codeMark = (code: string): string => `${MARK}${code}`;

/**
 * The code that a file says of itself, or null. Its bytes are looked through without being read as a PDF: keywords stand
 * there as they are, in one byte a letter or in two, of which one is zero.
 */
export function statedCode(file: Uint8Array): string | null {
  let matched = 0;
  for (let at = 0; at < file.length; at += 1) {
    const byte = file[at];
    if (byte === 0) continue;
    // The mark’s first letter doesn’t occur in it again: where it breaks off, nothing of it can have begun before.
    if (byte === markBytes[matched]) matched += 1;
    else matched = byte === markBytes[0] ? 1 : 0;
    if (matched < markBytes.length) continue;
    const code = String.fromCharCode(...file.subarray(at + 1, at + 1 + 2 * CODE_LENGTH))
      .replaceAll('\u0000', '')
      .slice(0, CODE_LENGTH);
    if (isCode(code)) return code;
    matched = 0;
  }
  return null;
}
