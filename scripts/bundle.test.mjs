import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { bundle } from './bundle.mjs';

const root = join(import.meta.dirname, '..');
const name = `bundle-test-${randomUUID()}.mjs`;
const left = () => readdirSync(join(root, '.build')).filter((file) => file.startsWith(name));
afterAll(() => {
  for (const file of left()) rmSync(join(root, '.build', file));
});

test('a program that several ask for at once is bundled once, whole for all of them, and not again', async () => {
  const ask = () => bundle('app/_plan/commandLine.ts', `.build/${name}`);
  const answers = await Promise.all([ask(), ask(), ask()]);
  expect(answers).toEqual([true, true, true]);
  expect(existsSync(join(root, '.build', name))).toBe(true);
  expect(left().toSorted()).toEqual([name, `${name}.json`]);
  expect(await ask()).toBe(false);
});
