import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { parseArguments, planJsonSchema, READ_LIMIT, readBytes } from './commandLine.ts';
import type { Plan } from './schema.ts';

const root = join(import.meta.dirname, '../..');
const samplePath = join(root, 'prisma/seed/samplePlan.json');
const sample = readFileSync(samplePath, 'utf8');

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'plan-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the program as a person would, in a folder of its own. */
function plan(args: string[], input = '') {
  const { npm_lifecycle_event: _, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'scripts/plan.mjs'), ...args], {
    cwd: folder,
    env,
    input,
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  return { status, stdout, stderr };
}
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return name;
};
const edited = (change: (document: { about: object }) => void) => {
  const document = JSON.parse(sample) as { about: object };
  change(document);
  return JSON.stringify(document);
};

describe('at the terminal', { timeout: 60_000 }, () => {
  test('“sample” prints the sample plan, and nothing else', () => {
    expect(plan(['sample'])).toEqual({ status: 0, stdout: sample, stderr: '' });
  });

  test('“schema” prints a JSON Schema that names the fields of an action', () => {
    const { status, stdout, stderr } = plan(['schema']);
    expect([status, stderr]).toEqual([0, '']);
    const { properties, required } = JSON.parse(stdout);
    expect(required).toEqual(['version']);
    expect(Object.keys(properties.actions.additionalProperties.properties)).toEqual(
      expect.arrayContaining(['title', 'leadAgency', 'start', 'end', 'cost', 'indicators', 'recommendations']),
    );
  });

  test('“check” prints problems and criteria of a file, or of standard input, and nothing else', () => {
    const report = plan(['check', samplePath]);
    const parsed = JSON.parse(report.stdout);
    expect([report.status, report.stderr, Object.keys(parsed)]).toEqual([0, '', ['problems', 'criteria']]);
    expect(parsed.problems).toEqual([]);
    expect(parsed.criteria).toHaveLength(34);
    expect(parsed.criteria[0]).toEqual({ id: 'ownership', state: 'met' });
    expect(plan(['check', '-'], sample).stdout).toBe(report.stdout);
  });

  test('“check” finds what is wrong in an incomplete plan, and still succeeds', () => {
    const text = edited((document) =>
      Object.assign(document.about, { end: '2026-01-01', title: { ar: 'خطة', en: '' } }),
    );
    const { status, stdout } = plan(['check', file('wrong.json', text)]);
    expect(status).toBe(0);
    expect(JSON.parse(stdout).problems).toEqual(
      expect.arrayContaining([
        { path: 'about.title', code: 'englishMissing' },
        { path: 'about.end', code: 'endBeforeStart' },
      ]),
    );
  });

  test.each<[string, () => string[], RegExp]>([
    [
      'bad JSON',
      () => ['check', file('bad.json', '{"version":1,')],
      /^bad\.json: This is not valid JSON \(line 1\)\.$/m,
    ],
    [
      'an unknown version',
      () => ['check', file('v2.json', '{"version":2}')],
      /^v2\.json: version: The file is of version 2; /,
    ],
    [
      'a wrong type',
      () => [
        'check',
        file(
          'type.json',
          edited((document) => Object.assign(document.about, { start: 2027 })),
        ),
      ],
      /^type\.json: about\.start: This is not of the right type: a text was expected\.$/m,
    ],
    ['a file that isn’t there', () => ['check', 'none.json'], /^none\.json: There is no such file\.$/m],
    ['a folder', () => ['check', '.'], /^\.: The file can’t be read \(EISDIR\)\.$/m],
    ['an unknown command', () => ['frobnicate'], /^There is no command frobnicate/],
    ['no command', () => [], /^Say what to do/],
    ['an unknown option', () => ['check', samplePath, '--fast'], /^This command has no option --fast\./],
    ['two files', () => ['check', 'a', 'b'], /^The argument b is one too many\./],
    [
      'an unknown layout',
      () => ['print', samplePath, '--out', 'x.pdf', '--layout', 'fr'],
      /^fr is not a value of --layout: use facing, after, ar, en\./,
    ],
    [
      'an unknown edition',
      () => ['print', samplePath, '--out', 'x.pdf', '--edition', 'secret'],
      /: use full, public\./,
    ],
    ['no file that came back', () => ['import-xlsx', samplePath], /^The file with the changes is missing\./],
    [
      'a workbook that is none',
      () => ['import-xlsx', samplePath, file('sheet.json', '{}')],
      /^sheet\.json: .*Save the workbook that came from this app/,
    ],
    [
      'a translation with an entity bomb',
      () => ['import-xliff', samplePath, file('bomb.json', '<!DOCTYPE x [<!ENTITY a "b">]><xliff/>')],
      /^bomb\.json: The file has a document type declaration \(line 1\)/,
    ],
    ['no file to write', () => ['print', samplePath], /^The file to write is missing/],
    [
      'a plan that can’t be read, to print',
      () => ['print', file('v3.json', '{"version":3}'), '--out', 'x.pdf'],
      /^v3\.json: version: /,
    ],
    [
      'a place that can’t be written',
      () => ['print', samplePath, '--out', 'none/x.pdf'],
      /^none\/x\.pdf: The file can’t be written there \(ENOENT\)\.$/m,
    ],
    [
      'a folder to write to',
      () => ['print', samplePath, '--out', '.'],
      /^\.: The file can’t be written there \(EISDIR\)\.$/m,
    ],
  ])('%s is told in a sentence on stderr, with code 1 and nothing written', (_, args, sentence) => {
    const { status, stdout, stderr } = plan(args());
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(sentence);
    expect(readdirSync(folder).filter((name) => !name.endsWith('.json'))).toEqual([]);
  });

  test.each(['docx', 'xlsx'])('“%s” writes a file that office programs open, and says so on stderr alone', (format) => {
    const out = join(folder, `plan.${format}`);
    const { status, stdout, stderr } = plan([format, samplePath, '--out', out, '--layout', 'ar']);
    expect([status, stdout, stderr]).toEqual([0, '', `${out}: Written.\n`]);
    // What a ZIP file begins with.
    expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK');
    rmSync(out);
  });

  test('what went out as a workbook and comes back untouched changes nothing', () => {
    expect(plan(['xlsx', samplePath, '--out', 'plan.xlsx']).status).toBe(0);
    const { status, stdout, stderr } = plan(['import-xlsx', samplePath, 'plan.xlsx']);
    expect([status, stdout, stderr]).toEqual([0, sample, 'plan.xlsx: The file changes nothing.\n']);
    rmSync(join(folder, 'plan.xlsx'));
  });

  test('a translation comes back into the plan, text by text, and each is told on stderr', () => {
    expect(plan(['xliff', samplePath, '--out', 'plan.xlf', '--from', 'ar']).status).toBe(0);
    const path = join(folder, 'plan.xlf');
    const title = (JSON.parse(sample) as Plan).about.title.en;
    writeFileSync(path, readFileSync(path, 'utf8').replace(`>${title}<`, '>A title that a translator wrote<'));
    const { status, stdout, stderr } = plan(['import-xliff', samplePath, 'plan.xlf']);
    expect([status, stderr]).toEqual([0, 'about.title: about.title.en\nplan.xlf: One change is made.\n']);
    expect(JSON.parse(stdout)).toEqual({
      ...JSON.parse(sample),
      about: {
        ...JSON.parse(sample).about,
        title: { ...JSON.parse(sample).about.title, en: 'A title that a translator wrote' },
      },
    });
    rmSync(path);
  });

  test('“template” prints a plan that can be checked, without the country’s name', () => {
    const { status, stdout, stderr } = plan(['template', samplePath]);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).not.toContain((JSON.parse(sample) as Plan).about.countryName.ar);
    expect(plan(['check', '-'], stdout).status).toBe(0);
  });

  test('messages can be had in Arabic', () => {
    expect(plan(['check', 'none.json', '--language', 'ar']).stderr).toBe('none.json: لا وجود لهذا الملف.\n');
  });
});

