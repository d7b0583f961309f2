import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, readSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/**
 * The plan from the command line, without server or database:
 *   plan -- sample | schema | check FILE | print FILE --out FILE.pdf | docx FILE --out FILE.docx |
 *     xlsx FILE --out FILE.xlsx [--layout facing|ar|en]
 * Answers go to stdout, everything else to stderr; what fails writes no file and ends with code 1.
 */
const root = join(import.meta.dirname, '..');
const samplePlan = () => readFileSync(join(root, 'prisma/seed/samplePlan.json'), 'utf8');
const messagesIn = (language, namespace = 'check') =>
  JSON.parse(readFileSync(join(root, `locales/${language}/${namespace}.json`), 'utf8'));

// npm runs scripts in the project's folder; files are named from where the person is.
const here = (process.env.npm_lifecycle_event === 'plan' && process.env.INIT_CWD) || process.cwd();

/** A reason to end: a code of the messages `check.command` or `check.refusals`, with what it's about before it. */
class Failure extends Error {
  constructor(sentences) {
    super('The command failed');
    this.sentences = sentences;
  }
}
const failure = (code, values = {}, about = '') =>
  new Failure([{ section: 'command', code, values, places: about ? [about] : [] }]);

/** Installs the packages where they are missing, saying so on stderr only. */
function install(language) {
  if (['zod', 'esbuild', 'use-intl'].every((name) => existsSync(join(root, 'node_modules', name)))) return;
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status === 0) return;
  // Without packages there is nothing to format messages with.
  process.stderr.write(`${messagesIn(language).command.notInstalled.replace('{status}', String(status))}\n`);
  process.exit(1);
}

/** The first bytes of a file, or of standard input. */
function readStart(file, limit) {
  const chunks = [];
  let length = 0;
  let descriptor;
  try {
    descriptor = file === '-' ? 0 : openSync(resolve(here, file), 'r');
    while (length < limit) {
      const chunk = Buffer.alloc(Math.min(65_536, limit - length));
      const count = readSync(descriptor, chunk);
      if (count === 0) break;
      chunks.push(chunk.subarray(0, count));
      length += count;
    }
  } catch (error) {
    // Windows tells the end of a pipe by an error.
    if (error.code !== 'EOF') throw error.code === 'ENOENT' ? failure('absent', {}, file) : unreadable(file, error);
  } finally {
    if (descriptor) closeSync(descriptor);
  }
  return Buffer.concat(chunks);
}

const unreadable = (file, error) => failure('unreadable', { reason: error.code ?? error.message }, file);
const unwritable = (file, error) => failure('unwritable', { reason: error.code ?? error.message }, file);

function readPlan({ readBytes, READ_LIMIT }, file) {
  const result = readBytes(readStart(file, READ_LIMIT));
  if (result.ok) return result.plan;
  throw new Failure(
    result.refusals.map(({ path, code, values }) => ({
      section: 'refusals',
      code,
      values,
      places: [file, path].filter(Boolean),
    })),
  );
}

/** Prints into a file beside `out` and gives it that name only when it's whole. */
async function printTo(out, plan, options) {
  const target = resolve(here, out);
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.part`);
  try {
    if (existsSync(target) && statSync(target).isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
    closeSync(openSync(temporary, 'wx'));
  } catch (error) {
    throw unwritable(out, error);
  }
  try {
    const { print } = await import('./print.mjs');
    const { pages } = await print({ plan, options, out: temporary }).catch((error) => {
      throw failure('notPrinted', { reason: error.message }, error.path ?? '');
    });
    try {
      renameSync(temporary, target);
    } catch (error) {
      throw unwritable(out, error);
    }
    return pages;
  } finally {
    rmSync(temporary, { force: true });
  }
}

async function translator(language) {
  const { createTranslator } = await import('use-intl/core');
  return createTranslator({ locale: language, messages: messagesIn(language), onError() {} });
}

const recommendations = ({ catalogueTexts }) =>
  catalogueTexts(...['ar', 'en'].map((language) => messagesIn(language, 'catalogue').recommendations));

const json = (value, indent) => `${JSON.stringify(value, null, indent)}\n`;

async function run(argv) {
  // The commonest wish needs no package, and so no installation.
  if (argv.length === 1 && argv[0] === 'sample') return process.stdout.write(samplePlan());
  const asked = argv.some((each, at) => each === '--language=ar' || (each === 'ar' && argv[at - 1] === '--language'));
  install(asked ? 'ar' : 'en');
  const { bundle } = await import('./bundle.mjs');
  await bundle('app/_plan/commandLine.ts', '.build/plan.mjs');
  const program = await import('../.build/plan.mjs');
  const parsed = program.parseArguments(argv);
  try {
    if (!parsed.ok) throw failure(parsed.complaint.code, parsed.complaint.values);
    const { command } = parsed;
    switch (command.name) {
      case 'help':
        return process.stdout.write(`${(await translator(parsed.language))('command.usage')}\n`);
      case 'sample':
        return process.stdout.write(samplePlan());
      case 'schema':
        return process.stdout.write(json(program.planJsonSchema(), 2));
      case 'check':
        return process.stdout.write(json(program.reportOn(readPlan(program, command.file), recommendations(program))));
      case 'print': {
        const { out, options } = command;
        const pages = await printTo(out, readPlan(program, command.file), options);
        const t = await translator(parsed.language);
        const said = pages === null ? t('command.written') : t('command.printed', { pages });
        return process.stderr.write(`${command.out}: ${said}\n`);
      }
    }
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const t = await translator(parsed.language);
    for (const { section, code, values, places } of error.sentences)
      process.stderr.write(`${[...places, t(`${section}.${code}`, values)].join(': ')}\n`);
    if (!parsed.ok) process.stderr.write(`\n${t('command.usage')}\n`);
    process.exitCode = 1;
  }
}

// A reader that closes the pipe early, such as `head`, has what it wanted.
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error;
});
await run(process.argv.slice(2));
