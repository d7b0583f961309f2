import { ProgramError, runProgram } from './program.mjs';

/**
 * Runs a program that writes one file and tells it as one line. However much there is to write, it costs no more than this
 * time and memory.
 * @param {object} options
 * @param {string} options.root the project’s folder, which holds `.build`
 * @param {string} options.program the file in `.build`
 * @param {object} options.request what it reads
 * @param {AbortSignal} [options.signal] ends it
 * @returns {Promise<{ file: Uint8Array } & Record<string, unknown>>} what it tells, with the bytes of the file
 * @throws {ProgramError} see `runProgram`
 */
export async function runWriter({ root, program, request, signal }) {
  let result;
  await runProgram({
    root,
    program,
    request,
    onLine: (told) => {
      result = told;
    },
    signal,
    timeoutMs: 120_000,
    memory: 440,
  });
  if (!result) throw new ProgramError({ code: 'failed', message: `The program ${program} said nothing` });
  return { ...result, file: new Uint8Array(Buffer.from(result.file, 'base64')) };
}

/**
 * Runs the program that writes tables as a workbook.
 * @param {object} options
 * @param {string} options.root the project’s folder, which holds `.build/table.mjs`
 * @param {object} options.book the tables in words, a `Book` of `components/sheets/book.ts`
 * @param {AbortSignal} [options.signal] ends it
 * @returns {Promise<{ file: Uint8Array }>}
 * @throws {ProgramError} see `runProgram`
 */
export const runTableProgram = ({ root, book, signal }) =>
  runWriter({ root, program: 'table.mjs', request: { book }, signal });
