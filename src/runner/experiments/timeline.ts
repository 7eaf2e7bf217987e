/** Two units record when they ran, and the record is drawn. */
import { type BrowserExperiment, needsProcesses, type Reading } from '../browser-experiment.ts';
import type { UnitKind, UnitScope } from '../unit-scope.ts';
import { warmUnits } from '../warm-up.ts';

/** ms of work, as recorded. */
const DURATION = 100;

async function recording(scope: UnitScope, kind: UnitKind): Promise<Reading> {
  const units = await Promise.all([scope.start(kind), scope.start(kind)]);
  await warmUnits(scope, units, 'record', { duration: 1 });
  const recordings = await Promise.all(units.map((unit) => unit.ask('record', { duration: DURATION })));
  for (const unit of units) unit.end();
  const origin = Math.min(...recordings.flat().map(({ start }) => start));
  const slices = recordings.flatMap((record, unit) =>
    record.map(({ start, end }) => ({
      unit: `${kind}-${unit + 1}`,
      state: 'run' as const,
      start: start - origin,
      end: end - origin,
      core: null,
    })),
  );
  return { values: figuresOf(slices), slices };
}

/** Turns and overlap, as `node/_recording.ts` works them out. */
export function figuresOf(slices: readonly { unit: string; start: number; end: number }[]): {
  turns: number;
  overlap: number;
} {
  const sorted = [...slices].sort((a, b) => a.start - b.start);
  let turns = 0;
  let overlap = 0;
  for (const [index, { unit, start, end }] of sorted.entries()) {
    const before = sorted[index - 1];
    if (before && before.unit !== unit && before.end <= start) turns++;
    for (const later of sorted.slice(index + 1)) {
      if (later.start >= end) break;
      overlap += Math.min(end, later.end) - later.start;
    }
  }
  return { turns, overlap };
}

const UNITS_CALLED = { thread: 'workers', process: 'frames' } as const;

const atOnce = (variant: keyof typeof UNITS_CALLED, label: string) => ({
  kind: 'fact' as const,
  label,
  role: 'evidence' as const,
  reads: {
    holds: `two ${UNITS_CALLED[variant]} ran at the same instant`,
    fails: `two ${UNITS_CALLED[variant]} did not run at the same instant`,
  },
  experiment: 'timeline',
  metric: 'overlap',
  variant,
  cases: ['core-each'],
  is: '>=' as const,
  value: DURATION / 10,
  quantifier: 'every' as const,
  parallel: true,
});

export const experiment: BrowserExperiment = {
  summary: 'Two workers, then two isolated frames, work for a tenth of a second and record when they really ran.',
  vocabulary: {
    title: 'Timeline in this browser',
    question: 'When do two units really run at the same instant, and when do they take turns?',
    order: 2,
    metrics: {
      overlap: { label: 'Time during which both ran', unit: 'ms', better: 'neither' },
      turns: { label: 'Times one unit took over where the other had stopped', unit: 'count', better: 'neither' },
    },
    noResult: 'each unit works for a set time, so how much it gets done may differ',
    cases: { 'core-each': { label: 'Cores as the browser gives them' } },
    variants: {
      thread: { label: 'two workers (threads)', kind: 'thread' },
      process: { label: 'two isolated frames (processes)', kind: 'process' },
    },
  },
  case: 'core-each',
  programs: ['scripts/experiments/timeline/browser/_recording.ts'],
  rounds: 3,
  variants: {
    thread: { run: (scope) => recording(scope, 'thread') },
    process: { missing: needsProcesses, run: (scope) => recording(scope, 'process') },
  },
  comparisons: [
    atOnce('thread', 'two threads ran at the same instant, for a tenth of their time or more'),
    atOnce('process', 'two processes ran at the same instant, for a tenth of their time or more'),
  ],
  note: 'A page can neither choose nor see the core, so this is the case of a core for each.',
};
