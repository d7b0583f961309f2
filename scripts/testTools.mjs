import { execFileSync } from 'node:child_process';
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

/** Debian’s Chromium without a window: the tests take half the time in it. Any other does too. */
const QUICK = 'chromium-headless-shell';
const offers = (name) =>
  execFileSync('apt-cache', ['search', '--names-only', `^${name}$`], { encoding: 'utf8' }) !== '';

const missingTools = () => Object.keys(tools).filter((name) => !tools[name]());

function isDebian() {
  if (!existsSync('/etc/os-release') || !findProgram('apt-get')) return false;
  return /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'));
}

async function installTools(names) {
  const options = { env: { DEBIAN_FRONTEND: 'noninteractive' }, failure: 'Debian’s packages could not be installed' };
  const apt = (...args) => runProgram('apt-get', ['-q', '-o', 'DPkg::Lock::Timeout=120', ...args], options);
  await apt('update');
  const packages = names.map((name) => (name === 'chromium' && offers(QUICK) ? QUICK : name));
  await apt('install', '--yes', '--no-install-recommends', ...packages);
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
