import { get } from 'node:http';
import { OWNER } from '../database.mjs';
import { Stop } from '../stop.mjs';
import { middle, short } from './figures.mjs';
import { ACTIONS, growPlan } from './largePlan.mjs';

/** How often each page is asked for, after it was asked for once. */
const TIMES = 7;

/**
 * How long the server takes for each page of a plan with 120 actions and 400 indicators, from the question to the last
 * byte, nobody else asking; and what is sent of it where a browser takes Brotli.
 */
export async function benchPages(app, report) {
  await app.start();
  const { plan, action, indicators } = await growPlan(app.databaseUrl(OWNER));
  const cookie = await app.signIn('coordinator@sample.test');
  const home = `/ar/plans/${plan}`;
  const steps = ['about', 'situation', 'direction', 'choose', 'adapt', 'people', 'money', 'measure', 'check', 'export'];
  const others = ['adapt/timeline', 'adapt/chain', 'choose/pve-54-a', 'translation', 'review', 'review/draft'];
  const paths = [home, ...[...steps, `adapt/${action}`, ...others].map((page) => `${home}/${page}`)];
  for (const path of paths) {
    await ask(app.url + path, cookie);
    const answers = [];
    for (let time = 0; time < TIMES; time += 1) answers.push(await ask(app.url + path, cookie));
    const page = path.replace(home, '[plan]').replace(action, '[action]');
    report({ page, p50_ms: short(middle(answers.map(({ ms }) => ms))), sent_bytes: answers[0].bytes });
  }
  process.stderr.write(`In a plan with ${ACTIONS} actions and ${indicators} indicators.\n`);
}

/** Asks for a page as a browser does that takes Brotli, and reads it as it comes. */
function ask(url, cookie) {
  const start = performance.now();
  return new Promise((done, fail) => {
    const request = get(url, { headers: { cookie, 'accept-encoding': 'br' } }, (answer) => {
      if (answer.statusCode !== 200)
        return fail(new Stop(`The bench was answered with ${answer.statusCode} for ${url}.`));
      let bytes = 0;
      answer.on('data', (part) => {
        bytes += part.length;
      });
      answer.on('end', () => done({ ms: performance.now() - start, bytes }));
      answer.on('error', fail);
    });
    request.on('error', fail);
  });
}
