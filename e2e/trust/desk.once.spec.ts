import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { chromiumOptions } from '../fixtures/chromium.ts';
import { emailOf, fillSignIn, type Person } from '../fixtures/people.ts';
import { expect, test as withApp } from '../fixtures/test.ts';
import { expectState, expectStored, field, makeLine, stored } from './writing.ts';

type Desk = {
  /** Starts the browser of this desk, with what it kept from before. */
  open: () => Promise<Page>;
  /** Kills it, as a power cut or a crash would. */
  kill: () => Promise<void>;
  /** Closes it. */
  close: () => Promise<void>;
  /** Whether a text can be read in any file that the browser keeps. */
  holds: (text: string) => string[];
};

/** A computer at which several people work one after the other: a browser with a profile that stays. */
const test = withApp.extend<{ desk: Desk }>({
  desk: async ({ baseURL, locale }, use) => {
    const profile = mkdtempSync(join(tmpdir(), 'plan-desk-'));
    let context: BrowserContext | undefined;
    const close = async () => {
      await context?.close();
      context = undefined;
    };
    await use({
      open: async () => {
        context = await chromium.launchPersistentContext(profile, { ...chromiumOptions(), baseURL, locale });
        return context.pages()[0] ?? context.newPage();
      },
      kill: async () => {
        const gone = new Promise((done) => context?.once('close', done));
        process.kill(pidOfBrowser(profile), 'SIGKILL');
        await gone;
        context = undefined;
      },
      close,
      holds: (text) => filesHolding(profile, text),
    });
    await close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  },
});

