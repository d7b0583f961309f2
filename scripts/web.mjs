import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { root } from './processes.mjs';
import { Stop } from './stop.mjs';

function canListen(port, host) {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', (error) => done(error.code));
    server.listen({ port, host, exclusive: true }, () => server.close(() => done(null)));
  });
}

/**
 * Sees to it that the web server will be able to listen.
 * @throws {Stop} where it won't
 */
export async function requirePort(port) {
  for (const host of ['127.0.0.1', '::']) {
    const problem = await canListen(port, host);
    if (problem === 'EADDRINUSE') {
      throw new Stop(`Port ${port} is in use by another program: stop it, or choose another port with PORT.`);
    }
    if (problem === 'EACCES') throw new Stop(`Port ${port} may not be used by this user: choose another with PORT.`);
  }
}

/**
 * Starts the web server in a process of its own.
 * @returns {{ ended: Promise<number | string>, stop: () => Promise<void>, answers: () => Promise<boolean> }}
 *   `answers` waits until it serves, or has ended
 */
export function startWeb({ port, dev, env }) {
  const guard = `file://${join(root, 'scripts/withParent.mjs')}`;
  const args = dev
    ? ['--import', guard, join(root, 'node_modules/next/dist/bin/next'), 'dev', '--port', String(port)]
    : [join(root, 'scripts/webProcess.mjs')];
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...env, PORT: String(port), NODE_ENV: dev ? 'development' : 'production', NEXT_TELEMETRY_DISABLED: '1' },
    // Ctrl+C is for whoever started it, who stops things in their order.
    detached: process.platform !== 'win32',
    stdio: ['ignore', dev ? 'inherit' : 'ignore', 'inherit', 'ipc'],
  });
  let reason = null;
  const ended = new Promise((done) => {
    const end = (why) => {
      reason = why ?? 'unknown';
      done(reason);
    };
    child.once('error', (error) => end(error.message));
    child.once('exit', (code, signal) => end(code ?? signal));
  });
  const answers = async () => {
    while (reason === null) {
      const answer = await fetch(`http://127.0.0.1:${port}/api/health`, { redirect: 'manual' }).catch(() => null);
      if (answer?.ok) return true;
      await new Promise((done) => setTimeout(done, 50));
    }
    return false;
  };
  const stop = async () => {
    if (reason === null) child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), 8_000);
    await ended;
    clearTimeout(late);
  };
  return { ended, stop, answers };
}
