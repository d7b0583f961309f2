import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp } from './build.mjs';
import { install } from './install.mjs';
import { endAll, root } from './processes.mjs';
import { run, Stop } from './stop.mjs';
import { requireTools } from './testTools.mjs';

/** No step may hold up the others for ever. Far from what any takes, also on a machine that does other things. */
const LONGEST = 40 * 60_000;

let stopped = false;

/** Runs a program of a package, saying what it says, and gives its exit code; null where it was ended. */
function show(program, args, env = {}) {
  return new Promise((done) => {
    const child = spawn(process.execPath, [join(root, 'node_modules', program), ...args], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const late = setTimeout(() => {
      process.stderr.write(`It takes more than ${LONGEST / 60_000} minutes, and is ended.\n`);
      child.kill('SIGINT');
      setTimeout(() => child.kill('SIGKILL'), 20_000).unref();
    }, LONGEST);
    const end = (code) => {
      clearTimeout(late);
      done(code);
    };
    child.once('error', (error) => {
      process.stderr.write(`${error.message}\n`);
      end(null);
    });
    child.once('exit', end);
  });
}

/** One thing that is right or not. */
const check =
  (program, ...args) =>
  async () =>
    (await show(program, args)) === 0 ? [1, 0] : [0, 1];

async function whether(work) {
  try {
    await work();
    return [1, 0];
  } catch (error) {
    process.stderr.write(`${error instanceof Stop ? error.message : (error?.stack ?? error)}\n`);
    return [0, 1];
  }
}

/** A runner's own count. One that ran nothing, or ended badly without naming a failed test, has failed once. */
function counted(file, code, read) {
  let [passed, failed] = [0, 0];
  try {
    [passed, failed] = read(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    process.stderr.write('The runner left no count.\n');
  }
  return [passed, failed || (code !== 0 || passed === 0 ? 1 : 0)];
}

/** Where the runners leave their counts; made on first use, and gone with this process. */
let reports;
function reportsFolder() {
  if (reports) return reports;
  reports = mkdtempSync(join(tmpdir(), 'plan-reports-'));
  process.once('exit', () => rmSync(reports, { recursive: true, force: true }));
  return reports;
}

async function unitTests() {
  const file = join(reportsFolder(), 'unit.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const code = await show('vitest/vitest.mjs', ['run', ...reporters]);
  return counted(file, code, ({ numPassedTests, numFailedTests }) => [numPassedTests, numFailedTests]);
}

async function endToEndTests() {
  const file = join(reportsFolder(), 'e2e.json');
  const settings = { PLAYWRIGHT_JSON_OUTPUT_FILE: file, E2E_URL: '' };
  const code = await show('@playwright/test/cli.js', ['test', '--reporter=list,json'], settings);
  return counted(file, code, ({ stats }) => [stats.expected + stats.flaky, stats.unexpected]);
}

/** Each with the parts of the whole that it belongs to. The routes' own types are there after a build. */
const steps = [
  [['checks'], 'Lint', check('@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.')],
  [['checks'], 'Dead code', check('knip/bin/knip.js')],
  [['unit', 'e2e'], 'Production build', () => whether(buildApp)],
  [['checks'], 'Types', check('typescript/bin/tsc', '--noEmit')],
  [['unit'], 'Unit tests', unitTests],
  [['e2e'], 'End-to-end tests', endToEndTests],
];

/** Ctrl+C reaches the runners too, which tidy up; what was to come after them isn't begun. */
function stopOnSignals() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      stopped = true;
      endAll();
    });
  }
}

const seconds = (started) => `${((performance.now() - started) / 1000).toFixed(1)} s`;

/** What was asked for: all of it, or the parts that are named. */
function askedFor(args) {
  const parts = [...new Set(steps.flatMap(([of]) => of))];
  const unknown = args.find((argument) => !parts.some((part) => argument === `--${part}`));
  if (unknown) {
    throw new Stop(
      `npm test knows no ${unknown}: give none for all of it, or some of ${parts.map((p) => `--${p}`).join(' ')}.`,
    );
  }
  return args.length ? steps.filter(([of]) => of.some((part) => args.includes(`--${part}`))) : steps;
}

/** Says how each step went, and last the sum of all. */
function sumUp(results) {
  process.stdout.write('\n');
  for (const { name, passed, failed, time } of results) {
    const columns = [
      name.padEnd(18),
      `${passed} passed`.padStart(12),
      `${failed} failed`.padStart(11),
      time.padStart(10),
    ];
    process.stdout.write(`${columns.join('')}\n`);
  }
  const [passed, failed] = ['passed', 'failed'].map((key) => results.reduce((sum, result) => sum + result[key], 0));
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return failed;
}

/**
 * Runs every check, going on after one that fails, and ends with `N passed, N failed`: the tests of both runners, and
 * each check as one.
 * @param {string[]} args `--checks`, `--unit`, `--e2e`: some of it
 */
export const runTests = (args) =>
  run(async () => {
    const asked = askedFor(args);
    // What surrounds the tests doesn't decide as what the app is built and tried.
    delete process.env.NODE_ENV;
    stopOnSignals();
    const results = [];
    const take = async (name, work) => {
      const started = performance.now();
      const [passed, failed] = await work();
      results.push({ name, passed, failed, time: seconds(started) });
      return failed === 0;
    };
    // That these are there is no test; that they are missing is a failure.
    const have = async (name, work) => (await take(name, () => whether(work))) && results.pop();
    if (await have('Packages', () => install({ forTests: true }))) {
      if (asked.some(([of]) => !of.includes('checks'))) await have('Tools', requireTools);
      for (const [, name, work] of asked) {
        if (stopped) break;
        process.stdout.write(`\n── ${name}\n`);
        await take(name, work);
      }
    }
    if (stopped) process.exit(130);
    process.exit(sumUp(results) ? 1 : 0);
  });
