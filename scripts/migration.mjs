import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import Result from 'pg/lib/result.js';
import { connect, prepareDatabase } from './database.mjs';
import { migrationsList, ScriptAdapter, schemaFiles, withEngine } from './migrate.mjs';
import { startPostgres } from './postgres.mjs';
import { run, Stop } from './stop.mjs';

// To read a database's shape the engine asks for PostgreSQL's internal type "char" (18), which the adapter refuses to
// read. It is read as text (25) here, and handed on under its name.
let charColumns = [];
const { addFields } = Result.prototype;
Result.prototype.addFields = function readChar(fields) {
  charColumns = fields.flatMap((field, index) => (field.dataTypeID === 18 ? [index] : []));
  for (const index of charColumns) fields[index].dataTypeID = 25;
  return addFields.call(this, fields);
};

class CharReader extends ScriptAdapter {
  async connect() {
    return readingChar(await super.connect());
  }
  async connectToShadowDb() {
    return readingChar(await super.connectToShadowDb());
  }
}

function readingChar(adapter) {
  const { queryRaw } = adapter;
  adapter.queryRaw = async function queryWithChar(query) {
    const result = await queryRaw.call(this, query);
    for (const index of charColumns) result.columnTypes[index] = ColumnTypeEnum.Character;
    return result;
  };
  return adapter;
}

/**
 * `npm run migration -- <name>`: writes what changed in `prisma/schema` since the last migration as the next one. The
 * policies of row-level security and the grants are written into it by hand, where the change needs them.
 */
await run(async () => {
  const name = process.argv[2];
  if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) {
    throw new Stop(
      'Give the migration a name of small letters, figures and underscores: npm run migration -- add_grants',
    );
  }
  const dataDir = mkdtempSync(join(tmpdir(), 'migration-'));
  const server = await startPostgres({ dataDir });
  try {
    const client = await connect(server.urlOf('postgres'));
    await prepareDatabase(client, 'shadow', { ownerPassword: 'shadow', runtimePassword: 'shadow' });
    await client.end();
    const { stdout } = await withEngine(new CharReader({ connectionString: server.urlOf('shadow') }), (engine) =>
      engine.diff({
        from: { tag: 'migrations', ...migrationsList() },
        to: { tag: 'schemaDatamodel', files: schemaFiles() },
        script: true,
        exitCode: null,
        shadowDatabaseUrl: null,
        filters: { externalTables: [], externalEnums: [] },
      }),
    );
    if (!stdout || /empty migration/i.test(stdout))
      throw new Stop('The schema says nothing that the migrations don’t.');
    const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
    const folder = join(import.meta.dirname, '../prisma/migrations', `${stamp}_${name}`);
    mkdirSync(folder);
    writeFileSync(join(folder, 'migration.sql'), stdout);
    console.log(`Written: prisma/migrations/${stamp}_${name}/migration.sql`);
  } finally {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
});
