import * as z from 'zod';
import { assess, type CriterionState } from './criteria.ts';
import { type CatalogueTexts, catalogueTexts } from './criterion.ts';
import { PLAN_DOCUMENT_LIMIT, type Refusal, readPlanDocument, writePlanDocument } from './exchange.ts';
import { editions, layouts, type PrintOptions, usualPrint } from './printOptions.ts';
import { problems } from './problems.ts';
import { type Language, type Plan, planLanguages, planSchema } from './schema.ts';
import { templateOf } from './template.ts';

const spoken = ['en', 'ar'] as const;
type SpokenLanguage = (typeof spoken)[number];

/** What a person asked for at the terminal. `file` may be `-`, standard input. */
type Command =
  | { name: 'sample' | 'schema' | 'help' }
  | { name: 'check' | 'template'; file: string }
  | { name: 'xliff'; file: string; out: string; from: Language | null }
  | { name: 'return'; kind: 'xlsx' | 'xliff'; file: string; changes: string }
  | { name: 'print'; file: string; out: string; options: PrintOptions };

/** A sentence of the messages under `check.command.<code>`. */
type Complaint = {
  code:
    | 'noCommand'
    | 'unknownCommand'
    | 'unknownOption'
    | 'noValue'
    | 'repeatedOption'
    | 'notOption'
    | 'noFile'
    | 'noChanges'
    | 'extraArgument'
    | 'noOut';
  values: Record<string, string>;
};

type Parsed = { language: SpokenLanguage } & ({ ok: true; command: Command } | { ok: false; complaint: Complaint });

const commands = [
  'sample',
  'schema',
  'check',
  'template',
  'print',
  'docx',
  'xlsx',
  'xliff',
  'import-xlsx',
  'import-xliff',
] as const;
type CommandName = (typeof commands)[number];

/** Which options each command takes; the language of messages goes with every one. */
const optionsOf: Record<CommandName, readonly string[]> = {
  sample: ['--language'],
  schema: ['--language'],
  check: ['--language'],
  template: ['--language'],
  print: ['--language', '--out', '--layout', '--edition'],
  docx: ['--language', '--out', '--layout', '--edition'],
  xlsx: ['--language', '--out', '--layout', '--edition'],
  xliff: ['--language', '--out', '--from'],
  'import-xlsx': ['--language'],
  'import-xliff': ['--language'],
};

/** Reads the arguments of the command line. Nothing is guessed: what isn't known is complained of, never passed over. */
export function parseArguments(argv: readonly string[]): Parsed {
  const language = languageIn(argv);
  const complain = (code: Complaint['code'], values: Complaint['values'] = {}): Parsed => ({
    language,
    ok: false,
    complaint: { code, values },
  });
  const [name, ...rest] = argv;
  if (name === undefined) return complain('noCommand');
  if (name === '--help' || name === '-h' || name === 'help') return { language, ok: true, command: { name: 'help' } };
  const command = commands.find((each) => each === name);
  if (!command) return complain('unknownCommand', { name });

  const options = new Map<string, string>();
  const files: string[] = [];
  for (let at = 0; at < rest.length; at += 1) {
    const argument = rest[at] ?? '';
    if (argument === '-' || !argument.startsWith('-')) {
      files.push(argument);
      continue;
    }
    const [option = '', inline] = splitOnce(argument);
    if (!optionsOf[command].includes(option)) return complain('unknownOption', { name: option });
    if (options.has(option)) return complain('repeatedOption', { name: option });
    if (inline === undefined) at += 1;
    const value = inline ?? rest[at];
    if (value === undefined || value === '') return complain('noValue', { name: option });
    options.set(option, value);
  }

  const limited = (option: string, allowed: readonly string[]) => {
    const value = options.get(option);
    return value === undefined || allowed.includes(value)
      ? null
      : complain('notOption', { name: option, value, options: allowed.join(', ') });
  };
  const unfit =
    limited('--language', spoken) ??
    limited('--layout', layouts) ??
    limited('--edition', editions) ??
    limited('--from', planLanguages);
  if (unfit) return unfit;
  const returns = command === 'import-xlsx' || command === 'import-xliff';
  const [file, second, third] = files;
  const extra = returns ? third : second;
  if (command === 'sample' || command === 'schema')
    return file === undefined
      ? { language, ok: true, command: { name: command } }
      : complain('extraArgument', { name: file });
  if (extra !== undefined) return complain('extraArgument', { name: extra });
  if (file === undefined) return complain('noFile');
  if (command === 'check' || command === 'template') return { language, ok: true, command: { name: command, file } };
  if (returns) {
    if (second === undefined) return complain('noChanges');
    const kind = command === 'import-xlsx' ? 'xlsx' : 'xliff';
    return { language, ok: true, command: { name: 'return', kind, file, changes: second } };
  }
  const out = options.get('--out');
  if (command === 'xliff') {
    if (out === undefined) return complain('noOut', { ending: 'xlf' });
    const from = planLanguages.find((each) => each === options.get('--from')) ?? null;
    return { language, ok: true, command: { name: command, file, out, from } };
  }
  const format = command === 'print' ? 'pdf' : command;
  if (out === undefined) return complain('noOut', { ending: format });
  const layout = layouts.find((each) => each === options.get('--layout')) ?? usualPrint.layout;
  const edition = editions.find((each) => each === options.get('--edition')) ?? usualPrint.edition;
  return {
    language,
    ok: true,
    command: { name: 'print', file, out, options: { ...usualPrint, format, layout, edition } },
  };
}

function splitOnce(argument: string): [string, string?] {
  const at = argument.indexOf('=');
  return at < 0 ? [argument] : [argument.slice(0, at), argument.slice(at + 1)];
}

/** The language is looked for first, so that a complaint about anything else is already in it. */
function languageIn(argv: readonly string[]): SpokenLanguage {
  const at = argv.indexOf('--language');
  const asked = at >= 0 ? argv[at + 1] : argv.find((each) => each.startsWith('--language='))?.split('=')[1];
  return spoken.find((each) => each === asked) ?? 'en';
}

/** What `check` prints: the problems and the criteria of a plan, bare of sentences, for programs. */
type Report = {
  problems: { path: string; code: string }[];
  criteria: { id: string; state: CriterionState }[];
};

/** The report on a plan; `texts` are the catalogue's own words, as for `assess`. */
export function reportOn(plan: Plan, texts?: CatalogueTexts): Report {
  return {
    problems: problems(plan).map(({ path, code }) => ({ path, code })),
    criteria: assess(plan, texts).map(({ id, state }) => ({ id, state })),
  };
}

/** How many bytes are worth reading of a document: one more than it may have tells that it has too many. */
export const READ_LIMIT = PLAN_DOCUMENT_LIMIT + 1;

/** A plan from the first `READ_LIMIT` bytes of a file, or where and why it's refused. */
export function readBytes(bytes: Uint8Array): { ok: true; plan: Plan } | { ok: false; refusals: Refusal[] } {
  if (bytes.length >= READ_LIMIT) return readPlanDocument(' '.repeat(READ_LIMIT));
  try {
    return readPlanDocument(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return { ok: false, refusals: [{ path: '', code: 'notUtf8', values: {} }] };
  }
}

/** The JSON Schema of a plan's document, as it may be handed in: all but the version may be left out. */
export function planJsonSchema(): Record<string, unknown> {
  return { ...z.toJSONSchema(planSchema, { io: 'input' }), title: 'National action plan', required: ['version'] };
}

/** What `template` prints: the document of a plan that another country may begin from. */
export const templateDocument = (plan: Plan): string => writePlanDocument(templateOf(plan));

export { catalogueTexts };
