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

/** What is seen of a unit that failed: its error, in its own words, whether it answers still, MiB it filled. */
export interface Ending {
  error: string | undefined;
  alive: boolean;
  filled: number;
}

/** How a unit ends, or not, that has this fault, whatever it said before. */
const ENDINGS: Readonly<Record<Fault, (ending: Ending) => boolean>> = {
  exception: ({ error }) => error === 'Error: uncaught',
  recursion: ({ error = '' }) => /^(RangeError|InternalError): /.test(error), // the latter in Firefox
  'endless-loop': ({ error, alive }) => error === undefined && !alive,
  'out-of-memory': ({ error, alive, filled }) => error === undefined && !alive && filled > 0,
};

/** @throws Error where the ending is not the one that this fault gives: there is no figure then */
export function proveFault(fault: Fault, ending: Ending): void {
  if (ENDINGS[fault](ending)) return;
  const found = `${ending.error ?? 'no error'}, ${ending.alive ? 'and it answered still' : 'and no answer any more'}`;
  throw new Error(`expected the ending that ${fault} gives, found ${found}`);
}

/** ms after which this page acts again and again, to see how long it can't. */
const TICK = 20;

/** @returns what happened, and the longest time in which this page did not act meanwhile, ms */
async function watchingPage<Value>(happening: () => Promise<Value>): Promise<[Value, number]> {
  let last = performance.now();
  let longest = 0;
  const act = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  };
  const ticker = setInterval(act, TICK);
  try {
    const value = await happening();
    act();
    return [value, longest];
  } finally {
    clearInterval(ticker);
  }
}

/** Makes it fail, and waits until it is silent for good or has reported its failure. */
async function endingOf(unit: Unit, fault: Fault, scope: UnitScope): Promise<Ending & { told: boolean }> {
  unit.fail(fault);
  const told = await unit.failure(fault === 'out-of-memory' ? 0 : HEARTBEAT / 3);
  if (fault === 'out-of-memory') await silence(unit, scope);
  const alive = await beats(unit, scope);
  return { told: told !== undefined, alive, error: unit.fault(), filled: unit.filled().amount };
}

async function failing(scope: UnitScope, kind: UnitKind, fault: Fault): Promise<Reading> {
  const bystander = await scope.start(kind);
  const unit = await scope.start(kind);
  const [{ told, ...ending }, pageGap] = await watchingPage(() => endingOf(unit, fault, scope));
  proveFault(fault, ending);
  unit.end();
  const successor = await scope.start(kind);
  return {
    values: {
      reached: 1,
      told: told ? 1 : 0,
      ...(fault === 'out-of-memory' ? { filled: ending.filled } : {}),
      'still-answers': ending.alive ? 1 : 0,
      bystander: (await beats(bystander, scope)) ? 1 : 0,
      'page-gap': pageGap,
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

/** The recorded metrics that correspond. */
const RECORDED_METRICS: Readonly<Record<string, string>> = {
  reached: 'reached',
  bystander: 'bystander',
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
      reached: { label: 'The ending was the one this fault gives (the control)', unit: 'count', better: 'neither' },
      filled: { label: 'Memory filled, as last heard', unit: 'MiB', better: 'neither', optional: true },
      told: { label: 'The page received an error', unit: 'count', better: 'higher' },
      'still-answers': { label: 'The one that failed still answers', unit: 'count', better: 'neither' },
      bystander: { label: 'The other one went on', unit: 'count', better: 'higher' },
      'page-gap': { label: 'Longest time in which this page did not act', unit: 'ms', better: 'lower' },
      replaced: { label: 'A new one could be started', unit: 'count', better: 'higher' },
    },
    noResult: 'a run proves itself by its ending, which has to be the one that its fault gives',
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
  note: 'Recorded is what the same fault did in Node.js: the frame stands beside a child process. This page is what starts the units and tells of them: had it gone too, there would be no figures. Memory is not exhausted in a worker, because it would end this page: a worker is a thread of the page’s process, and when the engine runs out of memory it ends the whole process. A frame with a process of its own takes only itself along. Nobody is told: the frame falls silent, and a heartbeat finds it out.',
};
