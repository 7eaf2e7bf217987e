import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { curveChart } from '../../src/charts/curve-chart.ts';
import { type ChartRequest, type DrawnChart, drawChart } from '../../src/charts/draw-chart.ts';
import { source } from './fixtures/invented-results.ts';

const request: ChartRequest = {
  kind: 'curve',
  experiment: 'start-up',
  runtime: 'c',
  runtimeLabel: 'C',
  metrics: ['ready'],
  title: 'Time to the first answer',
};

function drawn(changes: Partial<ChartRequest>): DrawnChart {
  const chart = drawChart(source, { ...request, ...changes });
  if ('absence' in chart) throw new Error('expected a drawing');
  return chart;
}

/** One element per line, so that a changed snapshot shows what changed. */
const lines = (svg: string) => `${svg.replace(/></g, '>\n<')}\n`;

describe('every drawing', () => {
  const kinds: [name: string, changes: Partial<ChartRequest>][] = [
    ['paired', { kind: 'paired' }],
    ['paired-cases', { kind: 'paired', cases: ['parent-0', 'parent-64', 'parent-512'] }],
    ['curve', { kind: 'curve' }],
    ['bars', { kind: 'bars', cases: ['parent-0'] }],
    ['stack', { kind: 'stack', metrics: ['private', 'shared'], cases: ['parent-0'] }],
  ];
  for (const [name, changes] of kinds) {
    test(`${name} looks as it did`, async () => {
      await expect(lines(drawn(changes).svg)).toMatchFileSnapshot(`fixtures/${name}.svg`);
    });

    test(`${name} carries no style, and has a title and a description`, () => {
      const { svg } = drawn(changes);
      const { document } = parseHTML(svg);
      expect(svg).not.toMatch(/style=|<style/);
      expect(document.querySelector('title')?.textContent).toContain('C');
      expect(document.querySelector('desc')?.textContent).toMatch(/thread/);
      const ids = document.querySelector('svg')?.getAttribute('aria-labelledby')?.split(' ') ?? [];
      expect(ids).toHaveLength(2);
      for (const id of ids) expect(document.getElementById(id)).not.toBeNull();
    });

    test(`${name} draws nothing that is not a number`, () => {
      expect(drawn(changes).svg).not.toMatch(/NaN|Infinity|undefined/);
    });
  }
});

test('a paired chart joins each round’s two samples and states ratio and interval', () => {
  const { svg, sources } = drawn({ kind: 'paired' });
  expect(sources.map(({ rounds }) => rounds)).toEqual([12]);
  expect(svg.match(/class="pair"/g)).toHaveLength(1);
  const { document } = parseHTML(svg);
  expect(document.querySelectorAll('.pair path')).toHaveLength(12);
  expect(document.querySelector('desc')?.textContent).toMatch(/ratio 4\.0 ×, interval .+ to .+ ×, 12 rounds/);
});

test('a wide range is drawn on a logarithmic axis in a fitting unit', () => {
  const { svg } = drawn({ kind: 'curve' });
  expect(svg).toContain('logarithmic');
  expect(svg).toContain('Time to the first answer (ms)');
});

test('each place on a logarithmic axis is named, sizes in binary units', () => {
  const sizes = [64, 65_536, 1_048_576, 8_388_608];
  const readings = drawn({ kind: 'curve' }).readings.flatMap((reading) => sizes.map((x) => ({ ...reading, x })));
  const axis = { label: 'Message size', unit: 'B', log: true } as const;
  const svg = curveChart({ metricLabel: 'Round trip', axis, readings }, { id: 'c', title: 'T', description: 'D' });
  for (const name of ['64 B', '64 KiB', '1 MiB', '8 MiB']) expect(svg).toContain(`>${name}</text>`);
});

test('the figure of a ratio stands above the rule of no difference', () => {
  const { document } = parseHTML(drawn({ kind: 'paired' }).svg);
  const shift = (element: Element | null) =>
    Number(/,(-?[\d.]+)\)/.exec(element?.getAttribute('transform') ?? '')?.[1]);
  const figure = document.querySelector('.value text');
  const middle = shift(figure) + shift(figure?.parentElement ?? null);
  const tops = [...document.querySelectorAll('.unity line')].map((line) => Number(line.getAttribute('y1')));
  expect(tops).not.toEqual([]);
  expect(Math.min(...tops)).toBeGreaterThan(middle + 5);
});

test('a missing variant is told, what is there is drawn', () => {
  const chart = drawn({ runtime: 'node', kind: 'bars', cases: ['parent-0'], variants: ['thread', 'process'] });
  expect(chart.readings.map(({ variant }) => variant)).toEqual(['thread']);
  expect(chart.notes.join(' ')).toContain('exited with code 1');
});

test('without a figure there are words instead of a drawing', () => {
  expect(drawChart(source, { ...request, runtime: 'cpython' })).toEqual({ absence: 'no python3 was found' });
  expect(drawChart(source, { ...request, kind: 'paired', runtime: 'node' })).toEqual({
    absence: "process, the runtime's default: exited with code 1",
  });
});

test('one place on the axis makes no curve: bars, and the caption says so', () => {
  const chart = drawn({ kind: 'curve', cases: ['parent-64'] });
  expect(chart.svg).toContain('class="bar thread"');
  expect(chart.notes.join(' ')).toContain('Only one place on the axis was measured: parent of 64 MiB.');
});

test('a case that has no place on the axis makes no curve, and is not called unmeasured', () => {
  expect(drawChart(source, { ...request, cases: ['small-stack'] })).toEqual({
    absence: 'only “a small stack” was measured, which is no place on a curve',
  });
});

test('a stack’s parts hold one another: each begins where the one before ends, and the longest is the whole', () => {
  const { svg, notes, readings } = drawn({
    kind: 'stack',
    metrics: ['shared', 'private'],
    cases: ['parent-0'],
    variants: ['process'],
  });
  const { document } = parseHTML(svg);
  const parts = [...document.querySelectorAll('.bar rect')].map((rect) => ({
    x: Number(rect.getAttribute('x')),
    width: Number(rect.getAttribute('width')),
  }));
  const medians = readings.map(({ figure }) => figure.median);
  expect(parts).toHaveLength(2);
  expect(medians[1]).toBeGreaterThan(medians[0] ?? Number.NaN);
  expect((parts[0]?.x ?? 0) + (parts[0]?.width ?? 0)).toBeCloseTo(parts[1]?.x ?? Number.NaN, 1);
  expect((parts[0]?.width ?? 0) / ((parts[0]?.width ?? 0) + (parts[1]?.width ?? 0))).toBeCloseTo(
    (medians[0] ?? Number.NaN) / (medians[1] ?? Number.NaN),
    2,
  );
  expect(notes[0]).toMatch(/^From the left, each with what the one before it holds: /);
});

test('an ideal is a dashed line with its name, and said in words', () => {
  const { svg, notes } = drawn({ kind: 'curve', ideal: 'flat' });
  const { document } = parseHTML(svg);
  expect(document.querySelectorAll('.ideal path')).toHaveLength(1);
  expect(document.querySelector('.ideal-name')?.textContent).toBe('ideal');
  expect(notes).toContain('Dashed: as quick as the first.');
  expect(drawn({ kind: 'curve' }).svg).not.toContain('ideal');
});

test('what a verdict may not compare is drawn, and said to be too noisy', () => {
  // The fixture's session has no A/A control, which closes every ratio's gate.
  expect(drawn({ kind: 'bars', cases: ['parent-0'] }).notes.join(' ')).toMatch(
    /Too noisy to compare \(.+\): .+ no A\/A control/,
  );
});
