/** How fast the machine is at the start and at the end of a session. */
import { join } from 'node:path';
import { MOST_MOVED } from '../../../src/measurement/limits.ts';
import type { Gate, Session, Speed } from '../../../src/measurement/results.ts';
import { formatRatio } from '../../../src/measurement/units.ts';
import { ownNode } from '../../runtimes/node.ts';
import { createRunner, type SessionContext } from './session-context.ts';

const PROGRAM = join(import.meta.dirname, 'speed-program.ts');

const RULES = {
  metrics: {
    integer: { label: 'Arithmetic', unit: 'ms', better: 'lower' },
    memory: { label: 'Reads from memory', unit: 'ms', better: 'lower' },
  },
  timeLimit: 20,
} as const;

/** Null where the probe could not be run. */
export async function probeSpeed(context: Pick<SessionContext, 'effects' | 'launcher'>): Promise<Speed | null> {
  const run = await createRunner(context, RULES, 'one-core')(ownNode.command(PROGRAM, { runtimeArgs: [], args: [] }));
  if (run === 'aborted' || 'failure' in run) return null;
  const { integer = 0, memory = 0 } = run.invocation.values;
  return { integer, memory };
}

/** The gate `speed`: marks a session whose machine was not the same at its end. None where a probe is missing. */
export function speedGates(speed: Session['speed']): Gate[] {
  const { start = null, end = null } = speed ?? {};
  if (!start || !end) return [];
  const moved = (['integer', 'memory'] as const)
    .map((name) => ({ name, ratio: end[name] / start[name] }))
    .sort((a, b) => Math.abs(Math.log(b.ratio)) - Math.abs(Math.log(a.ratio)));
  return moved.slice(0, 1).map(({ name, ratio }) => {
    const most = Math.max(ratio, 1 / ratio);
    const what = name === 'integer' ? 'arithmetic' : 'reads from memory';
    return {
      gate: 'speed',
      outcome: most <= MOST_MOVED ? 'passed' : 'failed',
      reading: most,
      limit: MOST_MOVED,
      reason: `at the end of the session ${what} took ${formatRatio(ratio)} the time of its start`,
    };
  });
}
