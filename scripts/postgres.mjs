import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { identityOf, inUse, makeDataFolder } from './lock.mjs';
import { postgresAccount, postgresBinaries } from './postgresBinaries.mjs';
import { Stop } from './stop.mjs';

/** A free TCP port on the loopback interface. */
export function freePort() {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

/** A secret kept in the data folder, readable by its owner alone; made on first use. */
export function keptSecret(dataDir, name) {
  const file = join(dataDir, name);
  if (!existsSync(file)) {
    makeDataFolder(dataDir);
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 });
  }
  return readFileSync(file, 'utf8').trim();
}

// What surrounds the server must not change it: no PGPORT or PGDATA of the person's, messages that can be read here.
const surroundings = () => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PG') && name !== 'LANGUAGE')),
  LC_ALL: 'C',
  TZ: 'UTC',
});

/**
 * Starts a program of PostgreSQL's and keeps the last of what it says. It has a group of its own: Ctrl+C is for us.
 * Whoever started it and ends, in the middle of starting it perhaps, doesn't leave it running: it gets `ending`.
 */
function launch([file, args, options], ending = (child) => child.kill('SIGINT')) {
  const child = spawn(file, args, {
    ...options,
    cwd: '/',
    detached: true,
    env: surroundings(),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const lines = [];
  child.stderr.setEncoding('utf8').on('data', (text) => {
    lines.push(...text.split('\n').filter(Boolean));
    lines.splice(0, lines.length - 40);
  });
  const ended = new Promise((done) => {
    child.once('error', (error) => done(error.message));
    child.once('exit', (code, signal) => done(code ?? signal));
  });
  const drop = () => ending(child);
  process.once('exit', drop);
  ended.then(() => process.off('exit', drop));
  return { child, lines, ended };
}

/** Ends a program at once, with those that it started. */
function endGroup(child) {
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

/** Makes the server's folder beside its place and moves it there whole: one that was interrupted is begun again. */
async function createCluster(initdb, account, databaseDir, password) {
  const made = `${databaseDir}.new`;
  const passwordFile = `${databaseDir}-password.new`;
  rmSync(made, { recursive: true, force: true, maxRetries: 5 });
  mkdirSync(made, { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account.user) {
    for (const path of [made, passwordFile]) chownSync(path, account.user.uid, account.user.gid);
  }
  const { lines, ended } = launch(
    account.command(initdb, [
      ...['--pgdata', made, '--username', 'postgres', '--pwfile', passwordFile, '--auth', 'scram-sha-256'],
      ...['--encoding', 'UTF8', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8', '--locale', 'C'],
      '--data-checksums',
    ]),
    endGroup,
  );
  const code = await ended;
  rmSync(passwordFile, { force: true });
  if (code !== 0) throw new Stop(`PostgreSQL could not make its folder ${databaseDir}: ${reasonIn(lines, code)}`);
  renameSync(made, databaseDir);
}

const reasonIn = (lines, fallback) =>
  lines.findLast((line) => /FATAL|PANIC|error|could not/i.test(line)) ?? `${fallback}`;

/** Stops what a killed start left running in the folder, since nobody else will. */
async function stopLeftOver(pid) {
  process.kill(pid, 'SIGINT');
  for (let waited = 0; identityOf(pid) && waited < 200; waited += 1) await new Promise((done) => setTimeout(done, 50));
}

async function clearFolder(databaseDir, dataDir, leftOver) {
  const file = join(databaseDir, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (!pid || !identityOf(pid)) return;
  // The number may be another program's by now, after the machine was started anew.
  if (process.platform === 'linux' && !/postgres/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'))) return;
  if (!leftOver) throw inUse(dataDir, pid);
  await stopLeftOver(pid);
}

/**
 * Starts the PostgreSQL server that comes from npm, in a folder of its own below `dataDir`; creates it on first use.
 * It listens on a free port of the loopback interface alone.
 * @param {{ dataDir: string, leftOver?: boolean, settings?: Record<string, string> }} options `leftOver`: the start
 *   before was killed, so a server still running in the folder is its
 * @returns {Promise<{ urlOf: (database: string, role?: string, password?: string) => string, created: boolean,
 *   pid: number, ended: Promise<unknown>, lines: string[], stop: () => Promise<void> }>}
 * @throws {Stop} where another process has the folder, or the server doesn't start
 */
export async function startPostgres({ dataDir: given, leftOver = false, settings = {} }) {
  const dataDir = resolve(given);
  const databaseDir = join(dataDir, 'postgres');
  const { postgres, initdb } = await postgresBinaries();
  await clearFolder(databaseDir, dataDir, leftOver);
  const password = keptSecret(dataDir, 'postgres-password');
  const account = postgresAccount(postgres, databaseDir);
  const created = !existsSync(join(databaseDir, 'PG_VERSION'));
  if (created) await createCluster(initdb, account, databaseDir, password);
  const port = await freePort();
  const all = { listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: '200', ...settings };
  const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const { child, lines, ended } = launch(account.command(postgres, ['-D', databaseDir, '-p', String(port), ...flags]));
  const ready = new Promise((done) => {
    child.stderr.on('data', () => lines.some((line) => line.includes('ready to accept connections')) && done('ready'));
  });
  const code = await Promise.race([ready, ended]);
  if (code !== 'ready') {
    const reason = reasonIn(lines, code);
    if (reason.includes('postmaster.pid')) throw inUse(dataDir, /PID (\d+)/.exec(lines.join())?.[1] ?? 'unknown');
    throw new Stop(`PostgreSQL could not start in ${databaseDir}: ${reason}`);
  }
  return {
    urlOf: (database, role = 'postgres', secret = password) =>
      `postgresql://${role}:${encodeURIComponent(secret)}@127.0.0.1:${port}/${database}`,
    created,
    pid: child.pid,
    ended,
    lines,
    stop: async () => {
      // "Fast": open transactions are rolled back, everything is written, and nobody is waited for.
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGINT');
      await ended;
    },
  };
}
