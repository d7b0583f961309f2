import { join } from 'node:path';
import { bundle } from './bundle.mjs';
import { runPrintProgram } from './printProcess.mjs';

/**
 * Prints a plan into a file, from the sources as they are now: for the command line.
 * @param {Omit<Parameters<typeof runPrintProgram>[0], 'root'>} request
 */
export async function print(request) {
  await bundle('components/pdf/printProgram.tsx', '.build/print.mjs');
  return runPrintProgram({ root: join(import.meta.dirname, '..'), ...request });
}
