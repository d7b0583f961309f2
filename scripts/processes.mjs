import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { Stop } from './stop.mjs';

export const root = join(import.meta.dirname, '..');

const running = new Set();

/** Ends every program that was started here and still runs. */
export function endAll() {
  for (const child of running) child.kill('SIGTERM');
}

/**
 * Runs a program to its end. What it says is kept, and shown only if it fails.
 * @throws {Stop} with `failure` as its sentence
 */
export function runProgram(file, args, { failure, env = {}, cwd = root }) {
  return new Promise((done, fail) => {
    const child = spawn(file, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    running.add(child);
    const said = [];
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => said.push(text));
    const end = (reason) => {
      running.delete(child);
      if (reason === 0) return done(said.join(''));
      process.stderr.write(`\n${said.join('')}\n`);
      fail(new Stop(`${failure} (${reason}).`));
    };
    child.once('error', (error) => end(error.message));
    child.once('close', (code, signal) => end(code ?? signal));
  });
}

/** Runs a program of a package with this Node, without looking for it on the path. */
export const runPackage = (program, args, options) =>
  runProgram(process.execPath, [join(root, 'node_modules', program), ...args], options);

const seconds = (started) => `${((performance.now() - started) / 1000).toFixed(1)} s`;

let steps = process.stdout;

/** Has steps told on another stream, where stdout is for answers alone. */
export function tellStepsOn(stream) {
  steps = stream;
}

/** Does one step of several, saying it in a line, with the time that it took. */
export async function step(sentence, work) {
  const started = performance.now();
  steps.write(`${sentence} … `);
  try {
    const result = await work();
    steps.write(`${seconds(started)}\n`);
    return result;
  } catch (error) {
    steps.write('failed\n');
    throw error;
  }
}
