/** Whether a machine was quiet enough, when it measured, for a verdict. */
import type { Evidence } from './evidence.ts';
import type { Gate, Round, Session } from './results.ts';
import { MINIMUM_ROUNDS, type Pair, pairedRatio, type RatioEstimate } from './statistics.ts';
import { formatInterval, formatRatio } from './units.ts';

/** A gate that stands between a measurement and its verdict, with the reason in words. */
export interface ClosedGate {
  gate: Gate['gate'];
  reason: string;
}

/** What every ratio must pass. */
export const GATES = ['control', 'pinning', 'pressure', 'steal', 'throttling', 'load'] as const;

/** What a ratio must pass that means nothing unless cores really run side by side. */
export const PARALLEL_GATES = ['control', 'pinning', 'capacity', 'pressure', 'steal', 'throttling', 'load'] as const;

/**
 * The first of `gates` that forbids a verdict, undefined when none does.
 *
 * A cell's own readings go before its session's. The capacity and the A/A control must have been read (an outcome of
 * `unavailable` is a reading: the machine can't tell, and says so).
 */
export function closedGate(evidence: Evidence, gates: readonly Gate['gate'][]): ClosedGate | undefined {
  for (const gate of gates) {
    const readings = readingsOf(gate, evidence);
    const failed = readings.find((reading) => reading.outcome === 'failed');
    if (failed) return { gate, reason: failed.reason };
    if (readings.length === 0 && gate === 'control') {
      return { gate, reason: 'the session has no A/A control: no program was compared with itself' };
    }
    if (readings.length === 0 && gate === 'capacity') {
      return { gate, reason: 'how much this machine can do in parallel was not probed' };
    }
  }
  return undefined;
}

function readingsOf(gate: Gate['gate'], { cell, session }: Evidence): Gate[] {
  if (gate === 'control' && session?.control) return [judgeControl(session.control.rounds)];
  const own = cell.gates.filter((reading) => reading.gate === gate);
  return own.length > 0 ? own : (session?.gates.filter((reading) => reading.gate === gate) ?? []);
}

/**
 * Judges an A/A control: rounds of two variants that are one program, compared by the first metric both print, else by
 * wall time. It fails when its interval excludes 1, because a machine that finds a program different from itself can't
 * compare others, or when there are too few rounds to say. An interval that is merely wide does not fail: it is the
 * noise floor.
 *
 * @returns the gate `control`; `reading` is the ratio.
 */
export function judgeControl(rounds: readonly Round[]): Gate {
  const gate = (outcome: Gate['outcome'], reading: number | null, reason: string): Gate => ({
    gate: 'control',
    outcome,
    reading,
    limit: 1,
    reason,
  });
  const { ratio, count } = controlRatio(rounds);
  if (!ratio?.interval) {
    const found = `${count} comparable rounds`;
    return gate('failed', ratio?.estimate ?? null, `an A/A control needs ${MINIMUM_ROUNDS} rounds, found ${found}`);
  }
  const { lower, upper } = ratio.interval;
  const shown = `${formatRatio(ratio.estimate)}, interval ${formatInterval(ratio.interval)}`;
  return lower <= 1 && upper >= 1
    ? gate('passed', ratio.estimate, `a program compared with itself: ${shown}`)
    : gate('failed', ratio.estimate, `a program compared with itself came out different: ${shown}`);
}

/**
 * How far a program's ratio to itself may lie from 1 on this session's evidence: the farther end of the control's
 * interval, as a ratio of at least 1. Every margin is widened by it. 1 where the session has no control of its own.
 */
export function noiseFloor(session: Session | undefined): number {
  const interval = session?.control ? controlRatio(session.control.rounds).ratio?.interval : undefined;
  return interval ? Math.max(1, interval.upper, 1 / interval.lower) : 1;
}

interface ControlRatio {
  ratio: { estimate: number; interval: RatioEstimate | null } | undefined;
  count: number;
}

/** Every comparison of a session asks for its control; while that is measured, rounds are added to it. */
const controls = new WeakMap<readonly Round[], ControlRatio & { rounds: number }>();

function controlRatio(rounds: readonly Round[]): ControlRatio {
  const known = controls.get(rounds);
  if (known?.rounds === rounds.length) return known;
  const pairs = controlPairs(rounds);
  const ratio = pairs.every((pair) => pair[0] > 0 && pair[1] > 0) ? pairedRatio(pairs) : undefined;
  const found = { ratio, count: pairs.length, rounds: rounds.length };
  controls.set(rounds, found);
  return found;
}

function controlPairs(rounds: readonly Round[]): Pair[] {
  const names = Object.keys(rounds[0]?.invocations ?? {}).sort();
  return rounds.flatMap((round): Pair[] => {
    const [a, b] = names.map((name) => round.invocations[name]);
    if (!a || !b) return [];
    const metric = Object.keys(a.values).find((name) => b.values[name] !== undefined);
    const left = metric === undefined ? a.wall : a.values[metric];
    const right = metric === undefined ? b.wall : b.values[metric];
    return left === undefined || right === undefined ? [] : [[left, right]];
  });
}
