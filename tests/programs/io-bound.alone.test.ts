import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { untilSeen } from './by-chance.ts';
import { hasProgram, installed, runProgram } from './run-program.ts';
import { slicesOf, someOverlap, unitsOf } from './slices.ts';

const SCRAPERS = ['sequential', 'thread', 'process', 'event-loop'];
const READERS = SCRAPERS.map((variant) => `${variant}.files`);
const toldByLinux = existsSync('/proc/self/smaps_rollup');
const runtimes = installed('node', 'cpython', 'cpython-ft', 'cpython-gil', 'c');

describe.each(runtimes.map((runtime) => [runtime.info.id, runtime] as const))('io-bound in %s', (_, runtime) => {
  const exists = (variant: string) => hasProgram('io-bound', runtime, variant);

  // A run is over when its output is closed: a server left behind would hold it open, and the test would time out.
  it.concurrent.each(SCRAPERS.filter(exists))(
    '%s finds every page by its links, and stops the server',
    async (variant) => {
      for (const inFlight of variant === 'sequential' ? ['1'] : ['1', '5']) {
        const { values, problems, stdout, stderr, code } = await runProgram('io-bound', runtime, variant, [
          inFlight,
          '25',
          '1',
        ]);
        expect(stderr).toBe('');
        expect(problems).toEqual([]);
        expect(code).toBe(0);
        expect(values.result).toBe(25);
        expect(unitsOf(slicesOf(stdout))).toHaveLength(25);
        expect(values.wall).toBeGreaterThan(2); // the first page, and what it links to: two waits
        expect(values['first-answer']).toBeGreaterThan(1);
        if (toldByLinux) expect(values.memory).toBeGreaterThan(0);
        if (toldByLinux) expect(values['cpu-per-request']).toBeGreaterThan(0);
      }
    },
  );

  /** Pages in flight, as the labels say, and ms a page takes: longer than handing out so many. */
  const inFlight = [
    { most: 20, wait: 600 },
    { most: 200, wait: 1500 },
  ];
  // Python's pool of processes hands out 200 pages more slowly than they are answered, on a busy machine by seconds.
  const mayHave = (most: number, variant: string) =>
    exists(variant) && !(most === 200 && variant === 'process' && runtime.info.language === 'python');
  const waiting = inFlight.flatMap(({ most, wait }) =>
    ['thread', 'process', 'event-loop']
      .filter((variant) => mayHave(most, variant))
      .map((variant) => ({ variant, most, wait })),
  );

  it.each(waiting)('$variant waits for as many pages at a time as it may: $most', async ({ variant, most, wait }) => {
    // On a busy machine the first answers may come before the last of them has asked.
    const { values, stdout } = await untilSeen(
      () => runProgram('io-bound', runtime, variant, [`${most}`, `${most + 1}`, `${wait}`]),
      (run) => run.values['most-in-flight'] === most,
      5,
    );
    expect(someOverlap(slicesOf(stdout))).toBe(true);
    expect(values['most-in-flight']).toBe(most);
    expect(values.wall).toBeGreaterThan(2 * wait - 1); // the first page, then the others
    expect(values.wall).toBeLessThan((most + 1) * wait); // one after the other
  });

  it('sequential waits for one page at a time', async () => {
    const { values, stdout } = await runProgram('io-bound', runtime, 'sequential', ['20', '21', '10']);
    expect(someOverlap(slicesOf(stdout))).toBe(false);
    expect(values['most-in-flight']).toBe(1);
    expect(values.wall).toBeGreaterThan(21 * 10 - 1);
  });

  it.concurrent.each(READERS.filter(exists))('%s reads every byte', async (variant) => {
    const { values, problems, code } = await runProgram('io-bound', runtime, variant, ['3', '7']);
    expect(problems).toEqual([]);
    expect(code).toBe(0);
    expect(values.result).toBe(1_190_000);
  });
});
