import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import pg from 'pg';
import { findChromium } from '../chromium.mjs';
import { OWNER } from '../database.mjs';
import { Stop } from '../stop.mjs';

const publicRoutes = ['', '/plan-of-action', '/recommendations', '/sign-in'];
const steps = ['about', 'situation', 'direction', 'choose', 'adapt', 'people', 'money', 'measure', 'check', 'export'];

/** What a browser loads on a first visit of each page, gzipped: scripts, and beside them styles. */
export async function benchJs(app, report) {
  await app.start();
  const executablePath = findChromium();
  if (!executablePath) throw new Stop('The bench needs Chromium: install it, or name one in CHROMIUM.');
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ executablePath, args });
  try {
    const [name = '', value = ''] = (await app.signIn('coordinator@sample.test')).split(/=(.*)/s);
    const plan = await samplePlan(app.databaseUrl(OWNER));
    const plans = ['/plans', `/plans/${plan.id}`, ...steps.map((step) => `/plans/${plan.id}/${step}`)];
    for (const path of [...publicRoutes, ...plans, `/plans/${plan.id}/adapt/${plan.action}`]) {
      const context = await browser.newContext();
      await context.addCookies([{ name, value, url: app.url }]);
      const route = `/[locale]${path}`.replace(plan.id, '[plan]').replace(plan.action, '[action]');
      report({ route, ...(await weighed(context, `${app.url}/ar${path}`)) });
      await context.close();
    }
  } finally {
    await browser.close();
  }
}

async function weighed(context, url) {
  const page = await context.newPage();
  const bodies = [];
  page.on('response', (response) => {
    const kind = response.request().resourceType();
    if (kind === 'script' || kind === 'stylesheet') bodies.push(response.body().then((body) => ({ kind, body })));
  });
  await page.goto(url, { waitUntil: 'load' });
  const loaded = await Promise.all(bodies);
  const sizeOf = (wanted) =>
    loaded.reduce((sum, { kind, body }) => sum + (kind === wanted ? gzipSync(body, { level: 9 }).length : 0), 0);
  return { gzip_bytes: sizeOf('script'), css_gzip_bytes: sizeOf('stylesheet') };
}

async function samplePlan(databaseUrl) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query(`select "planId"::text as "id", split_part("key", '.', 2) as "action"
    from "PlanPart" where "key" like 'actions.%' order by "key" limit 1`);
  await client.end();
  return rows[0];
}
