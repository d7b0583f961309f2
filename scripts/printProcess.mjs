import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const MINUTE = 60_000;

/** A printing that failed: `code` says how, `path` names the field where one is to blame. */
class PrintError extends Error {
  constructor({ code, path, message }) {
    super(message);
    this.code = code;
    this.path = path;
  }
}

/**
 * Runs the bundled printing program in a process of its own, with nothing of this process’s surroundings.
 * @param {object} options
 * @param {string} options.root the project’s folder, which holds `.build/print.mjs`
 * @param {object} options.plan as `planSchema` has it
 * @param {Partial<import('../app/_plan/printOptions.ts').PrintOptions>} [options.options] how; what is left out is the usual
 * @param {string} options.out the file to write
 * @param {string} [options.date] the day that stands in it, ISO 8601; today by default
 * @param {boolean} [options.draft] whether it says that it’s a draft; it does by default
 * @param {(progress: { step: string, done: number, total: number }) => void} [options.onProgress]
 * @param {AbortSignal} [options.signal] ends the printing
 * @param {number} [options.timeoutMs] after which it is ended
 * @param {number} [options.memory] mebibytes that it may take for what it computes with
 * @returns {Promise<{ pages: number | null, bytes: number, ms: number, peakMb: number, replaced: object[] }>}
 * @throws {PrintError} `cancelled` where the signal ended it; `tooLong`, `tooLarge`, `failed`, or what the program says
 */
export function runPrintProgram({
  root,
  plan,
  options = {},
  out,
  date,
  draft,
  onProgress,
  signal,
  timeoutMs = 10 * MINUTE,
  memory = 640,
}) {
  const request = JSON.stringify({ plan, options, out, date, draft });
  const timeout = AbortSignal.timeout(timeoutMs);
  return new Promise((resolve, reject) => {
    // A layout makes many small things that live for a moment: with more room for them, less is moved about.
    const limits = [`--max-old-space-size=${memory}`, '--max-semi-space-size=32'];
    const child = spawn(process.execPath, [...limits, join(root, '.build', 'print.mjs')], {
      cwd: root,
      // Nothing of this process’s surroundings is the program’s business: no address of a database, no password.
      env: { NODE_ENV: 'production' },
      stdio: 'pipe',
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      killSignal: 'SIGKILL',
    });
    let result;
    let complaint = '';
    createInterface({ input: child.stdout }).on('line', (line) => {
      // A program that was killed may have left half a line.
      const told = parsed(line);
      if (told?.step === 'done') result = told;
      else if (told) onProgress?.(told);
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      complaint = (complaint + text).slice(-20_000);
    });
    // A program that ended early has said why; that its input is closed is no news.
    child.stdin.on('error', () => {});
    child.stdin.end(request);
    let stopped;
    child.once('error', (error) => {
      stopped = error;
    });
    child.once('close', (status, ended) => {
      if (status === 0 && result) {
        const { step: _, ...rest } = result;
        resolve(rest);
      } else if (signal?.aborted) reject(new PrintError({ code: 'cancelled', message: 'The printing was cancelled' }));
      else reject(new PrintError(lastWord(complaint) ?? endOf({ stopped, ended, status, timeoutMs, memory })));
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
  return { code: 'failed', message: `The printing program ended early (${ended ?? status})` };
}
