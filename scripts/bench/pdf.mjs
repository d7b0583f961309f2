import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { bundle } from '../bundle.mjs';
import { findChromium } from '../chromium.mjs';
import { runPrintProgram } from '../printProcess.mjs';
import { root } from '../processes.mjs';
import { Stop } from '../stop.mjs';
import { middle } from './figures.mjs';
import { createChromium, pagesIn } from './pdf/html.mjs';
import { planOf, sizes } from './pdf/sizes.mjs';
import { createTypst } from './pdf/typst.mjs';

/** How often each way prints each plan. */
const ROUNDS = 3;
/** After so many milliseconds of a size, printing in one process is not repeated: it is only told beside the others. */
const LONG = 15_000;
const date = '2027-01-01';

/**
 * The same plans printed by the product, by Typst and by Chromium, one after the other in each round, so that whatever
 * else the machine does burdens all three. Measured is from the plan in memory to the file in memory.
 *
 * `ms` is a printing as people get it: a process of its own, whose start and whose reading of its program are in it.
 * `ms_in_process` is the same in a process that has printed before, without either. `typst_ms` and `chromium_ms` are
 * of a compiler and a browser that are up and have printed before, and hold what it takes to write the plan down in
 * Typst’s markup and as a web page. `peak_mb` is the most memory that a printing process of the product held.
 */
export async function benchPdf(_app, report) {
  const executablePath = findChromium();
  if (!executablePath) throw new Stop('The bench needs Chromium: install it, or name it in CHROMIUM.');
  await bundle('components/pdf/printProgram.tsx', '.build/print.mjs');
  await bundle('components/pdf/printing.ts', '.build/benchPrinting.mjs');
  const { documentOf, fontFiles, completed } = await loadChapters();
  const folder = mkdtempSync(join(tmpdir(), 'plan-bench-'));
  const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  const typst = createTypst(fontFiles);
  const web = createChromium(browser, fontFiles);
  const warm = warmProcess();
  const ways = {
    ours: async (request) => {
      const out = join(folder, 'plan.pdf');
      const { pages, peakMb } = await runPrintProgram({ root, out, ...request });
      readFileSync(out);
      return { pages, peakMb };
    },
    typst: (request) => ({ pages: typst.print(documentOf(request)).pages }),
    chromium: async (request) => ({ file: await web.print(documentOf(request)) }),
  };
  try {
    await warmUp({ ways, warm, request: requestOf(sizes[1], completed) });
    for (const size of sizes) report(await measure({ ways, warm, typst, request: requestOf(size, completed) }));
  } finally {
    warm.stop();
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The product’s own chapters, for the other two to print.
 * @returns {Promise<{
 *   documentOf: typeof import('./pdf/chapters.mjs').documentOf,
 *   completed: typeof import('./pdf/chapters.mjs').completed,
 *   fontFiles: typeof import('./pdf/chapters.mjs').fontFiles,
 * }>}
 */
async function loadChapters() {
  await bundle('scripts/bench/pdf/chapters.mjs', '.build/benchChapters.mjs');
  return import('../../.build/benchChapters.mjs');
}

/** @returns {import('./pdf/chapters.mjs').Request} */
const requestOf = (size, completed) => ({
  plan: completed(planOf(size)),
  options: { layout: 'facing', format: 'pdf', edition: 'full', annexes: size.annexes, extent: 'whole' },
  date,
});

async function warmUp({ ways, warm, request }) {
  await ways.typst(request);
  await ways.chromium(request);
  await warm.print(request);
}

async function measure({ ways, warm, typst, request }) {
  const results = { ours: [], typst: [], chromium: [] };
  const inProcess = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, print] of Object.entries(ways)) {
      // A plan that was printed before would only be recognised.
      typst.forget();
      const started = performance.now();
      const result = await print(request);
      results[name].push({ ...result, ms: performance.now() - started });
    }
    if (inProcess.reduce((sum, ms) => sum + ms, 0) < LONG) inProcess.push(await warm.print(request));
  }
  const { ours, typst: typstResults, chromium: web } = results;
  const msOf = (list) => Math.round(middle(list.map(({ ms }) => ms)));
  return {
    pages: ours[0].pages,
    ms: msOf(ours),
    typst_ms: msOf(typstResults),
    chromium_ms: msOf(web),
    peak_mb: Math.max(...ours.map(({ peakMb }) => peakMb)),
    ms_in_process: Math.round(middle(inProcess)),
    typst_pages: typstResults[0].pages,
    chromium_pages: pagesIn(web[0].file),
  };
}

/** A process with the settings of the printing program’s that stays and prints one plan after the other. */
function warmProcess() {
  const child = fork(new URL('./pdf/inProcess.mjs', import.meta.url), {
    execArgv: ['--max-semi-space-size=16'],
    env: { NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return {
    async print({ plan, options }) {
      child.send({ plan, options, draft: true, date, emblem: null });
      const [answer] = await Promise.race([once(child, 'message'), once(child, 'exit')]);
      if (!answer?.ms) throw new Stop('The process that prints plan after plan has ended.');
      return answer.ms;
    },
    stop: () => child.kill(),
  };
}
