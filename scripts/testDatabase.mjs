import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import { connect, OWNER, RUNTIME } from './database.mjs';
import { TEMPLATE } from './testPostgres.mjs';

// For Vitest, before each test file: a database of its own, under the names that the app reads.
const { adminUrl, ownerUrl, runtimeUrl } = inject('postgres');
const name = `test_${randomUUID().replaceAll('-', '')}`;
const admin = await connect(adminUrl);
await admin.query(`create database ${name} template ${TEMPLATE} owner ${OWNER}`);
await admin.query(`revoke all on database ${name} from public`);
await admin.query(`grant connect on database ${name} to ${RUNTIME}`);
await admin.end();

process.env.DATABASE_URL = runtimeUrl.replace(TEMPLATE, name);
process.env.MIGRATION_DATABASE_URL = ownerUrl.replace(TEMPLATE, name);
process.env.DATABASE_CONNECTIONS = '8';
process.env.APP_URL = 'http://localhost:3000';
process.env.BETTER_AUTH_SECRET = 'a secret of the tests, long enough for anyone';
