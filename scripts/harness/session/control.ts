/**
 * The A/A control of a session: a program compared with itself, through the same path as everything else. Judged before
 * the first cell; then one more round after every cell, so that the noise floor is that of the whole session and not of its
 * first seconds.
 */
import { join } from 'node:path';
import { judgeControl } from '../../../src/measurement/gates.ts';
import { VERDICT_ROUNDS } from '../../../src/measurement/limits.ts';
import type { Gate, Round } from '../../../src/measurement/results.ts';
import { ownNode } from '../../runtimes/node.ts';
import type { VariantRun } from '../launch/judge-run.ts';
import { waitUntilQuiet } from '../machine/wait-until-quiet.ts';
import { type MeasuredRound, measureRound, roundOrder } from './round.ts';
import { createRunner, type SessionContext } from './session-context.ts';

/** A control that fails is taken again, after waiting for a quieter moment, up to this many times in all; every failure is kept. */
const CONTROL_ATTEMPTS = 3;

/** What the control's program prints, and how long it may take. */
const CONTROL_RULES = {
  metrics: { 'round-trip': { label: 'Round trip', unit: 'µs', better: 'lower' } },
  timeLimit: 20,
} as const;

const COMMAND = ownNode.command(join(import.meta.dirname, 'control-program.ts'), { runtimeArgs: [], args: [] });

const measureControlRound = (seed: number, index: number, run: () => Promise<VariantRun>) =>
  measureRound(roundOrder(['a', 'b'], seed, index), run);

const isWhole = ({ round }: MeasuredRound): boolean => Object.keys(round.invocations).length === 2;

/** @returns the rounds that were measured; fewer when it was stopped or failed, and no verdict rests on those */
async function measureControl(
  seed: number,
  run: () => Promise<VariantRun>,
  goOn: (done: number) => boolean,
): Promise<Round[]> {
  const rounds: Round[] = [];
  while (rounds.length < VERDICT_ROUNDS && goOn(rounds.length)) {
    const measured = await measureControlRound(seed, rounds.length, run);
    if (!measured || !isWhole(measured)) break;
    rounds.push(measured.round);
  }
  return rounds;
}

async function waitBeforeControl({ effects, patience }: SessionContext): Promise<void> {
  const start = effects.now();
  await waitUntilQuiet(effects, patience.left(), (gate) => effects.progress({ type: 'waiting', gate }));
  patience.spend(effects.now() - start);
}

/**
 * Measures the control, again where it fails, and keeps it in the session.
 * @returns false when it was stopped, or the budget ended, before there was anything to judge
 */
export async function takeControl(context: SessionContext): Promise<boolean> {
  const { inventory, effects, saver, session, deadline } = context;
  const run = createRunner(context, CONTROL_RULES, 'one-core');
  let gate: Gate | undefined;
  let took = 0;
  for (let attempt = 1; attempt <= CONTROL_ATTEMPTS && gate?.outcome !== 'passed'; attempt++) {
    if (gate && effects.now() + took >= deadline) break;
    if (gate) session.gates.push({ ...gate, reason: `attempt ${attempt - 1}: ${gate.reason}` });
    await waitBeforeControl(context);
    const start = effects.now();
    const rounds = await measureControl(
      session.seed + attempt - 1,
      () => run(COMMAND),
      (done) => {
        effects.progress({ type: 'control', done, of: VERDICT_ROUNDS });
        return !effects.interrupt.stopping && effects.now() < deadline;
      },
    );
    if (effects.interrupt.stopping) return false;
    if (effects.now() >= deadline) {
      if (gate) break;
      return false;
    }
    took = effects.now() - start;
    session.control = { rounds };
    gate = judgeControl(rounds);
    effects.progress({ type: 'control-judged', gate });
  }
  inventory.results.sessions.push(session);
  saver.now(null);
  return true;
}

/** Measures one more round of the control, after a cell. A round that failed is left out, and said. */
export async function extendControl(context: SessionContext): Promise<void> {
  const { effects, session, saver } = context;
  if (!session.control || effects.interrupt.stopping) return;
  const run = createRunner(context, CONTROL_RULES, 'one-core');
  const measured = await measureControlRound(session.seed, session.control.rounds.length, () => run(COMMAND));
  if (!measured) return;
  if (isWhole(measured)) {
    session.control.rounds.push(measured.round);
    saver.now(null);
  } else {
    const reasons = Object.values(measured.runs).flatMap((outcome) => ('failure' in outcome ? [outcome.failure] : []));
    effects.progress({ type: 'skipped', name: 'a round of the A/A control', reason: reasons.join('; ') });
  }
}
