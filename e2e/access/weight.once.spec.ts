import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '../fixtures/test.ts';
import { buildFolder } from './rights/forms.ts';

// Bytes as they are sent, packed at the build, of everything that a page of the built app names to be loaded with it: on
// a slow line, that is what its reader waits and pays for.

const folder = join(buildFolder, 'server/app');
const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('page_client-reference-manifest.js'))
  .map((file) => dirname(file));

/** What is sent for a file: its copy as Brotli packs it, or as it is where it is too small for that. */
const sizeOf = (file: string) => statSync(existsSync(`${file}.br`) ? `${file}.br` : file).size;

const weights = new Map<string, number>();
const weigh = (files: Iterable<string>) =>
  [...new Set(files)].reduce((sum, file) => {
    const known = weights.get(file) ?? sizeOf(join(buildFolder, file));
    weights.set(file, known);
    return sum + known;
  }, 0);

type Manifest = { entryJSFiles: Record<string, string[]>; entryCSSFiles: Record<string, { path: string }[]> };
const { rootMainFiles } = JSON.parse(readFileSync(join(buildFolder, 'build-manifest.json'), 'utf8')) as {
  rootMainFiles: string[];
};

function weightOf(page: string): { scripts: number; styles: number } {
  const text = readFileSync(join(folder, page, 'page_client-reference-manifest.js'), 'utf8');
  const [, json = ''] = text.match(/\]\s*=\s*({.*});?\s*$/s) ?? [];
  const { entryJSFiles, entryCSSFiles } = JSON.parse(json) as Manifest;
  return {
    scripts: weigh([...rootMainFiles, ...Object.values(entryJSFiles).flat()]),
    styles: weigh(
      Object.values(entryCSSFiles)
        .flat()
        .map(({ path }) => path),
    ),
  };
}

/** The pages on which parts of a plan are edited: Next, React and react-hook-form alone are 129 kB of theirs. */
const isForm = (page: string) => /\/plans\/\[plan\]\/./.test(page);

for (const page of pages.sort())
  test(`a page to ${isForm(page) ? 'fill' : 'read'} stays as light as it is: ${page}`, () => {
    const { scripts, styles } = weightOf(page);
    expect(scripts).toBeGreaterThan(100_000);
    expect(scripts).toBeLessThanOrEqual(isForm(page) ? 154_000 : 134_000);
    expect(styles).toBeLessThanOrEqual(20_000);
  });
