/** The text at the end of a measuring: what ran, what failed, and the verdicts of the ledger's claims. */
import { parse } from 'node:path';
import type { Claim } from '../../../src/measurement/claim.ts';
import { evidenceFrom } from '../../../src/measurement/evidence.ts';
import type { Results } from '../../../src/measurement/results.ts';
import { judgeClaim, VERDICT_WORDS } from '../../../src/measurement/verdict.ts';
import type { MeasureReport } from '../session/measure-report.ts';
import { formatDuration } from './progress.ts';
import { table } from './table.ts';

/** `--list`: every cell with what is known of it. */
export function describeList({ cells, unavailable, file }: MeasureReport): string {
  const rows = cells.map(({ experiment, runtime, case: caseId, status, why, failures, failedGate }) => {
    const failed = Object.keys(failures);
    const note = failed.length > 0 ? `${failed.join(', ')} failed` : '';
    const spoilt = failedGate ? `too noisy (${failedGate.split(':')[0]})` : '';
    return [`[${status}]`, experiment, runtime, caseId, [why, note, spoilt].filter(Boolean).join('; ')];
  });
  const absent = unavailable.map(({ experiment, runtime, reason }) => [
    '[unavailable]',
    experiment,
    runtime,
    '',
    reason,
  ]);
  return `${table([...rows, ...absent])}\n\nResults: ${file}`;
}

/** One row per claim × runtime that rests on something this run measured. */
export function verdictRows(claims: readonly Claim[], results: Results, report: MeasureReport): string[][] {
  const measured = new Set(
    report.cells.filter((cell) => cell.measured).map((cell) => `${cell.experiment}/${cell.runtime}`),
  );
  const source = evidenceFrom({ results, origin: 'local' });
  return claims.flatMap((claim) =>
    claim.runtimes
      .filter((runtime) => claim.comparisons.some(({ experiment }) => measured.has(`${experiment}/${runtime}`)))
      .map((runtime) => {
        const { kind, reason } = judgeClaim(claim, runtime, source);
        return [claim.id, claim.title, runtime, VERDICT_WORDS[kind], reason];
      }),
  );
}

const cellCount = (count: number): string => `${count} ${count === 1 ? 'cell' : 'cells'}`;

function counts({ cells, took }: MeasureReport): string {
  const measured = cells.filter((cell) => cell.measured);
  return `Measured ${measured.length} of ${cellCount(cells.length)} in ${formatDuration(took)}.`;
}

/** The command that continues the same file. */
function commandFor({ faults, file }: MeasureReport, ...more: string[]): string {
  const options = [...(faults ? ['--profile full', `--reference ${parse(file).name}`] : []), ...more];
  return ['npm run measure', ...(options.length > 0 ? ['--', ...options] : [])].join(' ');
}

/** Whether the file can be published, and what to do where it can't be yet. */
function describeReference(report: MeasureReport): string[] {
  const { faults } = report;
  if (!faults) return [];
  const [first] = faults;
  if (first === undefined) return ['', 'The file is whole: commit it as it is.'];
  const more = faults.length > 1 ? ` (and ${faults.length - 1} more)` : '';
  return ['', `Not to be committed yet: ${first}${more}. To go on: ${commandFor(report)}`];
}

export function describeEnd(report: MeasureReport, verdicts: readonly string[][]): string {
  const measured = report.cells.filter((cell) => cell.measured);
  const failures = measured.flatMap(({ experiment, runtime, case: caseId, failures: failed }) =>
    Object.entries(failed).map(
      ([variant, reason]) => `  ${experiment} · ${runtime} · ${caseId}: ${variant} ${reason.split('\n')[0]}`,
    ),
  );
  const spoilt = report.cells.filter(({ failedGate }) => failedGate !== '').length;
  const waiting = report.cells.filter(({ status }) => status !== 'fresh').length;
  return [
    measured.length === 0 && waiting === 0
      ? `Nothing to measure: ${cellCount(report.cells.length)}, all fresh.`
      : counts(report),
    ...(failures.length > 0 ? ['', 'Failed:', ...failures] : []),
    ...(verdicts.length > 0 ? ['', table([['', 'claim', 'runtime', 'verdict', ''], ...verdicts])] : []),
    ...(report.interrupted ? ['', 'Stopped; the next run goes on from here.'] : []),
    ...(report.left > 0 && !report.interrupted
      ? ['', `${cellCount(report.left)} did not fit into the budget; measure again to go on.`]
      : []),
    ...(spoilt > 0
      ? [
          '',
          `Measured on a busy machine: ${cellCount(spoilt)}; ratios that rest on them are too noisy. When it is quiet: ${commandFor(report, '--noisy')}`,
        ]
      : []),
    ...describeReference(report),
    '',
    `Results: ${report.file}`,
  ].join('\n');
}
