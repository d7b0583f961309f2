import { describe, expect, test } from 'vitest';
import { codeMark, groupedCode, isCode, readCode, statedCode } from './editionCode.ts';

const code = '0123456789abcdef'.repeat(4);

describe('a code is read as people write it', () => {
  test.each([
    ['as it is printed', groupedCode(code)],
    ['in capitals, with hyphens and dashes', code.toUpperCase().replace(/(.{4})/g, '$1-‑–')],
    ['with Arabic-Indic figures', code.replace(/\d/g, (figure) => String.fromCharCode(0x660 + Number(figure)))],
    ['with Persian figures', code.replace(/\d/g, (figure) => String.fromCharCode(0x6f0 + Number(figure)))],
    ['in full-width letters', code.replace(/./g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))],
    ['with marks that nobody sees', `\ufeff\u2066${code.replace(/(.{9})/g, '$1\u200b\u200f\u00ad\u2060')}\u2069\u202c`],
    ['with line breaks and no-break spaces', `\r\n ${code.replace(/(.{16})/g, '$1\u00a0\n')}\t`],
    ['after the name of the sum', `SHA-256: ${code}`],
    ['as it stands in the file', codeMark(code)],
  ])('%s', (_, written) => {
    expect(readCode(written)).toEqual({ ok: true, code });
  });

  test.each([
    ['', { reason: 'empty' }],
    [' \u200f-', { reason: 'empty' }],
    [code.slice(1), { reason: 'length', count: 63 }],
    [`${code}0`, { reason: 'length', count: 65 }],
    [code.replace('0', 'O'), { reason: 'character', character: 'o' }],
    [`${code.slice(1)}😀`, { reason: 'character', character: '😀' }],
    ['رمز', { reason: 'character', character: 'ر' }],
    ['f'.repeat(100_000), { reason: 'length', count: 100_000 }],
  ])('or it is said what is wrong with it', (written, why) => {
    expect(readCode(written)).toEqual({ ok: false, ...why });
  });
});

describe('the code that a file states', () => {
  const bytes = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
  const wide = (text: string) => bytes([...text].map((sign) => `\u0000${sign}`).join(''));

  test('is found in one byte a letter and in two, after what only begins like it', () => {
    for (const before of ['%PDF-1.7 (', 'eedition-sha25', `${codeMark('nothing')} edition-`]) {
      expect(statedCode(bytes(`${before}${codeMark(code)}) end`))).toBe(code);
      expect(statedCode(wide(`${before}${codeMark(code)}) end`))).toBe(code);
    }
  });

  test('is none where there is none, or half of one', () => {
    for (const text of ['', code, codeMark(code.slice(1)), codeMark('g'.repeat(64)), codeMark(code).toUpperCase()])
      expect(statedCode(bytes(text))).toBeNull();
  });

  test('is a code', () => {
    expect(isCode(code)).toBe(true);
    for (const none of ['', code.slice(1), `${code}0`, code.toUpperCase(), `${code}\n`])
      expect(isCode(none)).toBe(false);
  });
});
