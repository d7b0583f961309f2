import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compress } from './compress.mjs';
import { root, runPackage, step } from './processes.mjs';

const sources = ['app', 'components', 'locales', 'public', 'prisma/schema', 'patches'];
const files = [
  'package-lock.json',
  'package.json',
  'next.config.js',
  'postcss.config.mjs',
  'proxy.ts',
  'instrumentation.ts',
  'scripts/compress.mjs',
  'scripts/dispositionProcess.mjs',
  'scripts/mailSettings.mjs',
  'scripts/printProcess.mjs',
  'scripts/program.mjs',
  'scripts/readProcess.mjs',
  'scripts/tableProcess.mjs',
];
const isTest = /\.test\.tsx?$/;

/** The folder that Next builds into, as next.config.js has it. */
export const buildFolder = () => process.env.BUILD_DIR ?? '.next';

/** What the build would be made from now. */
function fingerprint() {
  const hash = createHash('sha256').update(process.versions.node);
  const add = (path) => {
    if (!isTest.test(path)) hash.update(`\0${path}\0`).update(readFileSync(join(root, path)));
  };
  for (const folder of sources.filter((each) => existsSync(join(root, each)))) {
    const found = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
    const paths = found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    for (const path of paths.map((each) => each.slice(root.length + 1)).sort()) add(path);
  }
  for (const file of files.filter((each) => existsSync(join(root, each)))) add(file);
  return hash.digest('hex');
}

/** Builds the web app, where its sources have changed since the last time. */
export async function buildApp() {
  const stamp = join(root, buildFolder(), 'made-from');
  const now = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
  await step('Building the app', () =>
    runPackage('next/dist/bin/next', ['build'], {
      failure: 'The app could not be built',
      env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    }),
  );
  await compress(join(root, buildFolder(), 'static'));
  writeFileSync(stamp, now);
}
