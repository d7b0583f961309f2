import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import pg from 'pg';
import { findChromium } from '../chromium.mjs';
import { OWNER } from '../database.mjs';
import { Stop } from '../stop.mjs';

/** What a route is measured by, in the Arabic interface; `[plan]` and `[action]` are the sample’s. */
const routes = [
  '/[locale]',
  '/[locale]/plan-of-action',
  '/[locale]/recommendations',
  '/[locale]/recommendations/[id]',
  '/[locale]/accessibility',
  '/[locale]/sign-in',
  '/[locale]/account',
  '/[locale]/people/[country]',
  '/[locale]/plans',
  '/[locale]/plans/new',
  '/[locale]/plans/import',
  '/[locale]/plans/[plan]',
  ...['about', 'situation', 'direction', 'choose', 'adapt', 'people', 'money', 'measure', 'check', 'export'].map(
    (step) => `/[locale]/plans/[plan]/${step}`,
  ),
  '/[locale]/plans/[plan]/choose/[recommendation]',
  '/[locale]/plans/[plan]/adapt/[action]',
];

/** Milliseconds without a request, after which a page has what it wants. */
const QUIET = 1_000;

/**
 * What Chromium fetches on a first visit, with an empty cache, until it asks for nothing more: scripts and styles as gzip
 * makes them, and all of it in bytes as it came. What is fetched ahead for the pages that are linked is among the scripts.
 */
export async function benchJs(app, report) {
  await app.start();
  const executablePath = findChromium();
  if (!executablePath) throw new Stop('The bench needs Chromium: install it, or name it in CHROMIUM.');
  const values = {
    ...(await sample(app.databaseUrl(OWNER))),
    '[locale]': 'ar',
    '[id]': 'pve-54-a',
    '[recommendation]': 'pve-54-a',
    '[country]': 'XA',
  };
  const [name, value] = (await app.signIn('coordinator@sample.test')).split(/=(.*)/s);
  const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  try {
    for (const route of routes) {
      const path = route.replace(/\[\w+\]/g, (key) => values[key]);
      const context = await browser.newContext({ baseURL: app.url, locale: 'ar' });
      if (!route.endsWith('/sign-in')) await context.addCookies([{ name, value, url: app.url }]);
      report({ route, ...(await visit(await context.newPage(), path)) });
      await context.close();
    }
  } finally {
    await browser.close();
  }
}

async function visit(page, path) {
  const files = new Map();
  const zipped = { script: 0, stylesheet: 0 };
  const sent = { document: 0, script: 0, stylesheet: 0, font: 0 };
  let last = performance.now();
  page.on('request', () => {
    last = performance.now();
  });
  page.on('response', (response) => {
    const kind = response.request().resourceType();
    if (Object.hasOwn(sent, kind))
      files.set(response.url(), { kind, body: response.body(), sizes: response.request().sizes() });
  });
  const answer = await page.goto(path, { waitUntil: 'load' });
  if (answer.status() !== 200 || new URL(page.url()).pathname !== path) {
    throw new Stop(`The bench was answered with ${answer.status()} for ${path}, at ${page.url()}.`);
  }
  while (performance.now() - last < QUIET) await new Promise((done) => setTimeout(done, 100));
  for (const { kind, body, sizes } of files.values()) {
    if (Object.hasOwn(zipped, kind)) zipped[kind] += gzipSync(await body).length;
    sent[kind] += (await sizes).responseBodySize;
  }
  const { document, script, stylesheet, font } = sent;
  return {
    gzip_bytes: zipped.script,
    css_gzip_bytes: zipped.stylesheet,
    sent: { page: document, scripts: script, styles: stylesheet, fonts: font },
  };
}

async function sample(ownerUrl) {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query(
      `select "planId"::text as plan, substr("key", 9) as action from "PlanPart" where "key" like 'actions.%' order by 1, 2`,
    );
    return { '[plan]': rows[0].plan, '[action]': rows[0].action };
  } finally {
    await client.end();
  }
}
