import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildApp } from './build.mjs';
import { bundle } from './bundle.mjs';
import { connect, openDatabase } from './database.mjs';
import { install } from './install.mjs';
import { lockDataFolder } from './lock.mjs';
import { keptSecret } from './postgres.mjs';
import { endAll, root, step } from './processes.mjs';
import { readSettings } from './settings.mjs';
import { Stop } from './stop.mjs';
import { requirePort, startWeb } from './web.mjs';

/** What is to be stopped, the last started first. */
const stops = [];
let stopping = null;

function stopAll() {
  stopping ??= (async () => {
    endAll();
    for (const stop of stops.splice(0).reverse()) await stop();
  })();
  return stopping;
}

function stopOnSignals() {
  const stop = async () => {
    await stopAll();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
  // Started with a channel, it belongs to another program: where that one is killed, it must not live on.
  if (process.channel) process.on('disconnect', stop);
  // npm that is ended ends its shell, and tells nobody under it.
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && stop(), 1000).unref();
}

/** Ends all of it with a sentence, when a part of it ended that should not have. */
async function failWhenEnded(ended, sentence) {
  const reason = await ended;
  if (stopping) return;
  process.stderr.write(`${sentence(reason)}\n`);
  await stopAll();
  process.exit(1);
}

const programs = {
  seeding: ['prisma/seed/seed.ts', '.build/seed.mjs'],
  printing: ['components/pdf/printProgram.tsx', '.build/print.mjs'],
  reading: ['components/returned/readProgram.ts', '.build/read.mjs'],
  'table-writing': ['components/pdf/dispositionProgram.tsx', '.build/dispositions.mjs'],
  'workbook-writing': ['components/sheets/tableProgram.ts', '.build/table.mjs'],
};

async function bundlePrograms() {
  for (const [name, [entry, outfile]] of Object.entries(programs)) {
    await bundle(entry, outfile).catch((error) => {
      throw new Stop(`The ${name} program could not be bundled: ${error.message}`);
    });
  }
}

async function open(settings, leftOver) {
  const opened = await openDatabase({ ...settings, leftOver });
  if (opened.stop) stops.push(opened.stop);
  if (opened.ended) {
    failWhenEnded(opened.ended, (reason) =>
      [...opened.lines.slice(-5), `PostgreSQL has ended (${reason}).`].join('\n'),
    );
  }
  return opened;
}

/** One copy of the app at a time prepares a database; the others wait for it. */
async function prepare(ownerUrl, work) {
  const owner = await connect(ownerUrl, 'MIGRATION_DATABASE_URL');
  try {
    await owner.query(`select pg_advisory_lock(hashtext('national-action-plan-builder'))`);
    return await work(owner);
  } finally {
    await owner.end();
  }
}

async function migrateAndSeed(owner, ownerUrl, settings) {
  const { isCurrent, migrate } = await import('./migrate.mjs');
  if (!(await isCurrent(owner))) await step('Bringing the tables up to date', () => migrate(ownerUrl));
  const { isEmpty, inviteAdministrator, seedSample } = await import('../.build/seed.mjs');
  if (!settings.sample) {
    const token = await inviteAdministrator(owner);
    return token && [`To become the first administrator, open once: ${settings.appUrl}/ar/invitations/${token}`];
  }
  if (!(await isEmpty(owner))) return null;
  const password = settings.samplePassword ?? randomBytes(12).toString('base64url');
  const emails = await step('Filling in the sample country', () => seedSample(owner, password));
  return [
    `Sample accounts: ${emails.join(', ')}`,
    settings.samplePassword ? 'Their password is SAMPLE_PASSWORD.' : `Their password, shown only now: ${password}`,
  ];
}

/** What the web server is told. The address of the role that owns the tables, and passwords, are not for it. */
function surroundings(settings, runtimeUrl) {
  const { MIGRATION_DATABASE_URL: _, SAMPLE_PASSWORD: __, ...env } = process.env;
  return {
    ...env,
    DATABASE_URL: runtimeUrl,
    DATA_DIR: settings.dataDir,
    APP_URL: settings.appUrl,
    BETTER_AUTH_SECRET: settings.secret ?? keptSecret(settings.dataDir, 'session-secret'),
  };
}

/**
 * Brings everything that is missing, and serves the app until it is stopped.
 * @param {{ dev: boolean }} options `dev`: with reloading, without a build
 * @throws {Stop}
 */
export async function serve({ dev }) {
  stopOnSignals();
  try {
    const settings = readSettings();
    await requirePort(settings.port);
    const leftOver = settings.url ? false : lockDataFolder(settings.dataDir).leftOver;
    await install();
    // Before the build: an address that leads nowhere is said at once.
    const { ownerUrl, runtimeUrl } = await step('Opening the database', () => open(settings, leftOver));
    // Someone who works on the printed page reloads it while it is half written.
    await bundlePrograms().catch((error) => {
      if (!dev || !existsSync(join(root, programs.seeding[1]))) throw error;
      process.stderr.write(`${error.message}\n`);
    });
    if (!dev) await buildApp();
    const env = surroundings(settings, runtimeUrl);
    // The seed reads its settings as the app does.
    Object.assign(process.env, env);
    const news = await prepare(ownerUrl, (owner) => migrateAndSeed(owner, ownerUrl, settings));
    const web = await step('Starting the web server', async () => {
      const started = startWeb({ port: settings.port, dev, env });
      stops.push(started.stop);
      if (await started.answers()) return started;
      throw new Stop('The web server could not start: what it said stands above.');
    });
    failWhenEnded(web.ended, (reason) => `The web server has ended (${reason}).`);
    for (const line of news ?? []) process.stdout.write(`${line}\n`);
    process.stdout.write(`${settings.appUrl}\n`);
  } catch (error) {
    if (stopping) return stopping;
    await stopAll();
    throw error;
  }
}
