import { readFileSync, writeSync } from 'node:fs';
import { closeNetwork } from '../edition/closeNetwork.ts';
import type { Book } from './book.ts';
import { writeTableBook } from './tableBook.ts';

/**
 * The program that writes tables as a workbook: a process of its own, so that no web server waits for a long one. It reads
 * one JSON request on standard input (`book`) and tells the file, in base64, as one line of JSON.
 */
closeNetwork();
try {
  const { book } = JSON.parse(readFileSync(0, 'utf8')) as { book: Book };
  const file = Buffer.from(await writeTableBook(book)).toString('base64');
  const line = Buffer.from(`${JSON.stringify({ file })}\n`);
  // A pipe takes a part at a time.
  for (let at = 0; at < line.length; ) at += writeSync(1, line, at);
} catch (error) {
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  writeSync(2, `${JSON.stringify({ code: 'failed', message })}\n`);
  process.exit(1);
}
