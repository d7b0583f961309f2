import { existsSync, readFileSync } from 'node:fs';
import { findChromium, findProgram } from './chromium.mjs';
import { runProgram, step } from './processes.mjs';
import { Stop } from './stop.mjs';

/** The programs that only the tests use, by Debian's package: a browser, and readers of PDF files other than ours. */
const tools = {
  chromium: () => findChromium(),
  'poppler-utils': () => findProgram('pdftotext') && findProgram('pdftoppm') && findProgram('pdfinfo'),
  qpdf: () => findProgram('qpdf'),
};

const missingTools = () => Object.keys(tools).filter((name) => !tools[name]());

function isDebian() {
  if (!existsSync('/etc/os-release') || !findProgram('apt-get')) return false;
  return /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'));
}

async function installTools(names) {
  const options = { env: { DEBIAN_FRONTEND: 'noninteractive' }, failure: 'Debian’s packages could not be installed' };
  const apt = (...args) => runProgram('apt-get', ['-q', '-o', 'DPkg::Lock::Timeout=120', ...args], options);
  await apt('update');
  await apt('install', '--yes', '--no-install-recommends', ...names);
}

/**
 * Brings the programs that the tests use where it may: as root, on Debian.
 * @throws {Stop} with how to get what is missing
 */
export async function requireTools() {
  const names = missingTools();
  if (!names.length) return;
  if (process.getuid?.() === 0 && isDebian()) {
    await step(`Installing ${names.join(', ')}`, () => installTools(names));
  }
  const missing = missingTools();
  if (!missing.length) return;
  throw new Stop(
    `The tests also need ${missing.join(', ')}: install them with "sudo apt-get install ${missing.join(' ')}" on Debian or Ubuntu, from Homebrew on macOS (chromium, poppler, qpdf), or name a Chromium of your own in CHROMIUM.`,
  );
}
