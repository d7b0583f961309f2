import { spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSync } from 'esbuild';
import { expect, test } from 'vitest';

/** A program that closes its network, and then tries every way to a server that is there. */
const program = (port: number) => `
import { closeNetwork } from './components/edition/closeNetwork.ts';
import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import tls from 'node:tls';
import dns from 'node:dns/promises';
closeNetwork();
const ways = {
  fetch: () => fetch('http://127.0.0.1:${port}/'),
  http: () => new Promise((done, fail) => http.get('http://127.0.0.1:${port}/', done).on('error', fail)),
  https: () => new Promise((done, fail) => https.get('https://127.0.0.1:${port}/', done).on('error', fail)),
  net: () => new Promise((done, fail) => net.connect(${port}, '127.0.0.1', done).on('error', fail)),
  tls: () => new Promise((done, fail) => tls.connect(${port}, '127.0.0.1', done).on('error', fail)),
  dns: () => dns.lookup('localhost'),
  listen: () => new Promise((done) => net.createServer().listen(0, done)),
};
for (const [name, way] of Object.entries(ways))
  console.log(name, await Promise.resolve().then(way).then(() => 'open', (error) => error.code));
process.exit(0);
`;

test('a program whose network is closed reaches nothing, by whatever way it tries', async () => {
  let asked = 0;
  const server = createServer((_, answer) => {
    asked += 1;
    answer.end('here');
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  const { outputFiles } = buildSync({
    stdin: { contents: program(port), resolveDir: process.cwd(), loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    write: false,
  });
  const { stdout } = spawnSync(process.execPath, ['--input-type=module'], {
    input: outputFiles[0]?.text,
    encoding: 'utf8',
    timeout: 30_000,
  });
  server.close();
  const ways = ['fetch', 'http', 'https', 'net', 'tls', 'dns', 'listen'];
  expect(stdout.trim().split('\n')).toEqual(ways.map((way) => `${way} ENONETWORK`));
  expect(asked).toBe(0);
});