/** The browser's own process, which all its others end with. Debian starts one of its two from a script of the same words. */
function pidOfBrowser(profile: string): number {
  const lines = execFileSync('ps', ['-A', '-ww', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
  const found = lines
    .filter((each) => each.includes(`--user-data-dir=${profile}`) && !each.includes('--type='))
    .map((each) => each.trim().split(/\s+/).map(Number));
  const browser = found.find(([pid]) => !found.some(([, parent]) => parent === pid));
  return browser?.[0] as number;
}

function filesHolding(folder: string, text: string): string[] {
  const forms = [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => {
      const bytes = readFileSync(file);
      return forms.some((form) => bytes.includes(form));
    });
}

/** Opens a page, signing in first where the browser doesn't hold a session. */
async function signInAt(page: Page, person: Person, path: string): Promise<void> {
  await page.goto(path);
  if (new URL(page.url()).pathname === path) return;
  await fillSignIn(page, 'en', emailOf(person));
  await page.waitForURL(`**${path}`);
}

/** Milliseconds: what was typed longer ago than this survives whatever happens to the browser. */
const PROMISE = 300;

test('a browser that is killed while the network is gone takes the last 300 milliseconds of typing with it at most', async ({
  desk,
  database,
  newPlan,
}) => {
  test.setTimeout(120_000);
  const planId = await newPlan('empty');
  const path = `/en/plans/${planId}/about`;
  let page = await desk.open();
  const key = page.waitForResponse('**/api/plans/device-key');
  await signInAt(page, 'drafter', path);
  await (await key).finished();
  await page.context().setOffline(true);

  const text = 'The minister has just said something that has to be written down word by word before it is gone.';
  await field(page, 'about.foreword.en').focus();
  const typed: number[] = [];
  for (const character of text) {
    await page.keyboard.type(character, { delay: 5 });
    typed.push(Date.now());
  }
  const killed = Date.now();
  await desk.kill();
  expect(await stored(database, planId, 'about.foreword.en')).toBe('');

  page = await desk.open();
  await signInAt(page, 'drafter', path);
  const promised = text.slice(0, typed.filter((at) => at <= killed - PROMISE).length);
  expect(promised.length).toBeGreaterThan(10);
  await expect.poll(() => field(page, 'about.foreword.en').inputValue()).toContain(promised);
  const kept = await field(page, 'about.foreword.en').inputValue();
  expect(text).toContain(kept);
  await expectState(page, 'saved');
  await expectStored(database, planId, 'about.foreword.en', kept);
});

test('a device that is set to keep nothing holds nothing of what is typed, and the page says that it isn’t saved', async ({
  desk,
  database,
  newPlan,
  t,
}) => {
  const planId = await newPlan('empty');
  const path = `/en/plans/${planId}/about`;
  const canary = `Canary-${planId.slice(-12)}`;
  const page = await desk.open();
  const line = await makeLine(page.context());
  await signInAt(page, 'coordinator', path);
  await line.cut(page);
  await field(page, 'about.summary.en').pressSequentially('From before');
  await expectState(page, 'device');
  await page.goto('/en/account');
  const nothing = page.getByRole('checkbox', { name: t('access.account.thisDevice.nothing') });
  await nothing.check();
  await page.reload();
  await expect(nothing).toBeChecked();
  // What was kept before is taken up, and not kept again.
  await page.goto(path);
  await expect(field(page, 'about.summary.en')).toHaveValue('From before');
  await field(page, 'about.foreword.en').pressSequentially(canary);
  await expectState(page, 'unsaved');
  const sealed = await page.evaluate(async () => {
    const open = indexedDB.open('outbox');
    await new Promise((done) => {
      open.onsuccess = done;
    });
    const all = open.result.transaction('entries').objectStore('entries').getAll();
    await new Promise((done) => {
      all.onsuccess = done;
    });
    return all.result.length;
  });
  expect(sealed).toBe(0);
  await line.mend(page);
  await expectState(page, 'saved');
  await expectStored(database, planId, 'about.foreword.en', canary);
  await expectStored(database, planId, 'about.summary.en', 'From before');
});

test('after someone signs out the next person at the desk can’t read what they had not sent, and they find it again', async ({
  desk,
  database,
  newPlan,
  t,
}) => {
  test.setTimeout(120_000);
  const planId = await newPlan('empty');
  const path = `/en/plans/${planId}/about`;
  const canary = `Canary-${planId.slice(-12)}`;
  let page = await desk.open();
  let line = await makeLine(page.context());
  const signOut = async () => {
    await page
      .getByRole('button', { name: t('access.account.signOut'), exact: true })
      .first()
      .click();
    await page.waitForURL('**/sign-in?signedOut=1');
  };

  await signInAt(page, 'coordinator', path);
  await line.cut(page);
  await field(page, 'about.foreword.en').pressSequentially(canary);
  await expectState(page, 'device');
  await signOut();

  await page.goBack();
  await expect(page).toHaveURL(/\/sign-in/);
  expect(await page.content()).not.toContain(canary);
  const readable = await page.evaluate(async () => {
    const found = [JSON.stringify(localStorage), JSON.stringify(sessionStorage), ...(await caches.keys())];
    for (const { name = '' } of await indexedDB.databases()) {
      const opened = await new Promise<IDBDatabase>((done) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => done(request.result);
      });
      for (const store of opened.objectStoreNames) {
        const all = await new Promise<unknown[]>((done) => {
          const request = opened.transaction(store).objectStore(store).getAll();
          request.onsuccess = () => done(request.result);
        });
        for (const { data } of all as { data: ArrayBuffer }[]) found.push(new TextDecoder().decode(data));
      }
      opened.close();
    }
    return found;
  });
  // It is there, but sealed.
  expect(readable.length).toBeGreaterThan(2);
  expect(readable.join('\n')).not.toContain(canary);
  await desk.close();
  expect(desk.holds(canary)).toEqual([]);

  page = await desk.open();
  line = await makeLine(page.context());
  await signInAt(page, 'drafter', path);
  await line.mend(page);
  await expectState(page, 'idle');
  await field(page, 'about.summary.en').pressSequentially('Mine');
  await expectState(page, 'saved');
  await expect(field(page, 'about.foreword.en')).toHaveValue('');
  expect(await stored(database, planId, 'about.foreword.en')).toBe('');
  await signOut();

  await signInAt(page, 'coordinator', path);
  await expect(field(page, 'about.foreword.en')).toHaveValue(canary);
  await expectState(page, 'saved');
  await expectStored(database, planId, 'about.foreword.en', canary);
  expect(await stored(database, planId, 'about.summary.en')).toBe('Mine');
});
