import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { partOf } from '#plan/parts';
import { databaseUrlOf, newDataDir, type RunningApp, removeDataDir, startApp } from '../fixtures/app.ts';
import { emailOf, fillSignIn } from '../fixtures/people.ts';
import { expect, test } from '../fixtures/test.ts';
import { stored } from './writing.ts';

/** How often each is killed: more on demand. */
const rounds = Number(process.env.TRUST_ROUNDS ?? 2);
/** Longest start, checks and all, on a machine that does other things as well. */
const ROUND_MS = 30_000;

const fields = ['about.foreword.en', 'situation.stocktake.ar', 'money.notes.en', 'measure.learning.ar'];

/** A save that was sent: what became of it is unknown while no answer came. */
type Sent = { id: string; from: string; to: string };
type Writer = { path: string; text: string; acknowledged: Sent[]; unknown: Sent | null };
type Server = { app: RunningApp; planId: string; cookie: string };

for (const victim of ['web server', 'PostgreSQL'] as const) {
  test(`every save that was answered is there after the ${victim} is killed right then`, async ({ browser }) => {
    test.setTimeout((rounds + 1) * ROUND_MS);
    const dataDir = newDataDir();
    let app = await startApp({ dataDir });
    try {
      const [cookie, planId] = [await signIn(browser, app.url), await samplePlan(dataDir)];
      const writers = await Promise.all(
        fields.map(async (path): Promise<Writer> => {
          const text = String(await look(dataDir, (client) => stored(client, planId, path)));
          return { path, text, acknowledged: [], unknown: null };
        }),
      );
      for (let round = 0; round < rounds; round += 1) {
        const server = { app, planId, cookie };
        for (const writer of writers) expect(await write(writer, server)).toBe(200);
        const pids = processesOf(victim, app, dataDir);
        await writeUntil(round + 1, writers, server, () => kill(pids));
        // Whoever started it notices by itself, says so and stops the rest.
        expect(await app.ended).toBe(1);
        app = await startApp({ dataDir });
        await lookAfter(dataDir, writers, { app, planId, cookie });
      }
      expect(writers.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0)).toBeGreaterThan(rounds);
    } finally {
      await app.stop();
      removeDataDir(dataDir);
    }
  });
}

async function signIn(browser: Browser, url: string): Promise<string> {
  const context = await browser.newContext({ baseURL: url, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/en/sign-in');
  await fillSignIn(page, 'en', emailOf('coordinator'));
  await page.waitForURL((address) => !address.pathname.endsWith('/sign-in'));
  const cookies = await context.cookies();
  await context.close();
  return cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
}

async function look<T>(dataDir: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrlOf(dataDir) });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const samplePlan = (dataDir: string) =>
  look(dataDir, async (client) => {
    const { rows } = await client.query<{ id: string }>('select "id"::text from "Plan" order by "id" limit 1');
    return rows[0]?.id ?? '';
  });

/** Sends a save, and gives the status of the answer; null where none came. */
async function send({ app, planId, cookie }: Server, path: string, { id, from, to }: Sent): Promise<number | null> {
  try {
    const answer = await fetch(`${app.url}/api/plans/${planId}/parts/${partOf(path)}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json', origin: app.url, cookie },
      body: JSON.stringify({ id, changes: [{ path, from, to }] }),
    });
    await answer.arrayBuffer();
    return answer.status;
  } catch {
    return null;
  }
}

/** The writer's next save, until it is answered or known to have failed. */
async function write(writer: Writer, server: Server): Promise<number | null> {
  const sent = { id: uuidv7(), from: writer.text, to: `${writer.text.slice(0, 400)} ${uuidv7()}` };
  writer.unknown = sent;
  const status = await send(server, writer.path, sent);
  if (status !== 200) return status;
  writer.unknown = null;
  writer.text = sent.to;
  writer.acknowledged.push(sent);
  return status;
}

/** All write without a pause; at the answer number `count` of this round, at once, `strike`. */
async function writeUntil(count: number, writers: Writer[], server: Server, strike: () => void): Promise<void> {
  let [answers, isOver] = [0, false];
  const goOn = async (writer: Writer) => {
    while (!isOver) {
      const status = await write(writer, server);
      // Before the blow every save has to succeed; of one that was under way then nobody knows.
      if (status !== 200) return expect(isOver, `answered ${status}`).toBe(true);
      answers += 1;
      if (answers < count || isOver) continue;
      isOver = true;
      strike();
    }
  };
  await Promise.all(writers.map(goOn));
}

/** What was acknowledged is stored, once; what was unknown may be, and sending it again settles it. */
async function lookAfter(dataDir: string, writers: Writer[], server: Server): Promise<void> {
  await look(dataDir, async (client) => {
    for (const writer of writers) {
      const { path, acknowledged, unknown } = writer;
      const now = await stored(client, server.planId, path);
      expect([writer.text, unknown?.to]).toContain(now);
      const ids = acknowledged.map(({ id }) => id);
      const { rows } = await client.query<{ count: string }>(
        `select count(*) from "Change" where "id" = any ($1::uuid[])`,
        [ids],
      );
      expect(Number(rows[0]?.count), 'acknowledged saves in the history').toBe(ids.length);
      if (!unknown) continue;
      expect(await send(server, path, unknown)).toBe(200);
      expect(await stored(client, server.planId, path)).toBe(unknown.to);
      writer.text = unknown.to;
      acknowledged.push(unknown);
      writer.unknown = null;
    }
  });
}

type Process = { pid: number; parent: number; command: string };

function running(): Process[] {
  const lines = execFileSync('ps', ['-A', '-ww', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
  return lines.flatMap((line) => {
    const [, pid, parent, command = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return pid ? [{ pid: Number(pid), parent: Number(parent), command }] : [];
  });
}

/** A process and all that came from it. */
const family = (pid: number, all: Process[]): number[] => [
  pid,
  ...all.filter(({ parent }) => parent === pid).flatMap((child) => family(child.pid, all)),
];

function processesOf(victim: 'web server' | 'PostgreSQL', app: RunningApp, dataDir: string): number[] {
  const all = running();
  if (victim === 'PostgreSQL')
    return family(Number(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]), all);
  const web = all.find(({ parent, command }) => parent === app.pid && /\bplan-web\b/.test(command));
  if (!web) throw new Error('The web server’s process was not found');
  return family(web.pid, all);
}

/** kill -9, all of them in one go. */
function kill(pids: number[]): void {
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // One of the others took it along.
    }
  }
}
