import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { blur, render } from '../../scripts/experiments/image-work/node/_kernel.ts';
import { hasProgram, installed, runProgram } from './run-program.ts';
import { slicesOf, unitsOf } from './slices.ts';

const PLAIN = ['sequential', 'thread', 'thread.shared-memory', 'process', 'process.shared-memory', 'interpreter'];
const LIBRARY = ['sequential.c-library', 'thread.c-library', 'process.c-library'];
const runtimes = installed('node', 'cpython', 'cpython-ft', 'cpython-gil', 'c');
/** The library is compiled by the C compiler found for the C programs. */
const hasCompiler = runtimes.some(({ info }) => info.id === 'c');
const adler = (stdout: string) => /Adler-32 is (\d+)/.exec(stdout)?.[1];

/** What every program in every language must come to, for a picture of 60 × 40. */
const EXPECTED = '1296584117';

describe.concurrent.each(runtimes.map((runtime) => [runtime.info.id, runtime] as const))(
  'image-work in %s',
  (_, runtime) => {
    const programs = [...PLAIN, ...(hasCompiler ? LIBRARY : [])].filter(
      (program) =>
        hasProgram('image-work', runtime, program) &&
        (program !== 'interpreter' || runtime.abilities?.includes('sub-interpreters') === true),
    );

    it.each(programs)('%s blurs the same picture to the same pixels, in any number of bands', async (program) => {
      for (const workers of ['1', '2', '3']) {
        const { values, problems, stdout, stderr, code } = await runProgram('image-work', runtime, program, [
          workers,
          '60',
        ]);
        expect(stderr).toBe('');
        expect(problems).toEqual([]);
        expect(code).toBe(0);
        expect(adler(stdout)).toBe(EXPECTED);
        expect(values.checksum).toBe(Number(EXPECTED));
        expect(unitsOf(slicesOf(stdout))).toHaveLength(program.startsWith('sequential') ? 1 : Number(workers));
        expect(values['wall-with-start']).toBeGreaterThanOrEqual(values.wall ?? Number.NaN);
        expect(values.copy).toBeLessThanOrEqual(values.wall ?? Number.NaN);
      }
    });

    it.runIf(runtime.info.language === 'python')('writes the picture where it is asked to', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'picture-'));
      try {
        const file = join(folder, 'blurred.pgm');
        await runProgram('image-work', runtime, 'thread', ['2', '60', file]);
        expect(readFileSync(file).subarray(0, 13).toString()).toBe('P5 60 40 255\n');
        expect(readFileSync(file)).toHaveLength(13 + 60 * 40);
      } finally {
        rmSync(folder, { recursive: true });
      }
    });
  },
);

const withLibrary = installed('node', 'cpython', 'cpython-ft').filter(
  ({ info, abilities }) => info.language === 'node' || abilities?.includes('pillow') === true,
);

describe.each(withLibrary.map((runtime) => [runtime.info.id, runtime] as const))('photographs in %s', (_, runtime) => {
  it('come out the same, whoever blurs them', async () => {
    const library = runtime.info.language === 'node' ? 'sharp' : 'pillow';
    const programs = ['sequential', 'event-loop', 'thread', 'process']
      .map((family) => `${family}.${library}`)
      .filter((program) => hasProgram('image-work', runtime, program));
    const runs = await Promise.all(programs.map((program) => runProgram('image-work', runtime, program, ['2', '3'])));
    expect(runs.map(({ code, problems, stderr }) => [code, problems, stderr])).toEqual(programs.map(() => [0, [], '']));
    for (const { stdout } of runs) expect(stdout).toMatch(/^3 photographs blurred, the CRC-32 of each file is \d+$/m);
    expect(new Set(runs.map(({ values }) => values.checksum)).size).toBe(1);
  });
});

describe('the blur', () => {
  const mean = (pixels: Uint8Array, width: number, height: number, x: number, y: number) => {
    const near = (limit: number, at: number) =>
      [-2, -1, 0, 1, 2].map((step) => at + step).filter((place) => place >= 0 && place < limit);
    const neighbours = near(height, y).flatMap((row) => near(width, x).map((at) => pixels[row * width + at] ?? 0));
    return Math.floor(neighbours.reduce((sum, grey) => sum + grey, 0) / neighbours.length);
  };

  it('is the mean of the pixels at most two away, at the edges too', () => {
    const [width, height] = [30, 20];
    const pixels = render(width, height);
    const blurred = new Uint8Array(pixels.length);
    blur(pixels, blurred, width, 0, height);
    const expected = Array.from(pixels, (_, at) => mean(pixels, width, height, at % width, Math.floor(at / width)));
    expect(Array.from(blurred)).toEqual(expected);
  });

  it('changes a picture that has light and dark in it', () => {
    const pixels = render(30, 20);
    expect(Math.max(...pixels) - Math.min(...pixels)).toBeGreaterThan(150);
  });
});
