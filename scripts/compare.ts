/**
 * npm run compare -- a.json b.json [--json]
 *
 * Says which verdicts of two results files agree, which moved and which can't be compared.
 * Exit code 0: no verdict moved. 1: at least one did. 2: a file could not be read, or the arguments make no sense.
 */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type Difference, differences, type Outcome } from '../src/measurement/difference.ts';
import type { CaseVerdict } from '../src/measurement/judge-case.ts';
import { parseLedger } from '../src/measurement/ledger.ts';
import { parseResults } from '../src/measurement/parse.ts';
import type { Results } from '../src/measurement/results.ts';
import { formatRatio } from '../src/measurement/units.ts';
import { VERDICT_WORDS } from '../src/measurement/verdict.ts';

const LEDGER = new URL('../content/claims.yaml', import.meta.url);
const USAGE = 'Usage: npm run compare -- a.json b.json [--json]';
const HEADINGS: Record<Outcome, string> = { moved: 'Moved', incomparable: "Can't be compared", agree: 'Agree' };

function said({ kind, ratio }: CaseVerdict): string {
  return ratio ? `${VERDICT_WORDS[kind]} (${formatRatio(ratio.estimate)})` : VERDICT_WORDS[kind];
}

function table(rows: readonly string[][]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows
    .map((row) =>
      row
        .map((text, column) => text.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function report(found: readonly Difference[]): string {
  const sections = (['moved', 'incomparable', 'agree'] as const).map((outcome) => {
    const rows = found.filter((row) => row.outcome === outcome);
    const lines = rows.map((row) => [
      row.claims.join(' '),
      row.runtime,
      `${row.comparison} [${row.case}]`,
      ...(outcome === 'incomparable' ? [row.reason ?? ''] : [said(row.first), said(row.second)]),
    ]);
    const body = lines.length > 0 ? table(lines) : 'none';
    return `${HEADINGS[outcome]} (${rows.length})\n${body}\n`;
  });
  return sections.join('\n');
}

async function resultsIn(file: string): Promise<Results> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Error(`${file}: expected a results file that can be read, found none (${error.code}). ${USAGE}`);
  });
  return parseResults(text, file);
}

async function compare(): Promise<number> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean' } } });
  const [first, second, ...rest] = positionals;
  if (first === undefined || second === undefined || rest.length > 0) {
    throw new Error(`expected two results files, found ${positionals.length}. ${USAGE}`);
  }
  const claims = parseLedger(await readFile(LEDGER, 'utf8'), 'content/claims.yaml');
  const found = differences(claims, await resultsIn(first), await resultsIn(second));
  console.log(values.json ? JSON.stringify(found, null, 2) : report(found));
  return found.some((row) => row.outcome === 'moved') ? 1 : 0;
}

try {
  process.exitCode = await compare();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
