import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { print } from '../print.mjs';
import { root } from '../processes.mjs';

/** Printings of which the middle one is told: the first also warms the disk’s cache. */
const TIMES = 3;

/** The sample plan printed with both languages facing: pages, milliseconds, and the most memory that the program had. */
export async function benchPrint(_app, report) {
  const plan = JSON.parse(readFileSync(join(root, 'prisma/seed/samplePlan.json'), 'utf8'));
  const out = join(root, '.build/bench.pdf');
  const results = [];
  for (let time = 0; time < TIMES; time += 1) results.push(await print({ plan, layout: 'facing', out }));
  rmSync(out, { force: true });
  const [middle] = results.sort((a, b) => a.ms - b.ms).slice(Math.floor(TIMES / 2));
  report({ pages: middle.pages, ms: middle.ms, peak_mb: Math.max(...results.map(({ peakMb }) => peakMb)) });
}
