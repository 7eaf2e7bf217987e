import { availableParallelism } from 'node:os';
import { describe, expect, it } from 'vitest';
import { installed, runProgram } from './run-program.ts';

const CASES = ['thread', 'process'].flatMap((variant) =>
  ['free', 'barrier'].map((manner) => [variant, manner] as const),
);

describe.concurrent.each(
  installed('node', 'cpython', 'cpython-ft', 'c').map((runtime) => [runtime.info.id, runtime] as const),
)('oversubscription in %s', (_, runtime) => {
  it.each(CASES)('%s, %s: as many workers as asked for, and all the work inside the total', async (variant, manner) => {
    for (const perCore of [1, 3]) {
      const run = await runProgram('oversubscription', runtime, variant, [String(perCore), manner]);
      expect(run).toMatchObject({ problems: [], code: 0, stderr: '' });
      expect(run.stdout).toMatch(new RegExp(`^${perCore * availableParallelism()} (threads|processes)$`, 'm'));
      expect(run.values['result']).toBeGreaterThan(0);
      expect(run.values['wall']).toBeGreaterThan(0);
      expect(run.values['total']).toBeGreaterThan(run.values['wall'] ?? Number.NaN);
    }
  });
});
