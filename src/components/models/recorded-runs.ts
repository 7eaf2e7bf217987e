/** The recorded slices a timeline shows: thread above process, then the same threads without the lock. */
import type { TimelineGroup } from '../../charts/timeline.ts';
import type { EvidenceSource } from '../../measurement/evidence.ts';
import { type FigureSource, figure, sourceOf } from '../../measurement/figure.ts';
import { isAbsence, locate } from '../../measurement/readings.ts';
import type { Cell } from '../../measurement/results.ts';
import { RUNTIMES, runtimeRow, switchRuntimes } from '../../measurement/runtimes.ts';
import { formatValue } from '../../measurement/units.ts';
import type { VariantKind, Vocabulary } from '../../measurement/vocabulary.ts';
import { sourceLine, versioned } from '../../text/wording.ts';
import { runtimeLabel } from './shown-runtimes.ts';

export interface RecordedRuns {
  groups: TimelineGroup[];
  /** Of all groups: they come from one file. */
  source: FigureSource;
  /** What recording costs, where the experiment measures it. */
  cost?: { value: string; title: string };
}

const ORDER: readonly VariantKind[] = ['thread', 'process', 'interpreter', 'event-loop', 'sequential'];

/** The runtime of the switch that runs the same programs without the lock; undefined for one that has no lock. */
function withoutLock(runtime: string): string | undefined {
  const row = runtimeRow(runtime);
  if (!row?.lock) return undefined;
  return switchRuntimes.find(({ id }) => !RUNTIMES[id].lock && RUNTIMES[id].language === row.language)?.id;
}

/** The metric in which an experiment says what its own recording costs: work with the record ÷ without. */
const COST = 'recording-cost';

/** The threads' variant where there is one: the cost is shown once. */
function groupVariant(traces: Cell['traces'], words: Vocabulary | undefined): string | undefined {
  const recorded = Object.keys(traces);
  return recorded.find((variant) => words?.variants[variant]?.kind === 'thread') ?? recorded[0];
}

interface Wanted {
  /** Default: the families that recorded something (not their methods, which have a dot), threads first. */
  variants: readonly string[] | undefined;
  /** A slice is a whole task, waits included: who held the lock can't be read from it. */
  tasks: boolean;
}

/** The runs of one case in one runtime; under a lock, the same threads without it as well where the same machine ran them. */
export function recordedRuns(
  source: EvidenceSource,
  experiment: string,
  caseId: string,
  runtime: string,
  { variants, tasks }: Wanted,
): RecordedRuns | { absence: string } {
  const found = locate(source, experiment, runtime, caseId);
  if (isAbsence(found)) return { absence: found.reason };
  const { cell, vocabulary } = found;
  const groupsOf = (traces: typeof cell.traces, suffix: string, locked: boolean) =>
    (variants ?? Object.keys(traces).filter((variant) => !variant.includes('.')))
      .flatMap((variant): TimelineGroup[] => {
        const slices = traces[variant];
        if (!slices || slices.length === 0) return [];
        const known = vocabulary?.variants[variant];
        const kind = known?.kind ?? 'sequential';
        return [
          {
            label: `${known?.label ?? variant}${suffix}`,
            kind,
            slices,
            handOvers: locked && !tasks && kind === 'thread',
          },
        ];
      })
      .sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  const groups = groupsOf(cell.traces, '', runtimeRow(runtime)?.lock === true);
  if (groups.length === 0) return { absence: `${vocabulary?.title ?? experiment}: no run recorded who ran when` };
  const other = withoutLock(runtime);
  const free = other && source.cell(experiment, other, caseId);
  const unlocked = free
    ? groupsOf(free.cell.traces, `, ${versioned(runtimeLabel(other), free.runtime?.version)}`, false).filter(
        ({ kind }) => kind === 'thread',
      )
    : [];
  const variant = groupVariant(cell.traces, vocabulary);
  const cost = variant && figure(source, { experiment, runtime, case: caseId, metric: COST, variant });
  return {
    groups: [...groups, ...unlocked],
    source: sourceOf(found),
    ...(cost && !isAbsence(cost)
      ? { cost: { value: formatValue(cost.median, cost.unit), title: sourceLine(cost, cost.samples.length, 'median') } }
      : {}),
  };
}
