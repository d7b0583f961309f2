import { readFileSync, writeSync } from 'node:fs';
import { closeNetwork } from '../edition/closeNetwork.ts';
import type { DispositionPaper } from '../review/dispositionPaper.ts';
import { writeDispositionBook } from '../sheets/dispositionBook.ts';
import { printDispositions } from './dispositionPrinting.tsx';

/**
 * The program that writes a table of dispositions: a process of its own, so that no web server waits for a layout. It reads
 * one JSON request on standard input (`as`, `paper`) and tells the file, in base64, as one line of JSON.
 */
closeNetwork();
try {
  const { as, paper } = JSON.parse(readFileSync(0, 'utf8')) as { as: 'pdf' | 'xlsx'; paper: DispositionPaper };
  const made = as === 'pdf' ? await printDispositions(paper) : { file: await writeDispositionBook(paper), pages: null };
  const told = { file: Buffer.from(made.file).toString('base64'), pages: made.pages };
  const line = Buffer.from(`${JSON.stringify(told)}\n`);
  // A pipe takes a part at a time.
  for (let at = 0; at < line.length; ) at += writeSync(1, line, at);
} catch (error) {
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  writeSync(2, `${JSON.stringify({ code: 'failed', message })}\n`);
  process.exit(1);
}
