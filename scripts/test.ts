/**
 * `npm test`: types, lint, unused code, import rules, units, programs and harness, the built site, a real browser.
 * Ends with the names of the failed tests, a line for each step, and last `N passed, N failed, N skipped`, the sum over
 * all steps; a step that has one answer counts as one.
 */
import { join } from 'node:path';
import { oneOf } from './command/command-options.ts';
import { defineCommand } from './command/define-command.ts';
import { serveSite } from './site/serve.ts';
import { findBrowser, installBrowser, noBrowser } from './testing/browser.ts';
import { listFailedTests } from './testing/failed-tests.ts';
import { renderFor } from './testing/render-both.ts';
import {
  addCounts,
  type Counts,
  checkBeside,
  closingLine,
  playwright,
  type StepOutcome,
  vitest,
} from './testing/steps.ts';

const site = join(import.meta.dirname, '../.cache/test-site');

async function inBrowser(install: boolean): Promise<StepOutcome> {
  const provide = install ? installBrowser : findBrowser;
  const CHROMIUM = provide('chromium');
  if (CHROMIUM === undefined) throw new Error(noBrowser('chromium'));
  // Without one its tests are skipped, and say so.
  provide('firefox');
  const server = await serveSite(site, 0);
  try {
    return await playwright({ CHROMIUM, SITE_ADDRESS: server.address });
  } finally {
    await server.close();
  }
}

/** @param install whether a missing browser may be installed */
const steps: Record<string, (install: boolean) => Promise<StepOutcome>> = {
  types: () => checkBeside('types'),
  lint: () => checkBeside('lint'),
  unused: () => checkBeside('unused'),
  imports: () => checkBeside('imports'),
  units: () => vitest(['units']),
  processes: () => vitest(['processes', 'alone']),
  build: () => renderFor('test-site'),
  mirror: () => renderFor('mirrored-site'),
  site: () => vitest(['site']),
  browser: inBrowser,
};

const names = Object.keys(steps);
/** Each keeps about one core busy: they run at the same time. */
const BESIDE = new Set(['types', 'lint', 'unused', 'imports']);
const stepName = oneOf(...names);

async function runStep(name: string, install: boolean): Promise<StepOutcome> {
  try {
    return (await steps[name]?.(install)) ?? { passed: 0, failed: 1, skipped: 0, reason: 'no such step' };
  } catch (error) {
    const { message } = error as Error;
    console.error(message);
    return { passed: 0, failed: 1, skipped: 0, reason: message.split('\n')[0] ?? 'failed' };
  }
}

export default defineCommand({
  name: 'npm test',
  summary: 'Runs every step, or the named ones, and ends with the sum of what passed and failed.',
  operands: { usage: '[step…]', least: 0, most: names.length, expected: `steps out of ${names.join(', ')}` },
  options: { 'no-install': { help: 'use only browsers that are there: install none' } },
  notes: `Steps: ${names.join(', ')}. "site" and "browser" read what "build" and "mirror" rendered.`,
  async run({ 'no-install': asFound }, operands) {
    const asked = new Set(operands.map((text) => stepName(text, 'step')));
    let total: Counts = { passed: 0, failed: 0, skipped: 0 };
    const summary: string[] = [];
    const failures: string[] = [];
    const chosen = names.filter((each) => asked.size === 0 || asked.has(each));
    const begun = new Map(
      chosen.filter((name) => BESIDE.has(name)).map((name) => [name, runStep(name, !asFound)] as const),
    );
    for (const name of chosen) {
      console.log(`\n── ${name}`);
      const outcome = await (begun.get(name) ?? runStep(name, !asFound));
      if (outcome.output) console.log(outcome.output.trimEnd());
      total = addCounts(total, outcome);
      failures.push(...listFailedTests(name, outcome.failures ?? []));
      summary.push(`${name.padEnd(10)} ${closingLine(outcome)}${outcome.reason ? ` (${outcome.reason})` : ''}`);
    }
    if (failures.length > 0) console.log(`\n── failed\n${failures.join('\n')}`);
    console.log(`\n${summary.join('\n')}\n`);
    console.log(closingLine(total));
    return total.failed > 0 ? 1 : 0;
  },
});
