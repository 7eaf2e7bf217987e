import { expect, test } from 'vitest';
import { isDense, handOversOf, lanesOf, lanesSvg, timeAxisSvg, timeTicks } from '../../src/charts/timeline.ts';
import type { Slice } from '../../src/measurement/results.ts';

const slice = (unit: string, state: Slice['state'], start: number, end: number, core: number | null = null): Slice => ({
  unit,
  state,
  start,
  end,
  core,
});

/** Two threads under a lock: 1, 2, 1. The other waits meanwhile. */
const turns: Slice[] = [
  slice('worker-1', 'run', 0, 5, 0),
  slice('worker-2', 'lock', 0, 5),
  slice('worker-2', 'run', 5, 10, 1),
  slice('worker-1', 'lock', 5, 10),
  slice('worker-1', 'run', 10, 15, 0),
];

test('a lane for each unit, in order of first appearance', () => {
  expect(lanesOf(turns).map(({ unit }) => unit)).toEqual(['worker-1', 'worker-2']);
});

test('hand-overs are where running passes from one unit to another without overlap', () => {
  expect(handOversOf(lanesOf(turns))).toEqual([
    { at: 5, from: 0, to: 1 },
    { at: 10, from: 1, to: 0 },
  ]);
  const parallel = [slice('a', 'run', 0, 10, 0), slice('b', 'run', 1, 9, 1)];
  expect(handOversOf(lanesOf(parallel))).toEqual([]);
});

test('hand-overs are drawn under a lock only', () => {
  const group = { label: 'threads', kind: 'thread', slices: turns } as const;
  expect(lanesSvg({ ...group, handOvers: true }, 15, 'a').match(/class="hand-over"/g)).toHaveLength(2);
  expect(lanesSvg({ ...group, handOvers: false }, 15, 'a')).not.toContain('hand-over');
});

test('running is a bar whose place and width are shares of the axis, waiting a line', () => {
  const svg = lanesSvg({ label: 'threads', kind: 'thread', slices: turns, handOvers: false }, 20, 'a');
  expect(svg).toContain('<rect class="running core-1" x="25%" ');
  expect(svg).toContain('width="25%"');
  expect(svg).toContain('<line class="waiting-lock" x1="0%" x2="25%"');
  expect(svg).toContain('worker-1 ran for 10 ms in 2 stretches on core 0');
  const moved = [slice('a', 'run', 0, 5, 0), slice('b', 'run', 6, 9, 1)];
  const told = lanesSvg({ label: 'threads', kind: 'thread', slices: moved, handOvers: true }, 20, 'a');
  expect(told).toContain('b ran for 3.0 ms in one stretch on core 1. Running passed from one to another: once.');
  expect(svg).not.toContain('style');
});

test('slices too close to be told apart are joined, and no running time is lost', () => {
  const fine = Array.from({ length: 3000 }, (_, index) => slice('a', 'run', index / 100, (index + 1) / 100, 0));
  const svg = lanesSvg({ label: 'threads', kind: 'thread', slices: fine, handOvers: false }, 30, 'a');
  expect(svg.match(/<rect/g)).toHaveLength(1);
  expect(svg).toContain('width="100%"');
});

test('markup in a unit’s name stays text', () => {
  const slices = [slice('<script>', 'run', 0, 1)];
  expect(lanesSvg({ label: 'a & b', kind: 'thread', slices, handOvers: false }, 1, 'a')).not.toMatch(/<script>|a & b/);
});

test('the axis has round steps', () => {
  expect(timeTicks(100)).toEqual([0, 20, 40, 60, 80, 100]);
  expect(timeTicks(7)).toEqual([0, 2, 4, 6]);
  expect(timeTicks(0)).toEqual([0]);
  expect(timeAxisSvg(100)).toContain('20 ms');
});

test('many lanes are drawn low, and a bar of each fits into its lane', () => {
  const slices = Array.from({ length: 50 }, (_, unit) => ({
    unit: `page-${unit}`,
    state: 'run' as const,
    start: unit,
    end: unit + 1,
    core: null,
  }));
  expect(isDense(lanesOf(slices))).toBe(true);
  expect(isDense(lanesOf(slices.slice(0, 4)))).toBe(false);
  const group = { label: 'in sequence', kind: 'sequential', handOvers: false } as const;
  const heightOf = (svg: string) => Number(/ height="(\d+)" role/.exec(svg)?.[1]);
  const dense = lanesSvg({ ...group, slices }, 50, 'dense');
  const roomy = lanesSvg({ ...group, slices: slices.slice(0, 4) }, 50, 'roomy');
  expect(heightOf(dense) / 50).toBeLessThan(heightOf(roomy) / 4 / 2);
  expect(Number(/class="running"[^>]* height="(\d+)"/.exec(dense)?.[1])).toBeLessThan(heightOf(dense) / 50);
});
