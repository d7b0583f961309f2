import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, runPackage, runProgram, step } from './processes.mjs';

const read = (path) => {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch {
    return '';
  }
};
const hashOf = (...texts) => createHash('sha256').update(texts.join('\0')).digest('hex');
const filesIn = (folder, ending) =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder))
        .filter((name) => name.endsWith(ending))
        .sort()
        .map((name) => `${folder}/${name}`)
    : [];

/** Whether node_modules holds what the lockfile names. Someone may have left out what only the tests need. */
function isInstalled(forTests) {
  const held = read('node_modules/.package-lock.json');
  if (!held) return false;
  const { packages } = JSON.parse(held);
  return Object.entries(JSON.parse(read('package-lock.json')).packages).every(([path, wanted]) => {
    if (!path || wanted.optional || wanted.devOptional || (wanted.dev && !forTests)) return true;
    return packages[path]?.version === wanted.version && existsSync(join(root, path));
  });
}

async function installPackages() {
  // The very npm that was called, where it was: a machine may have several.
  const { npm_execpath: npm } = process.env;
  const [file, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  await runProgram(file, [...first, 'ci', '--include=dev', '--no-audit', '--no-fund'], {
    failure: 'The packages could not be installed',
  });
}

const patchStamp = 'node_modules/.patches-applied';
const patchesHash = () => hashOf(...filesIn('patches', '.patch').map(read));

/**
 * Brings the packages to what the lockfile and the patches say; does nothing where they are.
 * @param {{ forTests?: boolean }} options
 */
export async function install({ forTests = false } = {}) {
  // For who works on the patches themselves, in node_modules, and wants nothing brought back.
  if (process.env.INSTALL === '0') return generateClient();
  const patches = patchesHash();
  const applied = read(patchStamp);
  // A patch over an older patch would not apply: the packages are taken anew.
  if (!isInstalled(forTests) || (applied && applied !== patches)) {
    await step('Installing the packages', installPackages);
    rmSync(join(root, patchStamp), { force: true });
  }
  if (patches !== read(patchStamp)) {
    await step('Applying the patches', () =>
      runPackage('patch-package/index.js', ['--error-on-fail'], { failure: 'A patch does not apply' }),
    );
    writeFileSync(join(root, patchStamp), patches);
  }
  await generateClient();
}

/** Makes the database client from the schema, where it has changed. */
async function generateClient() {
  const stamp = join(root, 'prisma/generated/.made-from');
  const made = hashOf(...filesIn('prisma/schema', '.prisma').map(read), read('node_modules/prisma/package.json'));
  if (read('prisma/generated/.made-from') === made) return;
  await step('Making the database client', async () => {
    await runPackage('prisma/build/index.js', ['generate'], {
      failure: 'The database client could not be made',
      // The command asks for an engine that it doesn't use here and that a closed network can't fetch: any program does.
      env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1', CHECKPOINT_DISABLE: '1' },
    });
    mkdirSync(join(root, 'prisma/generated'), { recursive: true });
    writeFileSync(stamp, made);
  });
}
