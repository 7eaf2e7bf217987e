import { availableParallelism } from 'node:os';
import { describe, expect, it } from 'vitest';
import { parseOutput } from '../../scripts/harness/launch/parse-output.ts';
import type { Slice } from '../../src/measurement/results.ts';
import { untilSeen } from './by-chance.ts';
import { canPin, onOneCore, onTwoCores } from './pinned.ts';
import { installed, runProgram } from './run-program.ts';

const VARIANTS = ['thread', 'process'];

/** Instants at which a slice starts or ends, and who runs in between: counted another way than the programs do. */
function runningTogether(slices: Slice[]): number {
  const instants = [...new Set(slices.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  return instants.slice(1).reduce((sum, until, i) => {
    const since = instants[i] ?? until;
    const running = slices.filter(({ start, end }) => start <= since && until <= end);
    return running.length > 1 ? sum + until - since : sum;
  }, 0);
}

describe.each(installed('node', 'cpython', 'cpython-ft', 'c').map((runtime) => [runtime.info.id, runtime] as const))(
  'timeline in %s',
  (id, runtime) => {
    async function record(variant: string, milliseconds: number, on = runtime) {
      const run = await runProgram('timeline', on, variant, [String(milliseconds)]);
      expect(run).toMatchObject({ problems: [], code: 0, stderr: '' });
      return { ...run.values, slices: parseOutput(run.stdout, {}).slices } as {
        turns: number;
        overlap: number;
        slices: Slice[];
      };
    }

    it.skipIf(!canPin).each(VARIANTS)('%s: two on one core take turns and never run at once', async (variant) => {
      const { turns, overlap, slices } = await record(variant, 60, onOneCore(runtime));
      expect(new Set(slices.map(({ unit }) => unit))).toEqual(new Set(['worker-1', 'worker-2']));
      expect(new Set(slices.map(({ core }) => core))).toEqual(new Set([0]));
      expect(turns).toBeGreaterThan(0);
      // A stretch shorter than the jump that opens a slice (0.1 ms) can go unseen within another's.
      expect(overlap).toBeLessThan(0.1 * slices.length);
    });

    it.each(VARIANTS)('%s: what it says of the slices follows from them', async (variant) => {
      const { turns, overlap, slices } = await record(variant, 60);
      expect(slices.length).toBeLessThanOrEqual(400);
      expect(overlap).toBeCloseTo(runningTogether(slices), 0);
      const handOvers = slices.filter(({ unit, start }, i) => {
        const before = slices[i - 1];
        return before !== undefined && before.unit !== unit && before.end <= start;
      });
      expect(turns).toBe(handOvers.length);
    });

    const gil = id === 'cpython';
    it.skipIf(availableParallelism() < 2).each(gil ? ['process'] : VARIANTS)(
      '%s: two on two cores run at once, on different ones',
      async (variant) => {
        // On a busy machine it may take several records, even of units that are held on a core each.
        const { overlap, slices } = await untilSeen(
          () => record(variant, 400, onTwoCores(runtime)),
          (seen) => seen.overlap >= 1,
        );
        expect(overlap, 'two units running at once on two cores, in one of many records').toBeGreaterThanOrEqual(1);
        expect(new Set(slices.map(({ core }) => core)).size).toBeGreaterThan(1);
      },
    );

    it.runIf(gil)('thread: the GIL lets one run at a time, on however many cores', async () => {
      const { turns, overlap, slices } = await record('thread', 200);
      expect(turns).toBeGreaterThan(2);
      expect(overlap).toBeLessThan(0.1 * slices.length);
    });
  },
);
