import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { arabic, cut, fonts, latin } from './fonts.mjs';
import { root } from './processes.mjs';

const css = readFileSync(join(root, 'app/globals.css'), 'utf8');

/** The code points for which the style asks for a file whose name has this in it. */
function rangeOf(file) {
  const faces = [...css.matchAll(/@font-face \{[^}]*?url\("([^"]+)"\)[^}]*?unicode-range:([^;]+);/g)];
  const ranges = faces.filter(([, url]) => url.includes(file)).map(([, , ranges]) => ranges.replaceAll(/\s+/g, ' '));
  expect(new Set(ranges).size, `${file}: both weights alike`).toBe(1);
  const points = new Set();
  for (const [, from, to] of ranges[0].matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/g)) {
    for (let point = Number.parseInt(from, 16); point <= Number.parseInt(to ?? from, 16); point++) points.add(point);
  }
  return points;
}

const pointsOf = (text) => Array.from(text, (letter) => letter.codePointAt(0));
const block = Array.from({ length: 0x100 }, (_, index) => 0x600 + index);

test.each(fonts)('the font $file is what the packages’ font gives when it is cut', async (font) => {
  const made = readFileSync(join(root, 'app/_fonts', font.file));
  expect(Buffer.compare(made, await cut(font))).toBe(0);
  expect(made.length).toBeLessThan(22_000);
});

test('each letter of the Arabic block is asked of one file, and of one that has it', () => {
  const small = rangeOf('_fonts/arabic-');
  const whole = rangeOf('ibm-plex-sans-arabic-arabic-');
  expect(block.filter((point) => small.has(point))).toEqual(pointsOf(arabic).toSorted((a, b) => a - b));
  expect(block.filter((point) => small.has(point) === whole.has(point))).toEqual([]);
});

test('no sentence of the interface or the catalogue makes a page load more than the small files', () => {
  const known = new Set([...pointsOf(arabic), ...pointsOf(latin), 0x0a]);
  const texts = ['locales', 'app/_catalogue'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true })
      .filter((file) => file.endsWith('.json'))
      .map((file) => readFileSync(join(root, folder, file), 'utf8')),
  );
  expect(texts.length).toBeGreaterThan(10);
  const others = new Set(texts.flatMap(pointsOf).filter((point) => !known.has(point)));
  const whole = rangeOf('ibm-plex-sans-arabic-arabic-');
  expect([...others].filter((point) => whole.has(point)).map((point) => String.fromCodePoint(point))).toEqual([]);
});
