import { defineConfig } from '@playwright/test';
import { chromiumOptions } from './e2e/fixtures/chromium.ts';

/** What is tagged with one language is tried in that one, unless all is asked for. */
const not = (locale: 'ar' | 'en') => (process.env.ALL_STATES ? {} : { grepInvert: new RegExp(`@${locale}\\b`) });

export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/fixtures/globalSetup.ts',
  // One app for all of them; two cores are what the smallest machine has.
  workers: 2,
  // A machine that does other things meanwhile may make one test too slow; it says so, as “flaky”, and is no defect.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    launchOptions: chromiumOptions(),
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    // A recording takes longer than what it records: it is made where a test is tried again.
    trace: 'on-first-retry',
    screenshot: 'only-on-failure',
    // Far from the server's: a page that shows the reader's clock where it should show the plan's differs from it.
    timezoneId: 'Pacific/Apia',
    contextOptions: { reducedMotion: 'reduce' },
  },
  projects: [
    // What has nothing to do with the interface's language is tried once.
    { name: 'ar', use: { locale: 'ar' }, testIgnore: ['**/*.once.spec.ts', '**/rights/**'], ...not('en') },
    { name: 'en', use: { locale: 'en' }, ...not('ar') },
  ],
});
