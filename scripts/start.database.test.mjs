import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { databaseUrlOf, newDataDir, removeDataDir, startApp } from '../e2e/fixtures/app.ts';
import { connect } from './database.mjs';
import { identityOf } from './lock.mjs';

/** Long enough for a build, where none has been made yet. */
const LONG = 300_000;

const started = [];
const dataDirs = [];

async function start(options) {
  const began = performance.now();
  const app = await startApp(options);
  started.push(app);
  return { ...app, seconds: (performance.now() - began) / 1000 };
}
function dataDir() {
  const made = newDataDir();
  dataDirs.push(made);
  return made;
}
afterEach(async () => {
  for (const app of started.splice(0)) await app.stop();
}, LONG);
afterAll(() => dataDirs.forEach(removeDataDir));

const firstLine = (file) => Number(readFileSync(file, 'utf8').split('\n')[0]);
const answers = async (url) => (await fetch(url, { redirect: 'manual' }).catch(() => null))?.status ?? null;

describe.sequential('on an empty data folder', () => {
  const folder = dataDir();

  test(
    'with SAMPLE=0 the first start shows a link for the first administrator, and Ctrl+C leaves no process',
    async () => {
      const app = await start({ dataDir: folder, env: { SAMPLE: '0' } });
      const [link] = /http\S+\/ar\/invitations\/[\w-]{40,}/.exec(app.said()) ?? [];
      expect(await answers(link)).toBe(200);
      expect(app.said()).not.toContain('@sample.test');
      const client = await connect(databaseUrlOf(folder));
      expect((await client.query('select 1 from "Country" union all select 1 from "User"')).rowCount).toBe(0);
      await client.end();

      const postgres = firstLine(join(folder, 'postgres/postmaster.pid'));
      expect(identityOf(postgres)).not.toBeNull();
      expect(await app.stop()).toBe(0);
      expect(identityOf(app.pid)).toBeNull();
      expect(identityOf(postgres)).toBeNull();
      expect(await answers(app.url)).toBeNull();
      // PostgreSQL wrote everything and took its mark away, and so did the start.
      expect(existsSync(join(folder, 'postgres/postmaster.pid'))).toBe(false);
      expect(existsSync(join(folder, 'in-use.json'))).toBe(false);
    },
    LONG,
  );

  test(
    'a second start skips what is done; a third is refused while it runs',
    async () => {
      const app = await start({ dataDir: folder, env: { SAMPLE: '0' } });
      process.stdout.write(`A second start serves after ${app.seconds.toFixed(1)} s.\n`);
      expect(app.said()).not.toMatch(/Installing|patches|client|Building|Bringing/);
      expect(await answers(`${app.url}/api/health`)).toBe(200);
      const third = startApp({ dataDir: folder, env: { SAMPLE: '0' } });
      await expect(third).rejects.toThrow(`is in use by process ${app.pid}: stop that one first`);
    },
    LONG,
  );
});

test(
  'with DATABASE_URL there is no embedded server, and its database is brought up to date and used',
  async () => {
    const folder = dataDir();
    const { DATABASE_URL, MIGRATION_DATABASE_URL } = process.env;
    const app = await start({ dataDir: folder, env: { DATABASE_URL, MIGRATION_DATABASE_URL, SAMPLE: '0' } });
    expect(existsSync(join(folder, 'postgres'))).toBe(false);
    const [link] = /http\S+\/ar\/invitations\/\S+/.exec(app.said()) ?? [];
    expect(await answers(link)).toBe(200);
    const client = await connect(MIGRATION_DATABASE_URL);
    expect((await client.query('select 1 from "Invitation"')).rowCount).toBe(1);
    await client.end();
    expect(await app.stop()).toBe(0);
  },
  LONG,
);
