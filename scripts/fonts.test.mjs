import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { arabic, cut, fonts, latin } from './fonts.mjs';
import { root } from './processes.mjs';

const small = readFileSync(join(root, 'app/_fonts/faces.ts'), 'utf8');
const whole = readFileSync(join(root, 'app/globals.css'), 'utf8');

/** The code points for which a face is asked that is declared from here on. */
function rangeFrom(start, text) {
  const [, declared] = text.slice(text.indexOf(start)).match(/unicode-range['":,\s]*(?:value:\s*')?([^;']+)[;']/);
  const points = new Set();
  for (const [, from, to] of declared.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/g)) {
    for (let point = Number.parseInt(from, 16); point <= Number.parseInt(to ?? from, 16); point++) points.add(point);
  }
  return points;
}

const [wholeRegular, wholeBold] = [400, 600].map((weight) => rangeFrom(`font-weight: ${weight}`, whole));

const pointsOf = (text) => Array.from(text, (letter) => letter.codePointAt(0));
const block = Array.from({ length: 0x100 }, (_, index) => 0x600 + index);

test.each(fonts)('the font $file is what the packages’ font gives when it is cut', async (font) => {
  const made = readFileSync(join(root, 'app/_fonts', font.file));
  expect(Buffer.compare(made, await cut(font))).toBe(0);
  expect(made.length).toBeLessThan(22_000);
});

test('each letter of the Arabic block is asked of one file, and of one that has it', () => {
  const cutOnes = rangeFrom('const arabic', small);
  expect(block.filter((point) => cutOnes.has(point))).toEqual(pointsOf(arabic).toSorted((a, b) => a - b));
  expect(block.filter((point) => cutOnes.has(point) === wholeRegular.has(point))).toEqual([]);
  expect(wholeBold).toEqual(wholeRegular);
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
  expect([...others].filter((point) => wholeRegular.has(point)).map((point) => String.fromCodePoint(point))).toEqual(
    [],
  );
});