describe('the arguments', () => {
  it('may have options before or after the file, and with “=”', () => {
    const command = {
      name: 'print',
      file: 'a.json',
      out: 'b.pdf',
      options: { layout: 'ar', format: 'pdf', edition: 'full' },
    };
    expect(parseArguments(['print', 'a.json', '--out', 'b.pdf', '--layout', 'ar'])).toMatchObject({
      ok: true,
      command,
    });
    expect(parseArguments(['print', '--layout=ar', '--out=b.pdf', 'a.json'])).toMatchObject({ ok: true, command });
  });

  it('print facing columns where no layout is asked for', () => {
    expect(parseArguments(['print', '-', '--out', 'b.pdf'])).toMatchObject({
      command: { file: '-', options: { layout: 'facing' } },
    });
  });

  test.each([
    [['print', 'a', '--out'], 'noValue'],
    [['print', 'a', '--out', 'b', '--out', 'c'], 'repeatedOption'],
    [['sample', 'x'], 'extraArgument'],
    [['check'], 'noFile'],
    [['check', 'a', '--language', 'fr'], 'notOption'],
  ])('%j are complained of', (argv, code) => {
    expect(parseArguments(argv)).toMatchObject({ ok: false, complaint: { code } });
  });
});

test('bytes that are no UTF-8, or too many, are refused', () => {
  expect(readBytes(new Uint8Array([0x22, 0xff, 0x22]))).toMatchObject({ refusals: [{ code: 'notUtf8' }] });
  expect(readBytes(new Uint8Array(READ_LIMIT))).toMatchObject({ refusals: [{ code: 'tooLarge' }] });
});

test('the JSON Schema lets nothing in that the reader refuses as unknown', () => {
  expect(planJsonSchema()).toMatchObject({ additionalProperties: false, type: 'object' });
});
