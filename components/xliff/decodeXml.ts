import { Refused } from './refusals.ts';

/** The size of the largest file that is read, in bytes: a translation tool’s copy of the largest plan stays under it. */
export const XLIFF_LIMIT = 20_000_000;

/** What a file may begin with, the longer marks before those that they begin with; null where it isn’t read. */
const marks: { bytes: readonly number[]; encoding: string | null }[] = [
  { bytes: [0xff, 0xfe, 0x00, 0x00], encoding: null },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
];

/**
 * The text of an XML file: UTF-8, or UTF-16 with a byte order mark (XML 1.0, 4.3.3), without that mark. A text that comes
 * as such is only measured. What the file itself says of its encoding is compared where it is parsed.
 * @throws Refused with `tooLarge` before anything is decoded, or with `notUtf8`
 */
export function decodeXml(file: string | Uint8Array): string {
  if (sizeOf(file) > XLIFF_LIMIT) throw new Refused('', 'tooLarge', { limit: XLIFF_LIMIT / 1_000_000 });
  const text = typeof file === 'string' ? file.replace(/^\uFEFF/, '') : decoded(file);
  // Two-byte and four-byte letters without a mark are full of zeros, and no XML has one.
  if (text === null || !text.isWellFormed() || text.slice(0, 4).includes('\u0000')) throw new Refused('', 'notUtf8');
  return text;
}

function decoded(bytes: Uint8Array): string | null {
  const mark = marks.find((one) => one.bytes.every((byte, at) => bytes[at] === byte));
  const encoding = mark ? mark.encoding : 'utf-8';
  if (encoding === null) return null;
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** No text has fewer bytes of UTF-8 than UTF-16 units, nor more than three times as many: few need counting. */
function sizeOf(file: string | Uint8Array): number {
  if (typeof file !== 'string') return file.byteLength;
  return file.length > XLIFF_LIMIT || file.length * 3 <= XLIFF_LIMIT
    ? file.length
    : new TextEncoder().encode(file).byteLength;
}
