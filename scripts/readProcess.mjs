import { ProgramError, runProgram } from './program.mjs';

/**
 * Runs the program that reads a file that came back: a workbook or a translation. Whatever a file is made of, it costs no
 * more than this time and memory.
 * @param {object} options
 * @param {string} options.root the project’s folder, which holds `.build/read.mjs`
 * @param {object} options.plan as `planSchema` has it: what the file was made of
 * @param {Uint8Array} options.file
 * @returns {Promise<import('../components/returned/readReturned.ts').Returned>}
 * @throws {ProgramError} see `runProgram`
 */
export async function runReadProgram({ root, plan, file }) {
  let result;
  await runProgram({
    root,
    program: 'read.mjs',
    request: { plan, file: Buffer.from(file).toString('base64') },
    onLine: (told) => {
      result = told;
    },
    timeoutMs: 60_000,
    memory: 384,
  });
  if (!result) throw new ProgramError({ code: 'failed', message: 'The reading program said nothing' });
  return result;
}
