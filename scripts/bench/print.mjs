import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { print } from '../print.mjs';
import { root } from '../processes.mjs';
import { middle } from './figures.mjs';

/** Each time in a process of its own, as it is for people. */
const TIMES = 3;

/** Prints the sample plan in both languages, facing each other: from the start of the program to the finished file. */
export async function benchPrint(_app, report) {
  const plan = JSON.parse(readFileSync(join(root, 'prisma/seed/samplePlan.json'), 'utf8'));
  const folder = mkdtempSync(join(tmpdir(), 'plan-bench-'));
  const out = join(folder, 'plan.pdf');
  try {
    const results = [];
    for (let time = 0; time < TIMES; time += 1) {
      const started = performance.now();
      const { pages, peakMb } = await print({ plan, out });
      results.push({ pages, peakMb, ms: performance.now() - started });
    }
    report({
      pages: results[0].pages,
      ms: Math.round(middle(results.map(({ ms }) => ms))),
      peak_mb: Math.max(...results.map(({ peakMb }) => peakMb)),
      bytes: statSync(out).size,
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
