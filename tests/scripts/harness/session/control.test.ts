import { cpSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { measureExperiments } from '../../../../scripts/harness/session/measure-experiments.ts';
import { VERDICT_ROUNDS } from '../../../../src/measurement/limits.ts';
import { type Bench, createBench, options } from '../measuring-bench.ts';

let bench: Bench;
beforeEach(() => {
  bench = createBench('steady');
  cpSync(join(bench.experiments, 'steady'), join(bench.experiments, 'steadier'), { recursive: true });
});
afterEach(() => bench.remove());

const measure = () => measureExperiments(options({ profile: 'full' }), bench.effects);
const controlRounds = () => bench.results().sessions[0]?.control?.rounds.length;

/** Lets every run of the control's program fail after the first ones. */
function breakControlAfter(runs: number): void {
  const { createLauncher } = bench.effects;
  bench.effects.createLauncher = async () => {
    const launcher = await createLauncher();
    let seen = 0;
    const fails = (program: string) => basename(program) === 'control-program.ts' && ++seen > runs;
    return {
      ...launcher,
      run: async (request) => {
        const outcome = await launcher.run(request);
        return fails(request.command.argv[0] ?? '') ? { ...outcome, ending: { code: 3, signal: null } } : outcome;
      },
    };
  };
}

describe('the control of a session', () => {
  it('gets one more round after every cell', async () => {
    await measure();
    expect(bench.results().cells).toHaveLength(4);
    expect(controlRounds()).toBe(VERDICT_ROUNDS + 4);
  });

  it('leaves out a later round that failed, says so, and goes on measuring', async () => {
    breakControlAfter(2 * VERDICT_ROUNDS);
    await measure();
    expect(bench.results().cells).toHaveLength(4);
    expect(controlRounds()).toBe(VERDICT_ROUNDS);
    expect(bench.events).toContainEqual({
      type: 'skipped',
      name: 'a round of the A/A control',
      reason: expect.stringContaining('ended with code 3'),
    });
  });
});
