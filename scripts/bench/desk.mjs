import { Stop } from '../stop.mjs';
import { addDesk } from './desk/plans.mjs';
import { percentile, short } from './figures.mjs';

/** How many plans the desks hold: of two countries, of a region, and of all countries of the world, three of each. */
const SIZES = [6, 58, 579];
/** Requests that come before and don’t count: a server that has run for a while is meant. */
const WARM_UP = 30;
const REQUESTS = 300;

/**
 * The page of an adviser’s desk over HTTP, as a browser asks for it, one request after the other: each size is the desk of
 * an adviser of its own, with rounds, decisions, comments and wordings in every plan.
 */
export async function benchDesk(app, report) {
  await app.start();
  for (const plans of SIZES) {
    const email = await addDesk(app, plans);
    const headers = { cookie: await app.signIn(email) };
    const open = async () => {
      const started = performance.now();
      const answer = await fetch(`${app.url}/ar/desk`, { headers, redirect: 'manual' });
      const html = await answer.text();
      const took = performance.now() - started;
      const rows = html.match(/<tr\b/g)?.length ?? 0;
      // A page of fifty, and the row of heads.
      if (answer.status !== 200 || rows !== Math.min(plans, 50) + 1)
        throw new Stop(`The bench was answered with ${answer.status} and ${rows} rows for a desk of ${plans} plans.`);
      return took;
    };
    for (let count = 0; count < WARM_UP; count += 1) await open();
    const durations = [];
    for (let count = 0; count < REQUESTS; count += 1) durations.push(await open());
    report({ plans, p50_ms: short(percentile(durations, 0.5)), p99_ms: short(percentile(durations, 0.99)) });
  }
}
