import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'units',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/site/**', 'tests/programs/**', 'tests/**/*.process.test.ts'],
          // Vitest leaves one core out, of two every second one.
          maxWorkers: '100%',
          // A busy machine may take many times as long; no test is about its own duration.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      // What starts programs, however busy the machine is meanwhile.
      {
        test: {
          name: 'processes',
          include: ['tests/programs/**/*.test.ts', 'tests/**/*.process.test.ts'],
          exclude: ['**/*.alone.test.ts'],
          // Programs mostly wait, for each other or for a time limit.
          maxWorkers: 3,
          testTimeout: 180_000,
          hookTimeout: 180_000,
          sequence: { groupOrder: 1 },
        },
      },
      // What shows only while cores are free, or counts what else the machine runs: one file after the others.
      {
        test: {
          name: 'alone',
          include: ['tests/programs/**/*.alone.test.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 2 },
        },
      },
      // Reads the site that `npm test` has built before.
      {
        test: {
          name: 'site',
          include: ['tests/site/**/*.test.ts'],
          maxWorkers: '100%',
          testTimeout: 60_000,
          // To remove a small site took more than ten seconds where the disk was busy.
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
