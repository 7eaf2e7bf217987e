/** What a worker and a frame add to the page's memory, as the browser reports it. Only Chromium does, and slowly. */

import { type BrowserExperiment, needsProcesses, type Reading } from '../browser-experiment.ts';
import type { Conditions } from '../conditions.ts';
import type { UnitKind, UnitScope } from '../unit-scope.ts';

const WORKERS = 4;

interface Told {
  bytes: number;
  breakdown: { bytes: number; attribution: { scope: string }[] }[];
}
type Measure = () => Promise<Told>;

function measureMemory(): Measure | undefined {
  const { measureUserAgentSpecificMemory: measure } = performance as { measureUserAgentSpecificMemory?: Measure };
  return measure?.bind(performance);
}

/** Bytes that the browser ascribes to frames of another origin, as sandboxed ones are. */
function ofFrames({ breakdown }: Told): number {
  const theirs = breakdown.filter(({ attribution }) =>
    attribution.some(({ scope }) => scope === 'cross-origin-aggregated'),
  );
  return theirs.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** The browser answers at its next garbage collection, which may take some twenty seconds. */
async function adding(scope: UnitScope, kind: UnitKind): Promise<Reading> {
  const measure = measureMemory();
  if (!measure) throw new Error('measureUserAgentSpecificMemory has gone');
  const before = await measure();
  scope.signal.throwIfAborted();
  const units = await Promise.all(Array.from({ length: WORKERS }, () => scope.start(kind)));
  const after = await measure();
  scope.signal.throwIfAborted();
  for (const unit of units) unit.end();
  if (kind === 'process' && ofFrames(after) === 0) {
    throw new Error('The browser reports 0 bytes for a frame in its own process, so there is no figure.');
  }
  return { values: { 'told-per-worker': (after.bytes - before.bytes) / 1024 / WORKERS } };
}

function needsMeasure({ isolated }: Conditions): string | undefined {
  if (measureMemory()) return undefined;
  return isolated
    ? 'This browser does not report memory to a page: measureUserAgentSpecificMemory is in Chromium only.'
    : 'This page is not cross-origin isolated here, and browsers report memory to isolated pages only.';
}

export const experiment: BrowserExperiment = {
  summary:
    'Starts four workers, then four isolated frames, and asks the browser how much more memory the page has. The browser answers at its next garbage collection: this may take a minute or two.',
  vocabulary: {
    title: 'Memory in this browser',
    question: 'How much more memory does each added worker cost, as the browser reports it?',
    order: 3,
    metrics: {
      'told-per-worker': {
        label: 'Memory of JavaScript per added worker, as the browser reports it',
        unit: 'KiB',
        better: 'lower',
      },
    },
    noResult: 'the workers are idle',
    cases: { 'idle-4': { label: '4 idle workers', x: 4 } },
    variants: {
      thread: { label: 'a worker (thread)', kind: 'thread' },
      process: { label: 'an isolated frame (process)', kind: 'process' },
    },
  },
  case: 'idle-4',
  // Another instrument: the note says so.
  recordedWords: 'PSS',
  recordedAs: (variant) => ({ case: 'idle-4', variant, metric: 'pss-per-worker' }),
  programs: ['src/runner/unit.ts'],
  rounds: 1,
  variants: {
    thread: { missing: needsMeasure, run: (scope) => adding(scope, 'thread') },
    process: {
      missing: (found) => needsMeasure(found) ?? needsProcesses(found),
      run: (scope) => adding(scope, 'process'),
    },
  },
  comparisons: [],
  note: 'The instruments differ. The recorded figure is PSS: all the memory that the operating system counts for an added worker. The browser reports only what JavaScript holds, and leaves out most of what a thread or a process costs. So no verdict is given, and the gap between the two says nothing about browsers and Node.js.',
};
