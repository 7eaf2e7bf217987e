import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'units',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/site/**', 'tests/programs/**', 'tests/harness/**', 'tests/scripts/sandbox/**'],
        },
      },
      // Programs and the harness start real processes: one file at a time, with room for slow machines.
      {
        test: {
          name: 'processes',
          include: ['tests/{programs,harness,scripts/sandbox}/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      // Reads the site that `npm test` has built before.
      { test: { name: 'site', include: ['tests/site/**/*.test.ts'], testTimeout: 30_000 } },
    ],
  },
});
