import { createHmac } from 'node:crypto';
import { keptSecret, startPostgres } from './postgres.mjs';
import { Stop } from './stop.mjs';

/** The database's name within the embedded server. */
const DATABASE = 'plans';
/** The role that owns the tables, and the one that the app works as, which owns nothing. */
export const OWNER = 'plan_owner';
export const RUNTIME = 'plan_app';

const reasons = {
  '28P01': 'it refuses the name or the password',
  28000: 'it refuses the name or the password',
  '3D000': 'it has no database of that name',
};

/**
 * Connects to a database.
 * @param {string} url
 * @param {string} variable the setting that holds the address, for the sentence
 * @throws {Stop} where it can't be reached; the sentence never holds the password
 */
export async function connect(url, variable = 'DATABASE_URL') {
  const { default: pg } = await import('pg');
  let client;
  let place = variable;
  try {
    const { host, pathname } = new URL(url);
    place = `${host}${pathname}`;
    client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
    // A connection that breaks later says so where it is used next.
    client.on('error', () => {});
    await client.connect();
    return client;
  } catch (error) {
    const reason = reasons[error.code] ?? error.code ?? error.message;
    throw new Stop(`The database ${place} can’t be reached (${reason}): check ${variable}.`);
  }
}

/** Makes a role that may sign in, or gives it this password. */
async function makeRole(client, role, password) {
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role]);
  const rights = rowCount ? '' : 'nosuperuser nobypassrls nocreatedb nocreaterole';
  await client.query(
    `${rowCount ? 'alter' : 'create'} role ${role} login ${rights} password ${client.escapeLiteral(password)}`,
  );
}

/**
 * Makes the two roles, and a database for the one that owns its tables, where they aren't there yet.
 * @param {import('pg').Client} client as a superuser, on the server's database `postgres`
 */
export async function prepareDatabase(client, database, { ownerPassword, runtimePassword }) {
  await makeRole(client, OWNER, ownerPassword);
  await makeRole(client, RUNTIME, runtimePassword);
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database]);
  if (rowCount) return;
  const name = client.escapeIdentifier(database);
  await client.query(`create database ${name} owner ${OWNER}`);
  await client.query(`revoke all on database ${name} from public`);
  await client.query(`grant connect on database ${name} to ${RUNTIME}`);
}

async function openEmbedded({ dataDir, leftOver }) {
  const server = await startPostgres({ dataDir, leftOver });
  const ownerPassword = keptSecret(dataDir, 'database-owner-password');
  const runtimePassword = keptSecret(dataDir, 'database-password');
  const client = await connect(server.urlOf('postgres'));
  await prepareDatabase(client, DATABASE, { ownerPassword, runtimePassword });
  await client.end();
  return {
    ownerUrl: server.urlOf(DATABASE, OWNER, ownerPassword),
    runtimeUrl: server.urlOf(DATABASE, RUNTIME, runtimePassword),
    ended: server.ended,
    lines: server.lines,
    stop: server.stop,
  };
}

/** One address was given: its role owns the tables, and the app gets a role of its own beside it. */
async function openAsOwner(ownerUrl) {
  const client = await connect(ownerUrl);
  const url = new URL(ownerUrl);
  // The same for every copy of the app that is given the same address, and kept nowhere.
  const password = createHmac('sha256', `${url.username}:${url.password}@${url.host}`)
    .update(RUNTIME)
    .digest('base64url');
  try {
    await makeRole(client, RUNTIME, password);
    await client.query(`grant connect on database ${client.escapeIdentifier(client.database)} to ${RUNTIME}`);
  } catch (error) {
    if (error.code !== '42501') throw error;
    throw new Stop(
      `The role ${client.user} of DATABASE_URL may not make the role ${RUNTIME}: give the role that owns the tables in MIGRATION_DATABASE_URL, and one that owns nothing in DATABASE_URL.`,
    );
  } finally {
    await client.end();
  }
  url.username = RUNTIME;
  url.password = password;
  return { ownerUrl, runtimeUrl: url.href };
}

/** Two addresses were given: the app's role must be one that row-level security binds. */
async function openAsTwo(runtimeUrl, ownerUrl) {
  const runtime = await connect(runtimeUrl);
  await runtime.end();
  const owner = await connect(ownerUrl, 'MIGRATION_DATABASE_URL');
  try {
    const { rows } = await owner.query(
      'select rolsuper or rolbypassrls or pg_has_role(rolname, current_user, $2) as free from pg_roles where rolname = $1',
      [runtime.user, 'MEMBER'],
    );
    if (rows[0]?.free) {
      throw new Stop(
        `The role ${runtime.user} of DATABASE_URL is not bound by row-level security: give one that owns nothing and is no superuser.`,
      );
    }
    const { rowCount } = await owner.query('select 1 from pg_roles where rolname = $1', [RUNTIME]);
    if (!rowCount) await owner.query(`create role ${RUNTIME} nologin`);
    const { rows: member } = await owner.query('select pg_has_role($1, $2, $3) as yes', [
      runtime.user,
      RUNTIME,
      'USAGE',
    ]);
    if (!member[0].yes) await owner.query(`grant ${RUNTIME} to ${owner.escapeIdentifier(runtime.user)}`);
  } catch (error) {
    if (error.code !== '42501') throw error;
    throw new Stop(
      `The role ${owner.user} of MIGRATION_DATABASE_URL may not give ${runtime.user} its rights: run as a superuser, once, "create role ${RUNTIME} nologin; grant ${RUNTIME} to ${runtime.user};".`,
    );
  } finally {
    await owner.end();
  }
  return { ownerUrl, runtimeUrl };
}

/**
 * Opens the database that the environment names, or else the embedded one in the data folder.
 * @param {{ dataDir: string, leftOver: boolean, url?: string, migrationUrl?: string }} options
 * @returns {Promise<{ ownerUrl: string, runtimeUrl: string, ended?: Promise<unknown>, lines?: string[], stop?: () => Promise<void> }>}
 */
export function openDatabase({ dataDir, leftOver, url, migrationUrl }) {
  if (!url) return openEmbedded({ dataDir, leftOver });
  return migrationUrl && migrationUrl !== url ? openAsTwo(url, migrationUrl) : openAsOwner(url);
}
