/** One unit fails while another one works: which of them is still there afterwards? */

import { type BrowserExperiment, needsProcesses, type Reading } from '../browser-experiment.ts';
import type { Conditions } from '../conditions.ts';
import type { Unit, UnitKind, UnitScope } from '../unit-scope.ts';

type Fault = 'exception' | 'recursion' | 'endless-loop' | 'out-of-memory';

/** ms in which a healthy unit answers, and after which a silent one is held to be gone. */
const HEARTBEAT = 1500;
/** ms the engine may take to fill its memory before the frame is removed, and ms of silence that end the waiting. */
const FILLING = 60_000;
const SILENCE = 8000;

async function beats(unit: Unit, scope: UnitScope): Promise<boolean> {
  try {
    return await unit.ask('ping', undefined, { limit: HEARTBEAT });
  } catch {
    scope.signal.throwIfAborted();
    return false;
  }
}

/** Waits until a unit that fills its memory says no more of it. */
async function silence(unit: Unit, scope: UnitScope): Promise<void> {
  const began = performance.now();
  while (performance.now() - Math.max(began, unit.filled().heard) < SILENCE && performance.now() - began < FILLING) {
    await scope.pause(250);
  }
}

/** Waits until a dying unit is silent for good or has reported its failure. */
async function failing(scope: UnitScope, kind: UnitKind, fault: Fault): Promise<Reading> {
  const bystander = await scope.start(kind);
  const unit = await scope.start(kind);
  await unit.fail(fault);
  const told = await unit.failure(fault === 'out-of-memory' ? 0 : HEARTBEAT / 3);
  if (fault === 'out-of-memory') await silence(unit, scope);
  const alive = await beats(unit, scope);
  unit.end();
  const successor = await scope.start(kind);
  return {
    values: {
      reached: 1,
      told: told === undefined ? 0 : 1,
      ...(fault === 'out-of-memory' ? { filled: unit.filled().amount } : {}),
      'still-answers': alive ? 1 : 0,
      bystander: (await beats(bystander, scope)) ? 1 : 0,
      page: 1,
      replaced: (await beats(successor, scope)) ? 1 : 0,
    },
  };
}

/** GiB the device must have, as the browser reports it, so that the engine's limit is met before the system's. */
const ENOUGH = 8;

function needsMemory(conditions: Conditions): string | undefined {
  const { deviceMemory = 0 } = navigator as { deviceMemory?: number };
  const without = needsProcesses(conditions);
  if (without !== undefined || deviceMemory >= ENOUGH) return without;
  return `Not tried: the engine’s limit is up to 4 GiB, and the browser reports ${deviceMemory || 'an unknown number of'} GiB.`;
}

const variant = (kind: UnitKind, fault: Fault) => ({
  ...(kind === 'process' ? { missing: fault === 'out-of-memory' ? needsMemory : needsProcesses } : {}),
  run: (scope: UnitScope) => failing(scope, kind, fault),
});

/** The recorded metrics that correspond: the page is the host of its workers. */
const RECORDED_METRICS: Readonly<Record<string, string>> = {
  reached: 'reached',
  bystander: 'bystander',
  page: 'survived',
};

const goesOn = (name: string, label: string) => ({
  kind: 'fact' as const,
  label,
  role: 'evidence' as const,
  reads: { holds: 'the page’s other unit went on', fails: 'the page’s other unit stopped' },
  experiment: 'crashes',
  metric: 'bystander',
  variant: name,
  cases: ['browser'],
  is: '=' as const,
  value: 1,
  quantifier: 'every' as const,
  parallel: false,
});

export const experiment: BrowserExperiment = {
  summary:
    'One unit fails while another stands by: an uncaught exception, endless recursion and an endless loop, in a worker and in an isolated frame. Memory is exhausted in a frame only, up to the engine’s own limit: for some seconds that takes up to four gigabytes, so it is left out where the browser tells of less than eight.',
  vocabulary: {
    title: 'Crashes in this browser',
    question: 'When one worker fails, who is still there afterwards?',
    order: 8,
    metrics: {
      reached: { label: 'The fault was reached (the control)', unit: 'count', better: 'neither' },
      filled: { label: 'Memory filled, as last heard', unit: 'MiB', better: 'neither', optional: true },
      told: { label: 'The page received an error', unit: 'count', better: 'higher' },
      'still-answers': { label: 'The one that failed still answers', unit: 'count', better: 'neither' },
      bystander: { label: 'The other one went on', unit: 'count', better: 'higher' },
      page: { label: 'This page went on', unit: 'count', better: 'higher' },
      replaced: { label: 'A new one could be started', unit: 'count', better: 'higher' },
    },
    cases: { browser: { label: 'In this browser' } },
    variants: {
      'thread.exception': { label: 'worker: uncaught exception', kind: 'thread' },
      'process.exception': { label: 'frame: uncaught exception', kind: 'process' },
      'thread.recursion': { label: 'worker: endless recursion', kind: 'thread' },
      'process.recursion': { label: 'frame: endless recursion', kind: 'process' },
      'thread.endless-loop': { label: 'worker: endless loop', kind: 'thread' },
      'process.endless-loop': { label: 'frame: endless loop', kind: 'process' },
      'thread.out-of-memory': { label: 'worker: memory exhausted', kind: 'thread' },
      'process.out-of-memory': { label: 'frame: memory exhausted', kind: 'process' },
    },
  },
  case: 'browser',
  recordedAs: (variant, metric) => {
    const recorded = RECORDED_METRICS[metric];
    const [unit = '', fault = ''] = variant.split('.');
    if (recorded === undefined) return undefined;
    return { case: fault === 'out-of-memory' ? 'out-of-memory-arrays' : fault, variant: unit, metric: recorded };
  },
  flags: true,
  programs: ['scripts/experiments/crashes/browser/_faults.ts'],
  rounds: 1,
  variants: {
    'thread.exception': variant('thread', 'exception'),
    'process.exception': variant('process', 'exception'),
    'thread.recursion': variant('thread', 'recursion'),
    'process.recursion': variant('process', 'recursion'),
    'thread.endless-loop': variant('thread', 'endless-loop'),
    'process.endless-loop': variant('process', 'endless-loop'),
    'thread.out-of-memory': {
      ...variant('thread', 'out-of-memory'),
      missing: () => 'Not tried: it would end this page. What it did to a Node.js host is recorded beside it.',
    },
    'process.out-of-memory': variant('process', 'out-of-memory'),
  },
  comparisons: [
    goesOn('thread.exception', 'another worker survives an exception in a worker'),
    goesOn('thread.endless-loop', 'another worker survives an endless loop in a worker'),
    goesOn('process.endless-loop', 'another frame survives an endless loop in a frame'),
    goesOn('process.out-of-memory', 'another frame survives exhausted memory in a frame'),
  ],
  note: 'Recorded is what the same fault did in Node.js: the frame stands beside a child process, this page beside the program that started the workers. Memory is not exhausted in a worker, because it would end this page: a worker is a thread of the page’s process, and when the engine runs out of memory it ends the whole process. A frame with a process of its own takes only itself along. Nobody is told: the frame falls silent, and a heartbeat finds it out.',
  timeLimit: 180,
};
