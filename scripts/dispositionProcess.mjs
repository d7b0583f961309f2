import { runWriter } from './tableProcess.mjs';

/**
 * Runs the program that writes a table of dispositions.
 * @param {object} options
 * @param {string} options.root the project’s folder, which holds `.build/dispositions.mjs`
 * @param {'pdf' | 'xlsx'} options.as
 * @param {object} options.paper the table in words, as `dispositionPaper` makes it
 * @param {AbortSignal} [options.signal] ends it
 * @returns {Promise<{ file: Uint8Array, pages: number | null }>}
 * @throws {ProgramError} see `runProgram`
 */
export const runDispositionProgram = ({ root, as, paper, signal }) =>
  runWriter({ root, program: 'dispositions.mjs', request: { as, paper }, signal });
