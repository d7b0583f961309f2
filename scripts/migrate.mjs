import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';

const root = join(import.meta.dirname, '..');

/**
 * Prisma's own schema engine, as WebAssembly: migrations without a binary that a closed network can't fetch. It writes
 * the `_prisma_migrations` table that `prisma migrate deploy` reads, so the two agree.
 */
async function loadEngine() {
  globalThis.PRISMA_WASM_PANIC_REGISTRY ??= { set_message: (message) => process.stderr.write(`${message}\n`) };
  const folder = dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'));
  const glue = await import(join(folder, 'schema_engine_bg.js'));
  const module = await WebAssembly.compile(readFileSync(join(folder, 'schema_engine_bg.wasm')));
  const instance = await WebAssembly.instantiate(module, { './schema_engine_bg.js': glue });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start?.();
  return glue.SchemaEngine;
}

/** The folder `prisma/migrations` as the engine takes it. */
export function migrationsList() {
  const baseDir = join(root, 'prisma/migrations');
  const names = readdirSync(baseDir, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return {
    baseDir,
    lockfile: { path: 'migration_lock.toml', content: readFileSync(join(baseDir, 'migration_lock.toml'), 'utf8') },
    migrationDirectories: names
      .map(({ name }) => ({
        path: name,
        migrationFile: {
          path: 'migration.sql',
          content: { tag: 'ok', value: readFileSync(join(baseDir, name, 'migration.sql'), 'utf8') },
        },
      }))
      .sort((a, b) => (a.path < b.path ? -1 : 1)),
    shadowDbInitScript: '',
  };
}

/** The files of `prisma/schema`, as the engine takes them. */
export function schemaFiles() {
  const folder = join(root, 'prisma/schema');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.prisma'))
    .sort()
    .map((name) => ({ path: join(folder, name), content: readFileSync(join(folder, name), 'utf8') }));
}

/**
 * The adapter, sending a script whole: as it comes it cuts one at every semicolon, those of comments and of functions
 * too. Sent whole, a migration also happens in one transaction.
 */
export class ScriptAdapter extends PrismaPg {
  #opened = [];
  async connect() {
    const adapter = sendingWhole(await super.connect());
    this.#opened.push(adapter);
    return adapter;
  }
  async connectToShadowDb() {
    return sendingWhole(await super.connectToShadowDb());
  }
  /** Closes what the engine leaves open. */
  async close() {
    await Promise.all(this.#opened.splice(0).map((adapter) => adapter.dispose()));
  }
}

function sendingWhole(adapter) {
  adapter.executeScript = async (script) => {
    await adapter.underlyingDriver().query(script);
  };
  return adapter;
}

/** Runs `work` with an engine that reaches a database through an adapter. */
export async function withEngine(adapter, work) {
  const SchemaEngine = await loadEngine();
  const factory = bindMigrationAwareSqlAdapterFactory(adapter);
  const engine = await SchemaEngine.new(
    { datamodels: schemaFiles().map((f) => [f.path, f.content]) },
    () => {},
    factory,
  );
  try {
    return await work(engine);
  } finally {
    engine.free?.();
    await adapter.close();
  }
}

/**
 * Whether the database has every migration already, which is quicker to ask than to have the engine find out.
 * @param {import('pg').Client} client connected as the role that owns the tables
 */
export async function isCurrent(client) {
  const { rows: found } = await client.query(`select to_regclass('_prisma_migrations') is not null as known`);
  if (!found[0].known) return false;
  const { rows } = await client.query(
    'select migration_name, checksum from _prisma_migrations where finished_at is not null and rolled_back_at is null',
  );
  const applied = new Map(rows.map((row) => [row.migration_name, row.checksum]));
  return migrationsList().migrationDirectories.every(
    ({ path, migrationFile }) =>
      applied.get(path) === createHash('sha256').update(migrationFile.content.value).digest('hex'),
  );
}

/**
 * Applies the migrations that the database doesn't have yet.
 * @param {string} connectionString of the role that owns the tables
 * @returns {Promise<string[]>} the names of the migrations applied now
 */
export async function migrate(connectionString) {
  const result = await withEngine(new ScriptAdapter({ connectionString }), (engine) =>
    engine.applyMigrations({ migrationsList: migrationsList(), filters: { externalTables: [], externalEnums: [] } }),
  );
  return result.appliedMigrationNames;
}
