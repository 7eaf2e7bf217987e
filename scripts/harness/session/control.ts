/** One sitting of measuring: its control, its gates, and what all its cells share. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Gate, Round, Session } from '../../../src/measurement/results.ts';
import node from '../../runtimes/node.ts';
import type { Command } from '../../runtimes/runtime.ts';
import type { VariantRun } from '../launch/judge-run.ts';
import { loadAverageGate, unavailable } from '../machine/machine-gates.ts';
import type { Profile } from '../plan/plan-cell.ts';
import { measureRound, roundOrder } from './round.ts';

/** More than the 11 an interval needs: at 15 it may leave out the outermost pairs, and one hiccup does not spoil a session. */
export const CONTROL_ROUNDS = 15;

/** What the control's program prints, and how long it may take. */
export const CONTROL_RULES = {
  metrics: { 'round-trip': { label: 'Round trip', unit: 'µs', better: 'lower' } },
  timeLimit: 20,
} as const;

const PROGRAM = join(import.meta.dirname, 'control-program.ts');

export function openSession(date: string, profile: Profile, seed: number, commit: string | null): Session {
  const id = `${date.slice(0, 19).replace(/[-:]/g, '').replace('T', '-')}-${randomBytes(2).toString('hex')}`;
  return { id, date, profile, seed, commit, control: null, gates: [] };
}

export async function controlCommand(): Promise<Command> {
  const { found } = await node.find();
  const [installation] = found;
  if (!installation) throw new Error('expected the Node.js that runs this, found none');
  return installation.command(PROGRAM, { runtimeArgs: [], args: [] });
}

/**
 * A program against itself, through the same path as everything else.
 * @returns the rounds that were measured; fewer when it was stopped or failed, and no verdict rests on those
 */
export async function measureControl(
  seed: number,
  run: () => Promise<VariantRun>,
  goOn: (done: number) => boolean,
): Promise<Round[]> {
  const rounds: Round[] = [];
  while (rounds.length < CONTROL_ROUNDS && goOn(rounds.length)) {
    const measured = await measureRound(roundOrder(['a', 'b'], seed, rounds.length), run);
    if (!measured || Object.keys(measured.round.invocations).length < 2) break;
    rounds.push(measured.round);
  }
  return rounds;
}

/** Read before the first program, while nothing of ours is in the average. Only where /proc can't tell it better. */
export function sessionGates(platform: string, average: number, cores: number): Gate[] {
  if (platform === 'linux') return [];
  if (platform === 'win32') return [unavailable('load', 'no load average on Windows')];
  return [loadAverageGate(average, cores)];
}
