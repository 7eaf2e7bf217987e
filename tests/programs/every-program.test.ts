/** What holds of every program of every experiment. What one of them has to find is in a file of its own. */
import { describe, expect, it } from 'vitest';
import { plannedRuns, unavailable } from './planned-runs.ts';
import { runFile } from './run-program.ts';

describe('with the arguments of its quickest case', () => {
  // Nothing is timed, so several may run at once.
  it.concurrent.each(plannedRuns)('$title prints every metric and ends well', async (planned) => {
    const { program, installation, runtimeArgs, args, metrics } = planned;
    const run = await runFile(program, installation, { runtimeArgs, args }, metrics);
    const { code, problems, absent, stderr, stdout } = run;
    if (planned.mayDie) {
      expect(problems).toEqual([]);
      return expect(stdout).not.toBe('');
    }
    expect({ code, problems, absent, stderr }).toEqual({ code: 0, problems: [], absent: [], stderr: '' });
  });

  it.skip.each(unavailable)('%s', () => {});
});
