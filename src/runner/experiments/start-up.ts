/** Starting a worker, and an isolated frame, until the first answer. */
import { MARGIN, VERDICT_ROUNDS } from '../../measurement/limits.ts';
import { median } from '../../measurement/statistics.ts';
import { type BrowserExperiment, needsProcesses, type Reading } from '../browser-experiment.ts';
import type { UnitKind, UnitScope } from '../unit-scope.ts';

const STARTS = 3;

/** The first start warms up and is not counted, as in the Node.js programs. */
async function starts(scope: UnitScope, kind: UnitKind): Promise<Reading> {
  const times: number[] = [];
  let result = 0;
  for (let count = 0; count <= STARTS; count++) {
    const unit = await scope.start(kind);
    if (count > 0) times.push(unit.started);
    result = unit.answer;
    unit.end();
  }
  return { values: { ready: median(times), result } };
}

export const experiment: BrowserExperiment = {
  summary:
    'Starts Web Workers and isolated frames, and times how long each takes to add up some numbers and report to the page.',
  vocabulary: {
    title: 'Start-up in this browser',
    question: 'How long until a new worker has done its first work?',
    order: 4,
    metrics: {
      ready: { label: 'Time until the page has the first answer', unit: 'ms', better: 'lower' },
      result: { label: 'Answer of a worker', unit: 'count', better: 'neither', result: true },
    },
    cases: { 'parent-0': { label: 'this page as the parent' } },
    variants: {
      thread: { label: 'a worker (thread)', kind: 'thread' },
      process: { label: 'an isolated frame (process)', kind: 'process' },
    },
  },
  case: 'parent-0',
  programs: ['src/runner/unit.ts'],
  rounds: VERDICT_ROUNDS,
  variants: {
    thread: { run: (scope) => starts(scope, 'thread') },
    process: { missing: needsProcesses, run: (scope) => starts(scope, 'process') },
  },
  comparisons: [
    {
      kind: 'ratio',
      label: 'a process takes longer to start than a thread',
      experiment: 'start-up',
      metric: 'ready',
      of: 'process',
      over: 'thread',
      role: 'evidence',
      reads: {
        greater: 'a frame took {times} as long as a worker to give its first answer',
        less: 'a worker took {times} as long as a frame to give its first answer',
        same: 'a frame gave its first answer about as soon as a worker',
      },
      cases: ['parent-0'],
      expect: 'greater',
      margin: MARGIN,
      parallel: false,
    },
  ],
  note: 'A page cannot see when a worker or a frame is gone for good, so only the start is timed. A frame is a whole document; a child of Node.js is not.',
};
