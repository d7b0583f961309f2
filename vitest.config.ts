import { defineConfig } from 'vitest/config';

// Far from everyone's clock, and a day ahead of most: what is right here isn't right by luck.
process.env.TZ = 'Pacific/Apia';

const onDatabase = ['app/_server/**/*.test.ts', 'prisma/**/*.test.ts', 'scripts/**/*.database.test.mjs'];

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          // Two at a time on two cores, where vitest leaves one idle; those that share a database come after, one at a time.
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
          include: ['{app,components,locales,scripts}/**/*.test.{ts,tsx,mjs}'],
          exclude: onDatabase,
        },
      },
      {
        extends: true,
        test: {
          name: 'server',
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
          include: onDatabase,
          globalSetup: 'scripts/testPostgres.mjs',
          setupFiles: 'scripts/testDatabase.mjs',
        },
      },
    ],
  },
});
