/** Rounds in the reader's browser: every variant once a round, with fresh workers and frames, in seeded random order. */
import { Rng } from 'pragmastat';
import type { Cell, Invocation, Round } from '../measurement/results.ts';
import { differentWork } from '../measurement/same-work.ts';
import type { Metric } from '../measurement/vocabulary.ts';
import type { BrowserExperiment, Reading } from './browser-experiment.ts';
import type { Measurement } from './collect.ts';
import { type Conditions, coresGranted, findConditions, startAll } from './conditions.ts';
import { openUnitScope, type UnitScope } from './unit-scope.ts';
import { warmUnits } from './warm-up.ts';

export interface Progress {
  /** The step that begins: announced to screen readers. */
  step(words: string): void;
  /** The position within the step: shown but not announced, since it changes several times a second. */
  detail(words: string): void;
  conditions(found: Conditions): void;
  /** @param done share of the whole, 0 to 1 */
  share(done: number): void;
}

const invocation = (values: Record<string, number>, wall: number): Invocation => ({
  values,
  wall,
  cpu: null,
  switches: null,
  ending: { code: null, signal: null },
});

/** Runs one variant on a scope of its own, so that whatever it leaves behind is gone before the next. */
async function invoke(run: (scope: UnitScope) => Promise<Reading>, signal: AbortSignal): Promise<[Reading, number]> {
  const scope = openUnitScope(signal);
  const began = performance.now();
  try {
    return [await run(scope), performance.now() - began];
  } finally {
    scope.close();
  }
}

/** A program compared with itself, like the build's control: counting primes in a fresh worker, median of three. */
async function control(scope: UnitScope): Promise<Reading> {
  const worker = await scope.start('thread');
  await warmUnits(scope, [worker], 'primes', { limit: 20_000 });
  const times: number[] = [];
  for (let batch = 0; batch < 3; batch++) {
    const began = performance.now();
    await worker.ask('primes', { limit: 150_000 });
    times.push(performance.now() - began);
  }
  worker.end();
  times.sort((a, b) => a - b);
  return { values: { time: times[1] ?? Number.NaN } };
}

/** The control's two sides, which are one program; by these names a link to a run gives them too. */
const CONTROL = { a: control, b: control };

/** ms for which a worker is kept busy before a round, to see how many cores are granted in it. */
const LOOK = 100;

/** Cores' worth of work that this many workers get at the moment. */
async function grantedNow(units: number, signal: AbortSignal): Promise<number> {
  const scope = openUnitScope(signal);
  try {
    return await coresGranted(await startAll(scope, 'thread', units), LOOK);
  } finally {
    scope.close();
  }
}

/** Of each round what these variants did. */
const only = (rounds: readonly Round[], has: (variant: string) => boolean): Round[] =>
  rounds.map(({ order, invocations, ...rest }) => ({
    ...rest,
    order: order.filter(has),
    invocations: Object.fromEntries(Object.entries(invocations).filter(([name]) => has(name))),
  }));

interface Rounds {
  rounds: Round[];
  failures: Cell['failures'];
  traces: Cell['traces'];
}

/**
 * A variant that fails is left out from then on, with the reason; the others continue. One that did other work than the
 * rest has failed too.
 */
export async function playRounds(
  variants: Record<string, (scope: UnitScope) => Promise<Reading>>,
  {
    rounds: count,
    seed,
    signal,
    metrics,
    granted,
  }: {
    rounds: number;
    seed: number;
    signal: AbortSignal;
    metrics: Record<string, Metric>;
    /** Cores that the machine grants, asked before each round whose speed-ups depend on them. */
    granted?: (() => Promise<number>) | undefined;
  },
  begin: (round: number, variant: string, done: number) => void,
): Promise<Rounds> {
  const rounds: Round[] = [];
  const failures: Cell['failures'] = {};
  const traces: Cell['traces'] = {};
  const names = Object.keys(variants).sort();
  const left = () => names.filter((name) => failures[name] === undefined);
  for (let index = 0; index < count && left().length > 0; index++) {
    const order = new Rng(`${seed}:${index}`).shuffle(left());
    const round: Round = { order, invocations: {}, ...(granted && { granted: await granted() }) };
    for (const [place, name] of order.entries()) {
      begin(index, name, (index + place / order.length) / count);
      try {
        const [{ values, slices }, wall] = await invoke(
          variants[name] as (scope: UnitScope) => Promise<Reading>,
          signal,
        );
        round.invocations[name] = invocation(values, wall);
        if (slices && traces[name] === undefined) traces[name] = slices;
      } catch (error) {
        signal.throwIfAborted();
        failures[name] = { reason: error instanceof Error ? error.message : String(error), log: '' };
      }
    }
    rounds.push(round);
    for (const [name, reason] of Object.entries(differentWork(round, metrics))) failures[name] = { reason, log: '' };
    // Lets the page answer its reader between rounds.
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  return { rounds, failures, traces };
}

/**
 * Checks the conditions, then measures.
 * @throws the signal's reason when it was stopped: an unfinished run is not a run
 */
export async function measureHere(
  id: string,
  experiment: BrowserExperiment,
  signal: AbortSignal,
  progress: Progress,
): Promise<Measurement> {
  const scope = openUnitScope(signal);
  let conditions: Conditions;
  try {
    conditions = await findConditions(scope, progress.step);
  } finally {
    scope.close();
  }
  progress.conditions(conditions);

  const seed = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
  const missing: Cell['failures'] = {};
  const runnable: Record<string, (scope: UnitScope) => Promise<Reading>> = {};
  for (const [name, variant] of Object.entries(experiment.variants)) {
    const reason = variant.missing?.(conditions);
    if (reason === undefined) runnable[name] = variant.run;
    else missing[name] = { reason, log: '' };
  }
  const compared = Object.keys(runnable).length > 1 && experiment.comparisons.some(({ kind }) => kind === 'ratio');
  const labelOf = (name: string) => experiment.vocabulary.variants[name]?.label ?? name;
  const isControl = (name: string) => Object.hasOwn(CONTROL, name);

  const units = Math.max(0, ...experiment.comparisons.map((one) => (one.kind === 'ratio' && one.speedUpOn) || 0));

  progress.step(
    `Measuring ${[...Object.keys(runnable).map(labelOf), ...(compared ? ['a program against itself'] : [])].join(', ')}`,
  );
  // The control takes part in every round, so that it meets what the others meet.
  const { rounds, failures, traces } = await playRounds(
    { ...runnable, ...(compared ? CONTROL : {}) },
    {
      rounds: experiment.rounds,
      seed,
      signal,
      metrics: experiment.vocabulary.metrics,
      granted: units > 0 ? () => grantedNow(units, signal) : undefined,
    },
    (round, name, done) => {
      const label = isControl(name) ? 'the control, a program against itself' : labelOf(name);
      progress.detail(`Round ${round + 1} of ${experiment.rounds}: ${label}`);
      progress.share(done);
    },
  );
  progress.share(1);
  return {
    id,
    experiment,
    conditions,
    seed,
    rounds: only(rounds, (name) => !isControl(name)),
    control: compared ? only(rounds, isControl) : null,
    failures: { ...missing, ...Object.fromEntries(Object.entries(failures).filter(([name]) => !isControl(name))) },
    traces,
  };
}
