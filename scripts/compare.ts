/** `npm run compare -- older.json newer.json`: which verdicts of two results files agree, which moved, which can't be compared. */
import { readFile } from 'node:fs/promises';
import { type Difference, differences, type Outcome } from '../src/measurement/difference.ts';
import type { CaseVerdict } from '../src/measurement/judge-case.ts';
import { parseResults } from '../src/measurement/parse.ts';
import type { Results } from '../src/measurement/results.ts';
import { formatRatio } from '../src/measurement/units.ts';
import { VERDICT_WORDS } from '../src/measurement/verdict.ts';
import { defineCommand } from './command/define-command.ts';
import { readLedger } from './harness/definition/read-ledger.ts';
import { InputError } from './harness/input-error.ts';
import { table } from './harness/terminal/table.ts';

const HEADINGS: Record<Outcome, string> = { moved: 'Moved', incomparable: "Can't be compared", agree: 'Agree' };

function describeVerdict({ kind, ratio }: CaseVerdict): string {
  return ratio ? `${VERDICT_WORDS[kind]} (${formatRatio(ratio.estimate)})` : VERDICT_WORDS[kind];
}

function report(found: readonly Difference[]): string {
  const sections = (['moved', 'incomparable', 'agree'] as const).map((outcome) => {
    const rows = found.filter((row) => row.outcome === outcome);
    const lines = rows.map((row) => [
      row.claims.join(' '),
      row.runtime,
      `${row.comparison} [${row.case}]`,
      ...(outcome === 'incomparable' ? [row.reason ?? ''] : [describeVerdict(row.first), describeVerdict(row.second)]),
    ]);
    const body = lines.length > 0 ? table(lines) : 'none';
    return `${HEADINGS[outcome]} (${rows.length})\n${body}\n`;
  });
  return sections.join('\n');
}

/** The date of a file's latest measurement; without cells, of its latest session. */
function dateOf({ cells, sessions }: Results): string {
  const dates = (cells.length > 0 ? cells : sessions).map(({ date }) => date);
  return dates.reduce((latest, date) => (Date.parse(date) > Date.parse(latest) ? date : latest), dates[0] ?? '');
}

/** A move is read from the first file to the second, so their order matters. */
function checkDates(first: Results, second: Results, [a, b]: readonly [string, string]): void {
  const [before, after] = [dateOf(first), dateOf(second)];
  if (Date.parse(before) > Date.parse(after)) {
    throw new InputError(
      `expected the older results first, found ${a} of ${before} before ${b} of ${after}. Give them in the other order.`,
    );
  }
}

async function resultsIn(file: string): Promise<Results> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new InputError(
      `${file}: expected a results file that can be read, found none (${error.code}). Give a file that npm run measure wrote.`,
    );
  });
  return parseResults(text, file);
}

export default defineCommand({
  name: 'npm run compare',
  summary: 'Says which verdicts of two results files agree, which moved and which can’t be compared.',
  operands: { usage: 'older.json newer.json', least: 2, most: 2, expected: 'two results files' },
  options: { json: { help: 'the report as JSON' } },
  notes: 'Exit code 0: no verdict moved. 1: at least one did. 2: a file could not be read.',
  async run({ json }, [first = '', second = '']) {
    const claims = await readLedger();
    const [before, after] = [await resultsIn(first), await resultsIn(second)];
    checkDates(before, after, [first, second]);
    const found = differences(claims, before, after);
    console.log(json ? JSON.stringify(found, null, 2) : report(found));
    return found.some((row) => row.outcome === 'moved') ? 1 : 0;
  },
});
