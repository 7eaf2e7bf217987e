/** `npm run compare -- a.json b.json`: which verdicts of two results files agree, which moved, which can't be compared. */
import { readFile } from 'node:fs/promises';
import { type Difference, differences, type Outcome } from '../src/measurement/difference.ts';
import type { CaseVerdict } from '../src/measurement/judge-case.ts';
import { parseLedger } from '../src/measurement/ledger.ts';
import { parseResults } from '../src/measurement/parse.ts';
import type { Results } from '../src/measurement/results.ts';
import { formatRatio } from '../src/measurement/units.ts';
import { VERDICT_WORDS } from '../src/measurement/verdict.ts';
import { defineCommand } from './command/define-command.ts';
import { InputError } from './harness/input-error.ts';
import { table } from './harness/terminal/table.ts';

const LEDGER = new URL('../content/claims.yaml', import.meta.url);
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
  operands: { usage: 'a.json b.json', least: 2, most: 2, expected: 'two results files' },
  options: { json: { help: 'the report as JSON' } },
  notes: 'Exit code 0: no verdict moved. 1: at least one did. 2: a file could not be read.',
  async run({ json }, [first = '', second = '']) {
    const claims = parseLedger(await readFile(LEDGER, 'utf8'), 'content/claims.yaml');
    const found = differences(claims, await resultsIn(first), await resultsIn(second));
    console.log(json ? JSON.stringify(found, null, 2) : report(found));
    return found.some((row) => row.outcome === 'moved') ? 1 : 0;
  },
});
