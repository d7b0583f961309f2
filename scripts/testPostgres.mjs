import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, OWNER, prepareDatabase, RUNTIME } from './database.mjs';
import { migrate } from './migrate.mjs';
import { startPostgres } from './postgres.mjs';

/** The database that each test file's own is copied from. */
export const TEMPLATE = 'template_of_tests';

/** For Vitest: one PostgreSQL for the run, with a migrated database to copy. */
export default async function setup(project) {
  const dataDir = mkdtempSync(join(tmpdir(), 'plan-tests-'));
  chmodSync(dataDir, 0o711);
  // What the tests keep needn't outlive a power cut, and is written faster so. A vacuum would hold up copying.
  const settings = { fsync: 'off', synchronous_commit: 'off', autovacuum: 'off' };
  // A run that is ended from outside comes to no end of its own: what it made goes with the process.
  const drop = () => rmSync(dataDir, { recursive: true, force: true });
  process.once('exit', drop);
  for (const signal of ['SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1));
  const server = await startPostgres({ dataDir, settings });
  const passwords = { ownerPassword: 'owner', runtimePassword: 'runtime' };
  const admin = await connect(server.urlOf('postgres'));
  await prepareDatabase(admin, TEMPLATE, passwords);
  await admin.end();
  const ownerUrl = server.urlOf(TEMPLATE, OWNER, passwords.ownerPassword);
  await migrate(ownerUrl);
  project.provide('postgres', {
    adminUrl: server.urlOf('postgres'),
    ownerUrl,
    runtimeUrl: server.urlOf(TEMPLATE, RUNTIME, passwords.runtimePassword),
  });
  return async () => {
    await server.stop();
    process.off('exit', drop);
    drop();
  };
}
