/** `npm run measure`: runs the experiments and records what they print. */
import type { Claim } from '../src/measurement/claim.ts';
import { showControls } from '../src/measurement/show-controls.ts';
import { defineCommand } from './command/define-command.ts';
import { readLedger } from './harness/definition/read-ledger.ts';
import { readResultsFile } from './harness/plan/results-file.ts';
import { listCells } from './harness/session/measure-experiments.ts';
import type { MeasureReport } from './harness/session/measure-report.ts';
import { choosingOptions, referenceOption, toReferenceOptions } from './harness/terminal/measure-options.ts';
import { measureWatched } from './harness/terminal/measure-watched.ts';
import { realEffects } from './harness/terminal/real-effects.ts';
import { describeEnd, describeList, verdictRows } from './harness/terminal/summary.ts';

function verdictsOf(claims: readonly Claim[], report: MeasureReport): string[][] {
  const results = readResultsFile(report.file);
  if (!results) return [];
  return verdictRows(claims, results, report);
}

export default defineCommand({
  name: 'npm run measure',
  summary: 'Runs the experiments and records what they print.',
  options: {
    list: { help: 'show what is fresh, stale, missing or unavailable, and run nothing' },
    ...choosingOptions,
    reference: referenceOption,
    json: { help: 'the report as JSON on standard output' },
  },
  notes:
    'Ctrl-C finishes the round and saves; a second one stops at once. The next run goes on from there.\n' +
    'The quick profile leaves some experiments and runtimes to the full one, unless --only or --runtime names them.',
  async run({ list, json, reference, ...chosen }) {
    const options = toReferenceOptions(chosen, reference);
    const print = (report: MeasureReport, text: () => string) =>
      console.log(json ? JSON.stringify(report, null, 2) : showControls(text()));
    if (list) {
      const report = await listCells(options, realEffects());
      print(report, () => describeList(report));
      return 0;
    }
    const claims = await readLedger();
    // With --json, standard output carries the report alone.
    const report = await measureWatched(options, { quiet: json });
    print(report, () => describeEnd(report, verdictsOf(claims, report)));
    return report.interrupted ? 130 : 0;
  },
});
