import { defineConfig, devices } from '@playwright/test';
import { findBrowser, ROOT_FLAGS } from './scripts/testing/browser.ts';

const executablePath = findBrowser('chromium');

/** `npm test` serves the built site and names its address here. */
const baseURL = process.env.SITE_ADDRESS ?? 'http://127.0.0.1:4321';

export default defineConfig({
  testDir: 'tests',
  outputDir: 'test-results',
  // They mostly wait, for a search, a run or a quiet browser: two leave two cores half idle.
  workers: 3,
  projects: [
    {
      name: 'pages',
      testMatch: ['browser/**/*.spec.ts', 'search/**/*.spec.ts'],
      testIgnore: 'browser/measured.spec.ts',
      fullyParallel: true,
    },
    // Nothing else may run beside what is measured.
    { name: 'measured', testMatch: 'browser/measured.spec.ts', dependencies: ['pages'], workers: 1 },
  ],
  timeout: 60_000,
  forbidOnly: Boolean(process.env.CI),
  use: {
    ...devices['Desktop Chrome'],
    baseURL,
    // Tests of the worker allow it; with it at work the others could not see what a page asks of the network.
    serviceWorkers: 'block',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        // A page is told its memory at once, not at the next garbage collection, which may be half a minute away.
        '--enable-blink-features=ForceEagerMeasureMemory',
        ...ROOT_FLAGS,
      ],
    },
  },
});
