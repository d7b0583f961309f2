import { readFileSync, writeSync } from 'node:fs';
import { planSchema } from '#plan/schema';
import { closeNetwork } from '../edition/closeNetwork.ts';
import { readReturned } from './readReturned.ts';

/**
 * The reading program: a process of its own, so that no web server waits for a file, or shares its memory with one. It
 * reads one JSON request on standard input (`plan`, `file` in base64) and tells what it found as one line of JSON.
 */
closeNetwork();
const { plan, file } = JSON.parse(readFileSync(0, 'utf8'));
try {
  const found = await readReturned(Buffer.from(file, 'base64'), planSchema.parse(plan));
  const line = Buffer.from(`${JSON.stringify(found)}\n`);
  // A pipe takes a part at a time.
  for (let at = 0; at < line.length; ) at += writeSync(1, line, at);
} catch (error) {
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  writeSync(2, `${JSON.stringify({ code: 'failed', message })}\n`);
  process.exit(1);
}
