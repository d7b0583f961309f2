import { ProgramError, runProgram } from './program.mjs';

const MINUTE = 60_000;

/**
 * Runs the printing program.
 * @param {object} options
 * @param {string} options.root the project’s folder, which holds `.build/print.mjs`
 * @param {object} options.plan as `planSchema` has it
 * @param {Partial<import('../app/_plan/printOptions.ts').PrintOptions>} [options.options] how; what is left out is the usual
 * @param {{ planId: string, readAt: string }} [options.origin] which plan it is of and when it was read, for a file that
 *   is to come back
 * @param {Uint8Array | null} [options.emblem] the picture on the cover, a PNG that the server has drawn
 * @param {string} options.out the file to write
 * @param {string} [options.date] the day that stands in it, ISO 8601; today by default
 * @param {boolean} [options.draft] whether it says that it’s a draft; it does by default
 * @param {import('../app/_review/adoptedEdition.ts').AdoptedEdition | null} [options.adopted] what it says of its
 *   adoption, where it is an adopted edition
 * @param {(progress: { step: string, done: number, total: number }) => void} [options.onProgress]
 * @param {AbortSignal} [options.signal] ends the printing
 * @param {number} [options.timeoutMs] after which it is ended
 * @param {number} [options.memory] mebibytes that it may take for what it computes with
 * @returns {Promise<{ pages: number | null, bytes: number, ms: number, peakMb: number, replaced: object[] }>}
 * @throws {ProgramError} see `runProgram`
 */
export async function runPrintProgram({
  root,
  plan,
  options = {},
  origin,
  emblem,
  out,
  date,
  draft,
  adopted,
  onProgress,
  signal,
  timeoutMs = 10 * MINUTE,
  memory = 440,
}) {
  let result;
  await runProgram({
    root,
    program: 'print.mjs',
    request: {
      plan,
      options,
      origin,
      emblem: emblem ? Buffer.from(emblem).toString('base64') : undefined,
      out,
      date,
      draft,
      adopted,
    },
    onLine: (told) => {
      if (told.step === 'done') result = told;
      else onProgress?.(told);
    },
    signal,
    timeoutMs,
    memory,
  });
  if (!result) throw new ProgramError({ code: 'failed', message: 'The printing program said nothing' });
  const { step: _, ...rest } = result;
  return rest;
}
