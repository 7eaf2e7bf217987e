import { describe, expect, it } from 'vitest';
import { canPin, canPinTo, onOneCore } from './one-core.ts';
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
  (id, runtime) => {
    const programs = PROGRAMS.filter((program) => hasProgram('context-switch', runtime, program));

    it.skipIf(!canPin).each(programs)('%s: the system counts a switch for every hand-over', async (program) => {
      for (const workingSet of ['0', '32']) {
        const args = [String(ROUND_TRIPS), workingSet];
        const { values, problems, code } = await runProgram('context-switch', onOneCore(runtime), program, args);
        expect(problems).toEqual([]);
        expect(code).toBe(0);
        expect(values['switch']).toBeGreaterThan(0);
        expect(values['switches']).toBeGreaterThanOrEqual(HAND_OVERS);
      }
    });

    const canMove = runtime.info.language !== 'node' && canPin && canPinTo(1);
    it.skipIf(!canMove).each(programs)('%s: moves one side to another core, where it sleeps too', async (program) => {
      const args = [String(ROUND_TRIPS), '0', '1'];
      const { values, code } = await runProgram('context-switch', onOneCore(runtime), program, args);
      expect(code).toBe(0);
      // A side that finds its turn already given need not sleep, so not every hand-over is a switch here;
      // the locks of a free-threaded Python spin before they sleep, and may seldom have to.
      const spins = id === 'cpython-ft' && program === 'thread.lock';
      expect(values['switches']).toBeGreaterThan(spins ? 0 : HAND_OVERS / 2);
    });

    it.skipIf(!canMove).each(programs)('%s: ends with an error where there is no such core', async (program) => {
      const { code, stderr } = await runProgram('context-switch', runtime, program, ['10', '0', '1000']);
      expect(code).toBe(1);
      expect(stderr).toContain('Invalid argument');
    });
  },
);
