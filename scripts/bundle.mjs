import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const root = join(import.meta.dirname, '..');

/** What a file is now, cheaply: enough to notice that it was changed. */
const mark = (file) => {
  const { mtimeMs, size } = statSync(file);
  return `${mtimeMs}:${size}`;
};

function isFresh(outfile, record) {
  if (!existsSync(outfile) || !existsSync(record)) return false;
  const { inputs } = JSON.parse(readFileSync(record, 'utf8'));
  return Object.entries(inputs).every(
    ([file, known]) => existsSync(join(root, file)) && mark(join(root, file)) === known,
  );
}

/** What is being bundled in this process: who asks for it meanwhile waits for the same. */
const underWay = new Map();

/**
 * Bundles a program for Node from its TypeScript source; does nothing where no file that went into it has changed.
 * Packages stay outside: they are loaded from node_modules when the program runs.
 * @param {string} entry from the project's root
 * @param {string} outfile from the project's root
 * @returns {Promise<boolean>} whether it was bundled now
 */
export function bundle(entry, outfile) {
  const known = underWay.get(outfile);
  if (known) return known;
  const work = bundleNow(entry, outfile).finally(() => underWay.delete(outfile));
  underWay.set(outfile, work);
  return work;
}

async function bundleNow(entry, outfile) {
  const out = join(root, outfile);
  const record = `${out}.json`;
  if (isFresh(out, record)) return false;
  const { build } = await import('esbuild');
  const temporary = `${out}.${process.pid}`;
  mkdirSync(dirname(out), { recursive: true });
  const { metafile } = await build({
    entryPoints: [join(root, entry)],
    outfile: temporary,
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    jsx: 'automatic',
    packages: 'external',
    metafile: true,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    alias: aliases(),
  });
  const inputs = Object.fromEntries(
    Object.keys(metafile.inputs).map((file) => [relative(root, join(root, file)), mark(join(root, file))]),
  );
  writeFileSync(`${temporary}.json`, JSON.stringify({ inputs }));
  // Another process that reads either finds it whole, the old one or the new one.
  renameSync(temporary, out);
  renameSync(`${temporary}.json`, record);
  return true;
}

/** The project’s own aliases (`#plan/…`) are inside the project, though they look like packages to esbuild. */
function aliases() {
  const { imports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return Object.fromEntries(
    Object.entries(imports).flatMap(([alias, target]) =>
      alias.endsWith('/*') ? [[alias.slice(0, -2), join(root, dirname(target))]] : [],
    ),
  );
}
