import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Stop } from './stop.mjs';

/** What tells a process from a later one with the same number; null where there is no such process. */
export function identityOf(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return null;
  }
  try {
    if (process.platform !== 'linux')
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    // The moment at which it started: field 22, counted behind the name, which may hold spaces.
    const [state, ...rest] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ');
    return state === 'Z' ? null : rest[18];
  } catch {
    return null;
  }
}

function holderOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** Makes the data folder, for its owner alone; PostgreSQL's own user passes through it, where root starts it. */
export function makeDataFolder(dataDir) {
  try {
    mkdirSync(dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
  } catch (error) {
    throw new Stop(`The data folder ${dataDir} can’t be made (${error.code}): give another with DATA_DIR.`);
  }
}

/**
 * Takes the data folder for this process, until it ends.
 * @returns {{ leftOver: boolean }} whether the one before was killed and so couldn't tidy up
 * @throws {Stop} where another process has it
 */
export function lockDataFolder(dataDir) {
  makeDataFolder(dataDir);
  const file = join(dataDir, 'in-use.json');
  const mine = JSON.stringify({ pid: process.pid, identity: identityOf(process.pid) });
  let leftOver = false;
  for (;;) {
    try {
      writeFileSync(file, mine, { flag: 'wx', mode: 0o600 });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST')
        throw new Stop(`The data folder ${dataDir} can’t be written to (${error.code}): give another with DATA_DIR.`);
    }
    const holder = holderOf(file);
    if (holder && identityOf(holder.pid) === holder.identity) throw inUse(dataDir, holder.pid);
    leftOver = true;
    rmSync(file, { force: true });
  }
  process.once('exit', () => {
    if (holderOf(file)?.pid === process.pid) rmSync(file, { force: true });
  });
  return { leftOver };
}

/** The sentence for a data folder that another process has. */
export const inUse = (dataDir, pid) =>
  new Stop(
    `The data folder ${dataDir} is in use by process ${pid}: stop that one first, or give another folder with DATA_DIR.`,
  );
