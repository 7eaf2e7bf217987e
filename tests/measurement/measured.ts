/** Small but complete results, for tests to vary. */
import { type Claim, claimSchema, type FactComparison, type RatioComparison } from '../../src/measurement/claim.ts';
import { type EvidenceSource, evidenceFrom } from '../../src/measurement/evidence.ts';
import type { Cell, Gate, Invocation, Results, Round, Session } from '../../src/measurement/results.ts';

const DATE = '2026-09-29T12:00:00Z';
const HASH = 'a'.repeat(64);

export function invocation(values: Record<string, number>): Invocation {
  return { values, wall: 10, cpu: 9, switches: { voluntary: 1, involuntary: 0 }, ending: { code: 0, signal: null } };
}

/** A round in which each variant measured one number. */
export function round(variants: Record<string, number>, metric = 'time'): Round {
  const invocations = Object.entries(variants).map(([name, value]) => [name, invocation({ [metric]: value })]);
  return { order: Object.keys(variants), invocations: Object.fromEntries(invocations) };
}

/** One round per number: process ÷ thread is that number. */
export function roundsWithRatios(ratios: readonly number[]): Round[] {
  return ratios.map((ratio) => round({ process: ratio * 2, thread: 2 }));
}

/** `count` rounds whose ratios spread evenly, on a log scale, from `lowest` to `highest`; the interval of 15 is a little narrower. */
export function roundsBetween(lowest: number, highest: number, count = 15): Round[] {
  return roundsWithRatios(
    Array.from({ length: count }, (_, index) => lowest * (highest / lowest) ** (index / (count - 1))),
  );
}

export function gate(name: Gate['gate'], outcome: Gate['outcome'], reason: string = outcome): Gate {
  return { gate: name, outcome, reading: 1, limit: 2, reason };
}

export function cell(rounds: Round[], changes: Partial<Cell> = {}): Cell {
  return {
    experiment: 'start-up',
    runtime: 'node',
    case: 'small',
    key: HASH,
    session: 'first',
    profile: 'full',
    date: DATE,
    seed: 1,
    pinning: 'free',
    planned: rounds.length,
    programs: [{ variant: 'thread', file: 'node/thread.ts', sha256: HASH }],
    rounds,
    gates: [gate('pressure', 'passed'), gate('capacity', 'passed')],
    failures: {},
    traces: {},
    logs: {},
    ...changes,
  };
}

export function session(changes: Partial<Session> = {}): Session {
  const gates = [gate('control', 'passed')];
  return { id: 'first', date: DATE, profile: 'full', seed: 1, commit: null, control: null, gates, ...changes };
}

export function results(cells: Cell[], changes: Partial<Results> = {}): Results {
  return {
    schema: 1,
    machine: {
      id: 'bench',
      label: 'The bench',
      os: 'Linux',
      kernel: '6.1',
      arch: 'x64',
      cpu: 'A processor',
      cores: 2,
      memory: 8000,
      limits: [],
    },
    runtimes: [{ id: 'node', label: 'Node.js', language: 'node', version: '24.21.0', details: {} }],
    experiments: {
      'start-up': {
        title: 'Start-up',
        question: 'How long?',
        order: 1,
        metrics: { time: { label: 'Time', unit: 'ms', better: 'lower' } },
        cases: { small: { label: 'small' }, large: { label: 'large', x: 2 } },
        variants: { thread: { label: 'thread', kind: 'thread' }, process: { label: 'process', kind: 'process' } },
      },
    },
    sessions: [session()],
    cells,
    unavailable: [],
    ...changes,
  };
}

/** The evidence of one local file. */
export function evidence(cells: Cell[], changes: Partial<Results> = {}): EvidenceSource {
  return evidenceFrom({ results: results(cells, changes), origin: 'local' });
}

export function ratioComparison(changes: Partial<RatioComparison> = {}): RatioComparison {
  return {
    kind: 'ratio',
    label: 'a process starts more slowly',
    role: 'evidence',
    reads: {
      greater: 'a process took {times} as long to start as a thread',
      less: 'a thread took {times} as long to start as a process',
      same: 'a process started about as soon as a thread',
    },
    experiment: 'start-up',
    metric: 'time',
    of: 'process',
    over: 'thread',
    cases: ['small'],
    expect: 'greater',
    margin: 1.1,
    parallel: false,
    ...changes,
  };
}

export function factComparison(changes: Partial<FactComparison> = {}): FactComparison {
  return {
    kind: 'fact',
    label: 'updates are lost',
    role: 'evidence',
    reads: { holds: 'updates were lost', fails: 'no update was lost' },
    experiment: 'start-up',
    metric: 'time',
    variant: 'thread',
    cases: ['small'],
    is: '>',
    value: 0,
    quantifier: 'every',
    parallel: false,
    ...changes,
  };
}

/** A claim that is complete: processes start more slowly. */
export const claim = (id: string, changes: Partial<Claim> = {}) =>
  claimSchema.parse({
    id,
    group: 'disadvantage',
    side: 'processes',
    title: 'Slower to start',
    statement: 'Processes start more slowly.',
    page: '/claims/start-up/',
    runtimes: ['node'],
    comparisons: [ratioComparison()],
    falsifiedBy: 'they started as quickly.',
    ...changes,
  });
