const isForbidden = (code: number): boolean =>
  (code < 0x20 && code !== 0x0a) ||
  (code >= 0x7f && code <= 0x9f) ||
  (code >= 0xd800 && code <= 0xdfff) ||
  code === 0xfffe ||
  code === 0xffff;

/**
 * A text as XML can hold it: a sign that it can’t (XML 1.0, 2.2) is shown by its code, never left out. Marks that set the
 * direction go, since each run says its own.
 */
export function writable(text: string): string {
  let result = '';
  for (const sign of text.replace(/\t/g, ' ').replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g, '')) {
    const code = sign.codePointAt(0) ?? 0;
    result += isForbidden(code) ? `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]` : sign;
  }
  return result;
}
