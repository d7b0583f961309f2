import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A program that failed: `code` says how, `path` names the field where one is to blame. */
export class ProgramError extends Error {
  constructor({ code, path, message }) {
    super(message);
    this.code = code;
    this.path = path;
  }
}

/**
 * Runs one of the project’s bundled programs in a process of its own, with nothing of this process’s surroundings, and
 * ends it when it takes too long or too much. It reads one request as JSON and tells lines of JSON; the last thing it
 * says on stderr, where it fails, is a line of JSON with `code` and `message`.
 * @param {object} options
 * @param {string} options.root the project’s folder, which holds `.build`
 * @param {string} options.program the file in `.build`
 * @param {object} options.request what it reads
 * @param {(line: object) => void} options.onLine what it tells
 * @param {AbortSignal} [options.signal] ends it
 * @param {number} options.timeoutMs after which it is ended
 * @param {number} options.memory mebibytes that it may take for what it computes with
 * @returns {Promise<void>}
 * @throws {ProgramError} `cancelled` where the signal ended it; `tooLong`, `tooLarge`, `failed`, or what the program says
 */
export function runProgram({ root, program, request, onLine, signal, timeoutMs, memory }) {
  const timeout = AbortSignal.timeout(timeoutMs);
  return new Promise((resolve, reject) => {
    // A layout makes many small things that live for a moment: with more room for them, less is moved about.
    const limits = [`--max-old-space-size=${memory}`, '--max-semi-space-size=16'];
    const child = spawn(process.execPath, [...limits, join(root, '.build', program)], {
      cwd: root,
      // Nothing of this process’s surroundings is the program’s business: no address of a database, no password.
      env: { NODE_ENV: 'production' },
      stdio: 'pipe',
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      killSignal: 'SIGKILL',
    });
    let complaint = '';
    createInterface({ input: child.stdout }).on('line', (line) => {
      // A program that was killed may have left half a line.
      const told = parsed(line);
      if (told) onLine(told);
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      complaint = (complaint + text).slice(-20_000);
    });
    // A program that ended early has said why; that its input is closed is no news.
    child.stdin.on('error', () => {});
    child.stdin.end(JSON.stringify(request));
    let stopped;
    child.once('error', (error) => {
      stopped = error;
    });
    child.once('close', (status, ended) => {
      if (status === 0) resolve();
      else if (signal?.aborted) reject(new ProgramError({ code: 'cancelled', message: 'It was cancelled' }));
      else reject(new ProgramError(lastWord(complaint) ?? endOf({ stopped, ended, status, timeoutMs, memory })));
    });
  });
}

function parsed(line) {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** The one line of JSON with which the program says why it failed; the runtime may have said something before it. */
function lastWord(complaint) {
  const told = parsed(complaint.trim().split('\n').at(-1) ?? '');
  return typeof told?.code === 'string' ? told : undefined;
}

/** How a program ended that said nothing: out of time, out of memory, or never started. */
function endOf({ stopped, ended, status, timeoutMs, memory }) {
  if (stopped?.name === 'AbortError')
    return { code: 'tooLong', message: `It took longer than ${timeoutMs / 1000} seconds` };
  if (stopped) return { code: 'failed', message: stopped.message };
  if (ended === 'SIGABRT' || status === 134)
    return { code: 'tooLarge', message: `It needed more than ${memory} MB of memory` };
  return { code: 'failed', message: `The program ended early (${ended ?? status})` };
}
