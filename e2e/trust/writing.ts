import type { BrowserContext, Locator, Page } from '@playwright/test';
import type pg from 'pg';
import { partOf } from '#plan/parts';
import type { SaveStateName } from '../../components/plan/saveStates.ts';
import { expect } from '../fixtures/test.ts';

/** The requests that save a part of a plan. */
export const saves = '**/api/plans/*/parts/*';

/** What the browser says of requests that a test loses on purpose. */
export const lost = /ERR_FAILED|ERR_INTERNET_DISCONNECTED|ERR_CONNECTION/;

/** Opens a page of forms, and waits until its program has taken over all fields and this device could keep what is typed. */
export async function openForms(page: Page, address: string): Promise<void> {
  const ready = page.waitForResponse('**/api/plans/device-key');
  await page.goto(address);
  await (await ready).finished();
  // What only the form without a program has.
  await expect(page.locator('input[name^="~revision."]')).toHaveCount(0);
}

/** The control of a field, by its path in the plan. */
export const field = (page: Page, path: string): Locator => page.locator(`[id="${path}"]`);

/** Waits until the page says of saving what it should. */
export const expectState = (page: Page, state: SaveStateName) =>
  expect(page.locator('[data-save-state]')).toHaveAttribute('data-save-state', state, { timeout: 20_000 });

/** What the database has at a path of a plan; undefined where nothing is. */
export async function stored(database: pg.Client, planId: string, path: string): Promise<unknown> {
  const part = partOf(path) ?? '';
  const { rows } = await database.query<{ content: unknown }>(
    'select "content" from "PlanPart" where "planId" = $1 and "key" = $2',
    [planId, part],
  );
  const keys = path === part ? [] : path.slice(part.length + 1).split('.');
  return keys.reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], rows[0]?.content);
}

/** Waits until the database has a text at a path of a plan. */
export const expectStored = (database: pg.Client, planId: string, path: string, text: string) =>
  expect.poll(() => stored(database, planId, path), { timeout: 20_000 }).toBe(text);

/**
 * A line that can be cut for saves alone, so that pages can still be loaded: also for those that a browser sends when a
 * page is already gone, which Playwright's routes don't see. For pages opened after this.
 */
export async function makeLine(
  context: BrowserContext,
): Promise<{ cut: (page: Page) => Promise<void>; mend: (page: Page) => Promise<void> }> {
  await context.addInitScript(() => {
    const send = window.fetch;
    window.fetch = (input, init) =>
      init?.method === 'PATCH' && localStorage.getItem('line') === 'cut'
        ? Promise.reject(new TypeError('The line is cut'))
        : send(input, init);
  });
  return {
    cut: (page) => page.evaluate(() => localStorage.setItem('line', 'cut')),
    mend: (page) => page.evaluate(() => localStorage.removeItem('line')),
  };
}

/** A page that hears nothing of what colleagues save until it saves itself: as between two times that it asks. */
export const withoutNews = (page: Page) =>
  page.route('**/arrivals?*', (route) => route.fulfill({ json: { ok: false, code: 'notNow' } }));
