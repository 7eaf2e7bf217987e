/**
 * `npm test [-- step…]`: types, lint, unused code, import rules, units, programs and harness, the built site, a real browser.
 * Ends with the names of the failed tests, a line for each step, and last `N passed, N failed, N skipped`, the sum over
 * all steps; a step that has one answer counts as one.
 */
import { join } from 'node:path';
import { serveSite } from './site/serve.ts';
import { provideChromium } from './testing/browser.ts';
import { listFailedTests } from './testing/failed-tests.ts';
import { renderFor } from './testing/render-both.ts';
import { addCounts, type Counts, check, closingLine, playwright, type StepOutcome, vitest } from './testing/steps.ts';

const site = join(import.meta.dirname, '../.cache/test-site');

async function inBrowser(): Promise<StepOutcome> {
  const CHROMIUM = provideChromium();
  const server = await serveSite(site, 0);
  try {
    return await playwright({ CHROMIUM, SITE_ADDRESS: server.address });
  } finally {
    await server.close();
  }
}

const steps: Record<string, () => Promise<StepOutcome>> = {
  types: () => check('npm', ['run', '--silent', 'types']),
  lint: () => check('npm', ['run', '--silent', 'lint']),
  unused: () => check('npm', ['run', '--silent', 'unused']),
  imports: () => check('npm', ['run', '--silent', 'imports']),
  units: () => vitest(['units']),
  processes: () => vitest(['processes']),
  build: () => renderFor('test-site'),
  mirror: () => renderFor('mirrored-site'),
  site: () => vitest(['site']),
  browser: inBrowser,
};

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !(name in steps));
if (unknown) {
  console.error(`Expected steps out of: ${Object.keys(steps).join(', ')}; found "${unknown}".`);
  process.exit(2);
}

let total: Counts = { passed: 0, failed: 0, skipped: 0 };
const summary: string[] = [];
const failures: string[] = [];
for (const [name, step] of Object.entries(steps)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`\n── ${name}`);
  const outcome = await step().catch((error: Error): StepOutcome => {
    console.error(error.message);
    return { passed: 0, failed: 1, skipped: 0, reason: error.message.split('\n')[0] ?? 'failed' };
  });
  total = addCounts(total, outcome);
  failures.push(...listFailedTests(name, outcome.failures ?? []));
  summary.push(`${name.padEnd(10)} ${closingLine(outcome)}${outcome.reason ? ` (${outcome.reason})` : ''}`);
}
if (failures.length > 0) console.log(`\n── failed\n${failures.join('\n')}`);
console.log(`\n${summary.join('\n')}\n`);
console.log(closingLine(total));
process.exitCode = total.failed > 0 ? 1 : 0;
