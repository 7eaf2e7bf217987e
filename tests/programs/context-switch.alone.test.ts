import { describe, expect, it } from 'vitest';
import { canPin, canPinTo, onOneCore } from './pinned.ts';
import { hasProgram, installed, runProgram } from './run-program.ts';

const PROGRAMS = [
  ...['thread', 'process', 'thread.futex', 'thread.futex-shared', 'process.futex'],
  ...['thread.lock', 'process.lock', 'thread.atomics'],
];
const ROUND_TRIPS = 200;
/** Eleven batches, two hand-overs a round trip. */
const HAND_OVERS = 2 * ROUND_TRIPS * 11;

describe.each(installed('node', 'cpython', 'cpython-ft', 'c').map((runtime) => [runtime.info.id, runtime] as const))(
  'context-switch in %s',
  (_, runtime) => {
    const programs = PROGRAMS.filter((program) => hasProgram('context-switch', runtime, program));

    it.skipIf(!canPin).each(programs)('%s: the system counts a switch for every hand-over', async (program) => {
      for (const workingSet of ['0', '32']) {
        const args = [String(ROUND_TRIPS), workingSet];
        const { values, problems, code } = await runProgram('context-switch', onOneCore(runtime), program, args);
        expect(problems).toEqual([]);
        expect(code).toBe(0);
        expect(values[workingSet === '0' ? 'hand-over' : 'walk']).toBeGreaterThan(0);
        expect(values['switches']).toBeGreaterThanOrEqual(HAND_OVERS);
      }
    });

    const canMove = runtime.info.language !== 'node' && canPin && canPinTo(1);
    it.skipIf(!canMove).each(programs)('%s: takes turns across cores too', async (program) => {
      const args = [String(ROUND_TRIPS), '0', 'across'];
      const { values, problems, code, stderr } = await runProgram('context-switch', runtime, program, args);
      expect({ problems, code, stderr }).toEqual({ problems: [], code: 0, stderr: '' });
      // A side that finds its turn already given need not sleep: a figure is a switch only where each hand-over was one.
      expect(values['hand-over']).toBeGreaterThan(0);
      const each = values['switches-per-hand-over'] ?? Number.NaN;
      expect('switch' in values).toBe(each > 0.9 && each < 1.1);
    });

    it.skipIf(!canMove).each(programs)('%s: refuses to go across the one core it has', async (program) => {
      const run = await runProgram('context-switch', onOneCore(runtime), program, ['10', '0', 'across']);
      expect(run.code).toBe(1);
      expect(run.stderr).toBe('expected two cores that it may use, found one\n');
    });
  },
);
