import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { refusalOfNode } from './node.mjs';
import { freePort } from './postgres.mjs';

const start = join(import.meta.dirname, 'start.mjs');
const folder = mkdtempSync(join(tmpdir(), 'plan-start-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Starts the app under settings that it can't start with; gives what it said to that. */
async function refusal(settings) {
  const { DATABASE_URL: _, MIGRATION_DATABASE_URL: __, NODE_ENV: ___, ...inherited } = process.env;
  const port = String(await freePort());
  const env = { ...inherited, PORT: port, DATA_DIR: join(folder, 'data'), ...settings };
  // Not waited for in this process, which may hold the port.
  const child = spawn(process.execPath, [start], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text) => {
    said += text;
  });
  const [code] = await once(child, 'close');
  return { code, said };
}

/** One sentence, on a line of its own: no stack. */
const sentence = /^[^\n]+\.\n$/;

describe('an old Node', () => {
  test.each(['0.12.18', '8.17.0', '18.20.8', '20.18.3'])(
    '%s is refused in a sentence that names a newer one',
    (version) => {
      expect(`${refusalOfNode(version)}\n`).toMatch(sentence);
      expect(refusalOfNode(version)).toContain('Node 20.19 or later');
    },
  );

  test.each(['20.19.0', '20.20.2', '22.12.0', '24.1.0'])('%s is taken', (version) => {
    expect(refusalOfNode(version)).toBeNull();
  });

  test('can read the files that refuse it, so that they do: nothing newer than modules stands in them', () => {
    const [refusing, ...calling] = ['node.mjs', 'start.mjs', 'test.mjs'].map((name) =>
      readFileSync(join(import.meta.dirname, name), 'utf8'),
    );
    for (const source of [refusing, ...calling]) expect(source).not.toMatch(/\?\.|\?\?|^(?!import|\/\/| ).*\bawait\b/m);
    expect(refusing).not.toMatch(/^import\b/m);
    for (const source of calling)
      expect(source.match(/^import .*/gm)).toEqual(["import { requireNode } from './node.mjs';"]);
  });
});

describe('in one sentence, with exit code 1, the start refuses', () => {
  test('a port that is in use', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const { port } = holder.address();
    const { code, said } = await refusal({ PORT: String(port) });
    holder.close();
    expect(said).toMatch(sentence);
    expect(said).toContain(`Port ${port} is in use`);
    expect(code).toBe(1);
  });

  test('a data folder that another process has', async () => {
    const dataDir = join(folder, 'held');
    const code = `const { lockDataFolder } = await import(${JSON.stringify(join(import.meta.dirname, 'lock.mjs'))});
      lockDataFolder(${JSON.stringify(dataDir)});
      process.stdout.write('held');
      setInterval(() => {}, 1000);`;
    const holder = spawn(process.execPath, ['--input-type=module', '-e', code], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(holder.stdout, 'data');
    const refused = await refusal({ DATA_DIR: dataDir });
    holder.kill('SIGKILL');
    expect(refused.said).toMatch(sentence);
    expect(refused.said).toContain(`${dataDir} is in use by process ${holder.pid}`);
    expect(refused.code).toBe(1);
  });

  test('a data folder that can’t be made', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    const { code, said } = await refusal({ DATA_DIR: join(file, 'data') });
    expect(said).toMatch(sentence);
    expect(said).toContain('give another with DATA_DIR');
    expect(code).toBe(1);
  });

  test('a database that can’t be reached, without telling its password', async () => {
    const url = `postgresql://ministry:top-secret@127.0.0.1:${await freePort()}/plans`;
    const { code, said } = await refusal({ DATABASE_URL: url });
    expect(said).toMatch(sentence);
    expect(said).toContain('check DATABASE_URL');
    expect(said).not.toContain('top-secret');
    expect(code).toBe(1);
  });

  test.each([
    ['PORT', 'http'],
    ['PORT', '70000'],
    ['DATABASE_URL', 'mysql://ministry:top-secret@here/plans'],
    ['MIGRATION_DATABASE_URL', 'postgresql://here/plans'],
    ['APP_URL', 'plan.example.org'],
    ['BETTER_AUTH_SECRET', 'too short'],
    ['SAMPLE_PASSWORD', 'too short'],
    ['SMTP_URL', 'smtp://ministry:top-secret@here?tls=off'],
  ])('%s=%s', async (name, value) => {
    const { code, said } = await refusal({ [name]: value });
    expect(said).toMatch(sentence);
    expect(said).toContain(name);
    expect(said).not.toContain('top-secret');
    expect(code).toBe(1);
  });
});
