import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { bundle } from './bundle.mjs';

const root = join(import.meta.dirname, '..');
const program = '.build/print.mjs';

/** Mebibytes that the printing program may take for what it computes with. */
const MEMORY = 640;
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
 * Prints a plan into a file, in a process of its own.
 * @param {object} options
 * @param {object} options.plan as `planSchema` has it
 * @param {'facing' | 'ar' | 'en'} options.layout
 * @param {string} options.out the file to write
 * @param {string} [options.date] the day that stands in it, ISO 8601; today by default
 * @param {boolean} [options.draft] whether it says that it’s a draft; it does by default
 * @param {(progress: { step: string, done: number, total: number }) => void} [options.onProgress]
 * @param {AbortSignal} [options.signal] ends the printing
 * @param {number} [options.timeoutMs] after which it is ended
 * @returns {Promise<{ pages: number, bytes: number, ms: number, peakMb: number, replaced: object[] }>}
 * @throws an Error with `code` and, where a field is to blame, `path`
 */
export async function print({ plan, layout, out, date, draft, onProgress, signal, timeoutMs = 10 * MINUTE }) {
  await bundle('components/pdf/printProgram.tsx', program);
  const request = JSON.stringify({ plan, layout, out, date, draft });
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [`--max-old-space-size=${MEMORY}`, join(root, program)], {
      cwd: root,
      // Nothing of this process’s surroundings is the program’s business: no address of a database, no password.
      env: { NODE_ENV: 'production' },
      stdio: 'pipe',
      signal: signal ? AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]) : AbortSignal.timeout(timeoutMs),
      killSignal: 'SIGKILL',
    });
    let result;
    let complaint = '';
    createInterface({ input: child.stdout }).on('line', (line) => {
      const told = JSON.parse(line);
      if (told.step === 'done') result = told;
      else onProgress?.(told);
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
      else reject(new PrintError(lastWord(complaint) ?? endOf({ stopped, ended, status, timeoutMs })));
    });
  });
}

/** The one line of JSON with which the program says why it failed; the runtime may have said something before it. */
function lastWord(complaint) {
  const line = complaint.trim().split('\n').at(-1) ?? '';
  try {
    const told = JSON.parse(line);
    return typeof told?.code === 'string' ? told : undefined;
  } catch {
    return undefined;
  }
}

/** How a program ended that said nothing: out of time, out of memory, or never started. */
function endOf({ stopped, ended, status, timeoutMs }) {
  if (stopped?.name === 'AbortError')
    return { code: 'tooLong', message: `It took longer than ${timeoutMs / 1000} seconds` };
  if (stopped) return { code: 'failed', message: stopped.message };
  if (ended === 'SIGABRT' || status === 134)
    return { code: 'tooLarge', message: `It needed more than ${MEMORY} MB of memory` };
  return { code: 'failed', message: `The printing program ended early (${ended ?? status})` };
}
