import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { root } from './processes.mjs';

// Beside its scripts, the fonts are most of what a first page weighs. The ones of every page are cut to what officials
// write: Arabic with its marks and the letters that its countries add for foreign sounds, and what the package has
// of Latin, without features that no style asks for. All else of the Arabic script comes from the whole files, where a
// page has it (app/globals.css). Plex is a reserved name (the fonts’ licence), which what is cut may not bear.

const range = (from, to) => Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index));

/** The characters of the Arabic ones; `unicode-range` in app/_fonts/faces.ts is the same. */
export const arabic = [
  ...'،؛؟',
  ...range(0x621, 0x63a),
  ...range(0x640, 0x64a),
  ...range(0x660, 0x66c),
  ...'\u0671\u067e\u0686\u0698\u06a4\u06a8\u06a9\u06ad\u06af\u06cc',
  // All marks, those of a verse too: one that came from another file would not stand on its letter.
  ...[...range(0x610, 0x61a), ...range(0x64b, 0x65f), '\u0670', ...range(0x6d6, 0x6ed)],
].join('');
/** The characters of the Latin ones. */
export const latin = [
  ...range(0x20, 0x7e),
  ...range(0xa0, 0xff),
  ...'ıŒœʻʼˆ˚˜\u0300\u0301\u0303\u0304\u0308\u0309\u0323',
  ...range(0x2000, 0x206f),
  ...'€™↑↓−∕',
].join('');
const keepFeatures = ['calt', 'ccmp', 'fina', 'init', 'kern', 'liga', 'locl', 'mark', 'medi', 'mkmk', 'rlig'];

/** Each font: its file in app/_fonts, what it is cut from, and the characters that it keeps. */
export const fonts = [400, 600].flatMap((weight) => [
  {
    file: `arabic-${weight}.woff2`,
    from: `ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-${weight}`,
    text: `${arabic} \u00a0`,
  },
  { file: `latin-${weight}.woff2`, from: `ibm-plex-sans/files/ibm-plex-sans-latin-${weight}`, text: latin },
]);

/** @returns {Promise<Buffer>} a font of the list, cut and renamed */
export async function cut({ from, text }) {
  const whole = readFileSync(join(root, `node_modules/@fontsource/${from}-normal.woff2`));
  const sfnt = rename(await subsetFont(whole, text, { targetFormat: 'sfnt', keepFeatures }));
  return subsetFont(sfnt, '', { targetFormat: 'woff2', keepAllGlyphs: true });
}

/** The same font under names as long: what is put into its table of names needs no other place. */
function rename(sfnt) {
  let text = sfnt.toString('latin1');
  for (const [old, name] of [
    ['IBM Plex', 'National'],
    ['IBMPlex', 'Country'],
  ]) {
    const wide = (letters) => Array.from(letters, (letter) => `\0${letter}`).join('');
    text = text.replaceAll(wide(old), wide(name)).replaceAll(old, name);
  }
  return Buffer.from(text, 'latin1');
}

if (process.argv[1] === import.meta.filename) {
  const folder = join(root, 'app/_fonts');
  mkdirSync(folder, { recursive: true });
  for (const font of fonts) writeFileSync(join(folder, font.file), await cut(font));
}
