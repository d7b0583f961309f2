import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { OWNER, RUNTIME } from '../database.mjs';
import { freePort } from '../postgres.mjs';
import { root } from '../processes.mjs';
import { Stop } from '../stop.mjs';

const password = 'password of the bench';

/** What a person's own surroundings may hold that would make the app another one. */
const notOurs = ['DATABASE_URL', 'MIGRATION_DATABASE_URL', 'APP_URL', 'BETTER_AUTH_SECRET', 'SAMPLE', 'NODE_ENV'];

/**
 * The app as `npm start` starts it, with the sample country, on a data folder of the bench's own, which stands in the
 * project: a temporary folder may be in memory, where nothing waits for a disk.
 */
export class BenchApp {
  #child = null;
  #dataDir = '';
  url = '';

  /** Starts it, if it doesn't run yet, and waits until it serves. */
  async start() {
    if (this.#child) return;
    mkdirSync(join(root, '.build'), { recursive: true });
    this.#dataDir = mkdtempSync(join(root, '.build/data-of-bench-'));
    // PostgreSQL's own user passes through it, where root starts it.
    chmodSync(this.#dataDir, 0o711);
    const port = await freePort();
    const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !notOurs.includes(name)));
    const settings = { PORT: String(port), DATA_DIR: this.#dataDir, SAMPLE_PASSWORD: password, NODE_ENV: 'production' };
    const child = spawn(process.execPath, [join(root, 'scripts/start.mjs')], {
      cwd: root,
      env: { ...inherited, ...settings },
      // With a channel: when the bench is killed, the app notices and stops.
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    });
    this.#child = child;
    const url = `http://localhost:${port}`;
    let said = '';
    const serving = new Promise((done) => {
      child.stdout.setEncoding('utf8').on('data', (text) => {
        process.stderr.write(text);
        said += text;
        if (said.split('\n').includes(url)) done(true);
      });
    });
    if ((await Promise.race([serving, once(child, 'exit')])) !== true) throw new Stop('The app did not start.');
    this.url = url;
  }

  /** The process that started all of it. */
  get pid() {
    return this.#child?.pid;
  }

  /** The address of its database: as the role that the app works as, or as the one that owns the tables. */
  databaseUrl(role = RUNTIME) {
    const secret = role === OWNER ? 'database-owner-password' : 'database-password';
    const [port] = readFileSync(join(this.#dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n').slice(3);
    const given = readFileSync(join(this.#dataDir, secret), 'utf8').trim();
    return `postgresql://${role}:${encodeURIComponent(given)}@127.0.0.1:${port}/plans`;
  }

  /**
   * Signs in through the page's own form, as a browser without JavaScript does.
   * @returns {Promise<string>} the cookie to send
   */
  async signIn(email) {
    const page = `${this.url}/en/sign-in`;
    const html = await (await fetch(page)).text();
    const form = new FormData();
    for (const [input] of html.matchAll(/<input type="hidden"[^>]*>/g)) {
      const [, name] = / name="([^"]*)"/.exec(input) ?? [];
      const [, value = ''] = / value="([^"]*)"/.exec(input) ?? [];
      if (name) form.set(name, value.replaceAll('&quot;', '"').replaceAll('&amp;', '&'));
    }
    form.set('email', email);
    form.set('password', password);
    const answer = await fetch(page, {
      method: 'POST',
      headers: { origin: this.url },
      body: form,
      redirect: 'manual',
    });
    const [cookie] = (answer.headers.get('set-cookie') ?? '').split(';');
    if (answer.status !== 303 || !cookie) throw new Stop(`The bench could not sign in (${answer.status}).`);
    return cookie;
  }

  /** Stops it, and removes what it kept. */
  async stop() {
    const child = this.#child;
    this.#child = null;
    if (!child) return;
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGINT');
      await once(child, 'exit');
    }
    rmSync(this.#dataDir, { recursive: true, force: true, maxRetries: 5 });
  }
}
