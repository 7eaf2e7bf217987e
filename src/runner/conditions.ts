/**
 * Checks what this browser allows before anything is measured: how many units, and whether they really are separate.
 */
import { hostIsolatesFrames } from '../offline/isolation.ts';
import { frameFile } from './transport.ts';
import type { Unit, UnitScope } from './unit-scope.ts';

export interface Conditions {
  isolated: boolean;
  sharedMemory: boolean;
  /** Logical processors, as the browser reports them. */
  cores: number;
  /** ms: the smallest step the page's clock was seen to make. */
  timerStep: number;
  threads: Separation;
  processes: Separation;
  /** Work of all threads together ÷ (threads × work of one alone). */
  capacity: number;
}

export interface Separation {
  asked: number;
  /** True where every unit went on while any other one, and the page, was busy. */
  separate: boolean;
  /** ms: longest time in which the page could not act while one unit was busy. */
  longestGap: number;
  reason: string;
}

/** ms one unit is kept busy while the others and the page are watched. */
const BUSY = 250;
/** How often units that look like one are looked at again. */
const MORE_LOOKS = 7;
/** Share of the busy time in which a separate page must have acted. */
const STANDSTILL = 0.7;

const KEPT_BY_BROWSER =
  'Your browser kept the frames in this page’s process, so there are no process figures. Chromium gives a frame its own process under Document-Isolation-Policy; Firefox and Safari do not.';
const KEPT_FOR_WANT_OF_HEADERS =
  'The frames stayed in one process, so there are no process figures: this host does not send Document-Isolation-Policy, the header under which Chromium gives each its own process.';

/** Smallest step of the clock in 20 ms of looking at it. */
export function timerStep(now: () => number = () => performance.now()): number {
  const until = now() + 20;
  let smallest = Number.POSITIVE_INFINITY;
  let before = now();
  while (before < until) {
    const time = now();
    if (time > before) smallest = Math.min(smallest, time - before);
    before = time;
  }
  return smallest;
}

/** Runs `busy` while the page ticks. @returns the longest time without a tick, ms */
async function longestGapDuring(busy: Promise<unknown>): Promise<number> {
  const { port1, port2 } = new MessageChannel();
  let last = performance.now();
  let longest = 0;
  let done = false;
  const look = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (!done) port2.postMessage(0);
  };
  port1.onmessage = look;
  port2.postMessage(0);
  try {
    await busy;
  } finally {
    done = true;
    port1.close();
  }
  return longest;
}

/** Keeps `busy` busy and checks whether the others answer before it has finished. */
async function standsApart(busy: Unit, others: readonly Unit[]): Promise<{ apart: boolean; gap: number }> {
  let through = false;
  const spinning = busy.ask('spin', { duration: BUSY }).then(() => {
    through = true;
  });
  const answers = Promise.all(others.map((other) => other.ask('ping', undefined).then(() => !through)));
  const gap = await longestGapDuring(spinning);
  return { apart: (await answers).every(Boolean) && gap < STANDSTILL * BUSY, gap };
}

/** On a busy machine separate units can look like one, never the other way round, so a failure is tried again. */
async function separationOf(units: readonly Unit[], found: string, missed: string): Promise<Separation> {
  let longestGap = 0;
  for (const unit of units) {
    const others = units.filter((other) => other !== unit);
    let tried = await standsApart(unit, others);
    for (let again = 0; again < MORE_LOOKS && !tried.apart; again++) tried = await standsApart(unit, others);
    longestGap = Math.max(longestGap, tried.gap);
    if (!tried.apart) return { asked: units.length, separate: false, longestGap, reason: missed };
  }
  return { asked: units.length, separate: true, longestGap, reason: found };
}

/**
 * Cores' worth of work that units get: counts of spinning, all at once against one alone.
 * @param duration ms that each spins, once or, the first, three times
 */
export async function coresGranted(units: readonly Unit[], duration: number): Promise<number> {
  const [first] = units;
  if (!first) return 0;
  const spin = (unit: Unit) => unit.ask('spin', { duration });
  const before = await spin(first);
  const together = await Promise.all(units.map(spin));
  const after = await spin(first);
  return together.reduce((sum, turns) => sum + turns, 0) / Math.max(before, after);
}

export async function startAll(scope: UnitScope, kind: Unit['kind'], count: number): Promise<Unit[]> {
  return Promise.all(Array.from({ length: count }, () => scope.start(kind)));
}

/** @param say what is being tried, for the reader */
export async function findConditions(scope: UnitScope, say: (step: string) => void): Promise<Conditions> {
  const cores = navigator.hardwareConcurrency || 1;
  const count = cores >= 4 ? 4 : 2;
  const isolated = globalThis.crossOriginIsolated === true;
  say('Looking at the clock');
  const step = timerStep();

  say(`Starting ${count} workers: do they run in parallel?`);
  const workers = await startAll(scope, 'thread', count);
  const threads = await separationOf(
    workers,
    `${count} threads (checked: each kept running while another was busy)`,
    'Each time we looked, something stood still while one worker was busy: workers do not run in parallel here, or the machine was too busy to tell.',
  );
  const together = workers.slice(0, Math.min(count, cores));
  const capacity = (await coresGranted(together, BUSY)) / together.length;
  for (const worker of workers) worker.end();

  say(`Starting ${count} isolated frames: does each have its own process?`);
  let processes: Separation;
  try {
    const frames = await startAll(scope, 'process', count);
    processes = await separationOf(
      frames,
      `${count} processes (checked: each frame kept running while another, and this page, was busy)`,
      (await hostIsolatesFrames(frameFile)) ? KEPT_BY_BROWSER : KEPT_FOR_WANT_OF_HEADERS,
    );
    for (const frame of frames) frame.end();
  } catch (error) {
    scope.signal.throwIfAborted();
    const why = error instanceof Error ? error.message : error;
    const reason = `No isolated frame could be started (${why}), so there are no process figures. Without a network none can start: what is kept for reading offline does not reach it.`;
    processes = { asked: count, separate: false, longestGap: 0, reason };
  }
  return {
    isolated,
    sharedMemory: typeof SharedArrayBuffer === 'function',
    cores,
    timerStep: step,
    threads,
    processes,
    capacity,
  };
}
