/** `npm run measure -- --help`: runs the experiments and records what they print. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseLedger } from '../src/measurement/ledger.ts';
import { InputError } from './harness/input-error.ts';
import { readResultsFile } from './harness/plan/results-file.ts';
import { listCells } from './harness/session/measure-experiments.ts';
import type { MeasureReport } from './harness/session/measure-report.ts';
import { measureWatched } from './harness/terminal/measure-watched.ts';
import { HELP, parseOptions } from './harness/terminal/parse-options.ts';
import { realEffects } from './harness/terminal/real-effects.ts';
import { describeEnd, describeList, verdictRows } from './harness/terminal/summary.ts';

const LEDGER = join(import.meta.dirname, '..', 'content', 'claims.yaml');

function verdictsOf(report: MeasureReport): string[][] {
  const results = readResultsFile(report.file);
  if (!results || !existsSync(LEDGER)) return [];
  return verdictRows(parseLedger(readFileSync(LEDGER, 'utf8'), 'content/claims.yaml'), results, report);
}

/** @returns the exit code: 0, or 130 after Ctrl-C, as shells have it */
async function main(argv: readonly string[]): Promise<number> {
  const { list, json, help, ...options } = parseOptions(argv);
  const print = (report: MeasureReport, text: () => string) =>
    console.log(json ? JSON.stringify(report, null, 2) : text());
  if (help) {
    console.log(HELP);
    return 0;
  }
  if (list) {
    const report = await listCells(options, realEffects());
    print(report, () => describeList(report));
    return 0;
  }
  // Under --json standard output is the report's alone.
  const report = await measureWatched(options, json ? console.error : process.stdout.isTTY ? null : console.log);
  print(report, () => describeEnd(report, verdictsOf(report)));
  return report.interrupted ? 130 : 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof InputError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
