import { join, resolve } from 'node:path';
import { readMailSettings } from './mailSettings.mjs';
import { root } from './processes.mjs';
import { Stop } from './stop.mjs';

/** What the person asked for through the environment, checked. */
export function readSettings(env = process.env) {
  const port = Number(env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Stop(`PORT is ${env.PORT}, which is no port: give a number from 1 to 65535.`);
  }
  const url = env.DATABASE_URL || undefined;
  const migrationUrl = env.MIGRATION_DATABASE_URL || undefined;
  for (const [name, value] of Object.entries({ DATABASE_URL: url, MIGRATION_DATABASE_URL: migrationUrl })) {
    if (value && !(URL.canParse(value) && /^postgres(ql)?:$/.test(new URL(value).protocol))) {
      throw new Stop(
        `${name} is no address of a PostgreSQL database: give one such as postgresql://user@host/database.`,
      );
    }
  }
  if (migrationUrl && !url) throw new Stop('MIGRATION_DATABASE_URL is given without DATABASE_URL: give both.');
  const appUrl = env.APP_URL || `http://localhost:${port}`;
  if (!(URL.canParse(appUrl) && /^https?:$/.test(new URL(appUrl).protocol))) {
    throw new Stop(`APP_URL is ${appUrl}, which is no web address: give one such as https://plan.example.org.`);
  }
  const secret = env.BETTER_AUTH_SECRET || undefined;
  if (secret && secret.length < 32) throw new Stop('BETTER_AUTH_SECRET is too short: give at least 32 characters.');
  const samplePassword = env.SAMPLE_PASSWORD || undefined;
  if (samplePassword && samplePassword.length < 12) {
    throw new Stop('SAMPLE_PASSWORD is too short: give at least 12 characters.');
  }
  const { problem } = readMailSettings(env);
  if (problem) throw new Stop(problem);
  return {
    port,
    dataDir: env.DATA_DIR ? resolve(env.DATA_DIR) : join(root, '.data'),
    url,
    migrationUrl,
    appUrl: appUrl.replace(/\/$/, ''),
    secret,
    sample: env.SAMPLE !== '0',
    samplePassword,
  };
}
