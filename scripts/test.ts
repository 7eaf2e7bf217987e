/**
 * `npm test`: types, lint, unused code, import rules, units, programs and harness, the built site, a real browser.
 * Ends with the names of the failed tests, a line for each step with the time it took, and last
 * `N passed, N failed, N skipped`, the sum over all steps; a step that has one answer counts as one.
 */
import { join } from 'node:path';
import { oneOf } from './command/command-options.ts';
import { defineCommand } from './command/define-command.ts';
import { serveSite } from './site/serve.ts';
import { findBrowser, installBrowser, noBrowser } from './testing/browser.ts';
import { listFailedTests } from './testing/failed-tests.ts';
import { renderFor } from './testing/render-both.ts';
import { chooseSteps, type Row, type RowReport, runRow } from './testing/run-rows.ts';
import {
  addCounts,
  type Counts,
  checkScript,
  closingLine,
  type Manner,
  playwright,
  type StepOutcome,
  vitest,
} from './testing/steps.ts';

const site = join(import.meta.dirname, '../.cache/test-site');

interface How extends Manner {
  /** Whether a missing browser may be installed. */
  install: boolean;
}

async function inBrowser({ install, ...manner }: How): Promise<StepOutcome> {
  const provide = install ? installBrowser : findBrowser;
  const CHROMIUM = provide('chromium');
  if (CHROMIUM === undefined) throw new Error(noBrowser('chromium'));
  // Without one its tests are skipped, and say so.
  provide('firefox');
  const server = await serveSite(site, 0);
  try {
    return await playwright({ CHROMIUM, SITE_ADDRESS: server.address }, manner);
  } finally {
    await server.close();
  }
}

const steps: Record<string, (how: How) => Promise<StepOutcome>> = {
  types: (how) => checkScript('types', how),
  lint: (how) => checkScript('lint', how),
  unused: (how) => checkScript('unused', how),
  imports: (how) => checkScript('imports', how),
  units: (how) => vitest('units', how),
  processes: (how) => vitest('processes', how),
  build: (how) => renderFor('test-site', how),
  mirror: (how) => renderFor('mirrored-site', how),
  site: (how) => vitest('site', how),
  alone: (how) => vitest('alone', how),
  browser: inBrowser,
};

/**
 * Programs mostly start and wait, so the sites are rendered and read meanwhile. Nothing runs beside "alone", nor beside
 * "browser", which keeps both cores busy and measures at its end.
 */
const ROWS: readonly Row[] = [
  [['types'], ['lint'], ['unused'], ['imports']],
  [['units']],
  [['processes'], ['build', 'mirror', 'site']],
  [['alone']],
  [['browser']],
];

const names = ROWS.flat(2);
const stepName = oneOf(...names);

async function runStep(name: string, how: How): Promise<StepOutcome> {
  try {
    return (await steps[name]?.(how)) ?? { passed: 0, failed: 1, skipped: 0, reason: 'no such step' };
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
    const report: RowReport = {
      began: (name) => console.log(`\n── ${name}`),
      ended(name, outcome) {
        if (outcome.output) console.log(outcome.output.trimEnd());
        total = addCounts(total, outcome);
        failures.push(...listFailedTests(name, outcome.failures ?? []));
        const { reason, seconds } = outcome;
        const words = `${closingLine(outcome)}${reason ? ` (${reason})` : ''}`;
        summary.push(`${name.padEnd(10)} ${`${seconds.toFixed(0)} s`.padStart(6)}  ${words}`);
      },
    };
    const rows = chooseSteps(ROWS, (name) => asked.size === 0 || asked.has(name));
    for (const row of rows)
      await runRow(row, (name, manner) => runStep(name, { ...manner, install: !asFound }), report);
    if (failures.length > 0) console.log(`\n── failed\n${failures.join('\n')}`);
    console.log(`\n${summary.join('\n')}\n`);
    console.log(closingLine(total));
    return total.failed > 0 ? 1 : 0;
  },
});
