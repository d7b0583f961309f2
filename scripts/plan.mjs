import { spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/**
 * The plan from the command line, without server or database:
 *   plan -- sample | schema | check FILE | template FILE
 *   plan -- print FILE --out FILE.pdf | docx FILE --out FILE.docx | xlsx FILE --out FILE.xlsx
 *     [--layout facing|after|ar|en] [--edition full|public]
 *   plan -- xliff FILE --out FILE.xlf [--from ar|en] | import-xlsx FILE CHANGES | import-xliff FILE CHANGES
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

/** Makes a file beside `out` and gives it that name only when it's whole. */
async function writeTo(out, make) {
  const target = resolve(here, out);
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.part`);
  try {
    if (existsSync(target) && statSync(target).isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
    closeSync(openSync(temporary, 'wx'));
  } catch (error) {
    throw unwritable(out, error);
  }
  try {
    const made = await make(temporary);
    try {
      renameSync(temporary, target);
    } catch (error) {
      throw unwritable(out, error);
    }
    return made;
  } finally {
    rmSync(temporary, { force: true });
  }
}

async function printed(plan, options, out) {
  const { print } = await import('./print.mjs');
  const { pages } = await print({ plan, options, out }).catch((error) => {
    throw failure('notPrinted', { reason: error.message }, error.path ?? '');
  });
  return pages;
}

/** What reads and writes workbooks and translations. */
async function filesOfPlan() {
  const { bundle } = await import('./bundle.mjs');
  await bundle('components/returned/filesOfPlan.ts', '.build/files.mjs');
  return import('../.build/files.mjs');
}

/** The plan with what a file that came back changes, and on stderr what that is. */
async function bringBack(program, { kind, file, changes }, t) {
  const { broughtBack } = await filesOfPlan();
  const found = await broughtBack(readPlan(program, file), readStart(changes, RETURNED_LIMIT + 1), kind);
  if (!found.ok)
    throw new Failure(
      found.refusals.map(({ path, code, values }) => ({
        namespace: 'returned',
        section: `refusals.${found.kind}`,
        code,
        values,
        places: [changes, values.place ?? path].filter(Boolean),
      })),
    );
  for (const { path, place } of found.changes) process.stderr.write(`${place}: ${path}\n`);
  process.stderr.write(`${changes}: ${t('command.changed', { count: found.changes.length })}\n`);
  if (found.unfinished) process.stderr.write(`${changes}: ${t('command.unfinished', { count: found.unfinished })}\n`);
  if (found.ignored.length)
    process.stderr.write(`${changes}: ${t('command.ignored', { columns: found.ignored.join(', ') })}\n`);
  return found.document;
}

/** The largest file that is read back, in bytes. */
const RETURNED_LIMIT = 20_000_000;

async function translator(language, namespace) {
  const { createTranslator } = await import('use-intl/core');
  return createTranslator({ locale: language, messages: messagesIn(language, namespace), onError() {} });
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
        const plan = readPlan(program, command.file);
        const pages = await writeTo(out, (temporary) => printed(plan, options, temporary));
        const t = await translator(parsed.language);
        const said = pages === null ? t('command.written') : t('command.printed', { pages });
        return process.stderr.write(`${out}: ${said}\n`);
      }
      case 'template':
        return process.stdout.write(program.templateDocument(readPlan(program, command.file)));
      case 'xliff': {
        const { out, file, from } = command;
        const plan = readPlan(program, file);
        const { translationFile } = await filesOfPlan();
        const text = translationFile(plan, from ?? plan.languages[0]);
        await writeTo(out, (temporary) => writeFileSync(temporary, text));
        return process.stderr.write(`${out}: ${(await translator(parsed.language))('command.written')}\n`);
      }
      case 'return':
        return process.stdout.write(await bringBack(program, command, await translator(parsed.language)));
    }
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    for (const { namespace, section, code, values, places } of error.sentences) {
      const say = await translator(parsed.language, namespace);
      process.stderr.write(`${[...places, say(`${section}.${code}`, values)].join(': ')}\n`);
    }
    const t = await translator(parsed.language);
    if (!parsed.ok) process.stderr.write(`\n${t('command.usage')}\n`);
    process.exitCode = 1;
  }
}

// A reader that closes the pipe early, such as `head`, has what it wanted.
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error;
});
await run(process.argv.slice(2));
