import { ProgramError, runProgram } from './program.mjs';

/**
 * Runs the program that writes a table of dispositions. However long the table is, it costs no more than this time and memory.
 * @param {object} options
 * @param {string} options.root the project’s folder, which holds `.build/dispositions.mjs`
 * @param {'pdf' | 'xlsx'} options.as
 * @param {object} options.paper the table in words, as `dispositionPaper` makes it
 * @param {AbortSignal} [options.signal] ends it
 * @returns {Promise<{ file: Uint8Array, pages: number | null }>}
 * @throws {ProgramError} see `runProgram`
 */
export async function runDispositionProgram({ root, as, paper, signal }) {
  let result;
  await runProgram({
    root,
    program: 'dispositions.mjs',
    request: { as, paper },
    onLine: (told) => {
      result = told;
    },
    signal,
    timeoutMs: 120_000,
    memory: 440,
  });
  if (!result) throw new ProgramError({ code: 'failed', message: 'The program for dispositions said nothing' });
  return { file: new Uint8Array(Buffer.from(result.file, 'base64')), pages: result.pages };
}
