import { expect, test } from 'vitest';
import { adler32 } from '../../scripts/experiments/image-work/node/_adler32.ts';
import { blur, render } from '../../scripts/experiments/image-work/node/_kernel.ts';
import { HANDED_BACK, jobs } from '../../src/runner/jobs.ts';

test('a unit that holds the picture blurs it in as many bands as it is told, one after the other', () => {
  expect(jobs.hold({ width: 30, height: 20 })).toBe(600);
  const times = jobs['blur-held']({ bands: 3 });
  const whole = new Uint8Array(600);
  blur(render(30, 20), whole, 30, 0, 20);
  expect(jobs['checksum-held']()).toBe(adler32(whole));
  expect(times).toHaveLength(3);
  expect(times.flatMap(({ began, ended }) => [began, ended])).toEqual(
    times.flatMap(({ began, ended }) => [began, ended]).toSorted((a, b) => a - b),
  );
});

test('a band is handed back with its rows', () => {
  const pixels = render(30, 20);
  const output = jobs.blur({ pixels, width: 30, first: 5, last: 15 });
  const expected = new Uint8Array(300);
  blur(pixels, expected, 30, 5, 15);
  expect(output.rows).toEqual(expected);
  expect(HANDED_BACK.blur?.(output)).toEqual([output.rows.buffer]);
});

test('a message that was transferred is handed back, the same bytes', () => {
  const message = new Uint8Array(3 * 4096).fill(2);
  const output = jobs['touch-and-return']({ message });
  expect(output).toEqual({ sum: 6, message });
  expect(HANDED_BACK['touch-and-return']?.(output)).toEqual([message.buffer]);
});
