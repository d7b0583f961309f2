import { printPlan } from '../../../.build/benchPrinting.mjs';

/** Prints, in this one process, each plan that it is sent, and answers with the milliseconds that it took. */
process.on('message', async (request) => {
  const started = performance.now();
  const result = await printPlan(request, () => {});
  process.send({ ms: performance.now() - started, pages: result.pages });
});
