/** A claim's verdict on each machine that measured it, in each runtime, and what differs where machines disagree. */
import type { Claim } from '../../measurement/claim.ts';
import { isDecided, type VerdictKind } from '../../measurement/combination.ts';
import { comparisonsIn } from '../../measurement/comparisons-in.ts';
import type { Evidence, EvidenceSource } from '../../measurement/evidence.ts';
import { median } from '../../measurement/statistics.ts';
import { formatValue } from '../../measurement/units.ts';
import type { ClaimVerdict } from '../../measurement/verdict.ts';
import { machineName, spokenVersion, verdictWord } from '../../text/wording.ts';
import type { Judged } from './claims.ts';
import type { ShownRuntime } from './shown-runtimes.ts';

export interface MachineRow {
  source: EvidenceSource;
  /** `reference machine, AMD EPYC (Zen 4), 2 virtual cores, PCID`. */
  name: string;
  /** In the order of the columns; undefined where this machine has not measured the claim in that runtime. */
  verdicts: (ClaimVerdict | undefined)[];
}

export interface Disagreement {
  runtime: ShownRuntime;
  /** What the harness recorded and is not the same on all of them, the likeliest reason first; empty where nothing is. */
  differences: string[];
}

export interface MachineGrid {
  columns: readonly ShownRuntime[];
  /** Reference machines first. */
  rows: MachineRow[];
  disagreements: Disagreement[];
}

/**
 * Verdicts that disagree with each other: no two of them can be right about one machine. An open one disagrees with
 * nothing.
 */
const isSettled = (kind: VerdictKind): boolean => isDecided(kind) || kind === 'partly';

/** The cells that a claim rests on in one runtime, of one file. */
function cellsBehind(claim: Claim, runtime: string, { source }: Judged): Evidence[] {
  return comparisonsIn(claim, runtime).flatMap(({ experiment, cases }) =>
    cases.flatMap((one) => source.cell(experiment, runtime, one) ?? []),
  );
}

/** One fact of the measurement in words; undefined where it does not matter to the claim or was not recorded. */
type Fact = (claim: Claim, cells: readonly Evidence[]) => string | undefined;

/** Two programs that take turns on one core change address spaces: with PCID the translations stay. */
const pcid: Fact = (_, cells) => {
  const flags = cells.find(({ cell }) => cell.pinning === 'one-core')?.machine.identity?.flags;
  return flags && (flags.includes('pcid') ? 'yes' : 'no');
};

const granted: Fact = (claim, cells) => {
  const parallel = claim.comparisons.some(
    (one) => one.parallel || (one.kind === 'ratio' && one.speedUpOn !== undefined),
  );
  const readings = cells.flatMap(({ cell }) => cell.rounds.flatMap((round) => round.granted ?? []));
  return parallel && readings.length > 0 ? median(readings).toFixed(1) : undefined;
};

/** The likeliest reason first. */
const FACTS: readonly (readonly [string, Fact])[] = [
  ['PCID', pcid],
  ['cores granted while it measured', granted],
  ['version', (_, [first]) => first?.runtime && spokenVersion(first.runtime.version)],
  ['cases measured', (_, cells) => formatValue(new Set(cells.map(({ cell }) => cell.case)).size, 'count')],
  ['profile', (_, [first]) => first?.cell.profile],
  ['cores', (_, [first]) => first && formatValue(first.machine.cores, 'count')],
  ['processor', (_, [first]) => first?.machine.label.split(',')[0]],
];

function disagreementIn(claim: Claim, runtime: ShownRuntime, measured: readonly Judged[]): Disagreement[] {
  const settled = measured.filter(({ verdict }) => isSettled(verdict.kind));
  if (new Set(settled.map(({ verdict }) => verdict.kind)).size < 2) return [];
  const behind = settled.map((one) => cellsBehind(claim, runtime.id, one));
  const differences = FACTS.flatMap(([label, fact]) => {
    const values = behind.map((cells) => fact(claim, cells));
    if (values.includes(undefined) || new Set(values).size < 2) return [];
    return [`${label}: ${behind.map((cells, index) => `${values[index]} (${nameOf(cells)})`).join('; ')}`];
  });
  return [{ runtime, differences }];
}

const nameOf = ([first]: readonly Evidence[]): string => (first ? machineName(first) : 'a machine without figures');

/**
 * @param judged gives what each machine that measured the claim in a runtime came to, each from its own file
 */
export function machineGrid(
  claim: Claim,
  columns: readonly ShownRuntime[],
  judged: (runtime: string) => readonly Judged[],
): MachineGrid {
  const byColumn = columns.map(({ id }) => judged(id).filter((one) => cellsBehind(claim, id, one).length > 0));
  const sources = [...new Set(byColumn.flat().map(({ source }) => source))].sort(
    (a, b) => Number(a.origin === 'local') - Number(b.origin === 'local'),
  );
  const rows = sources.map((source) => {
    const own = byColumn.map((column) => column.find((one) => one.source === source));
    const cells = own.flatMap((one, index) => (one ? cellsBehind(claim, columns[index]?.id ?? '', one) : []));
    return { source, name: nameOf(cells), verdicts: own.map((one) => one?.verdict) };
  });
  const disagreements = columns.flatMap((runtime, index) => disagreementIn(claim, runtime, byColumn[index] ?? []));
  return { columns, rows, disagreements };
}

/** How often each verdict stands in a column of one machine, in the words of a chip: `confirmed` → 12. */
export interface MachineTally {
  name: string;
  columns: ReadonlyMap<string, number>[];
}

/** All claims together: a row for each machine, the verdicts of each runtime counted by their word. */
export function tallies(grids: readonly MachineGrid[]): MachineTally[] {
  const rows = grids.flatMap((grid) => grid.rows);
  return [...Map.groupBy(rows, ({ source }) => source).values()].map((own) => {
    const [first] = own;
    const columns = (first?.verdicts ?? []).map((_, column) => {
      const words = own.flatMap(({ verdicts }) => {
        const verdict = verdicts[column];
        return verdict ? [verdictWord(verdict.kind, verdict.cause)] : [];
      });
      return new Map([...Map.groupBy(words, (word) => word)].map(([word, same]) => [word, same.length]));
    });
    return { name: first?.name ?? '', columns };
  });
}
