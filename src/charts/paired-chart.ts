/** Both variants' samples, paired by round, and under them the ratio with its interval. */
import { dot, link, type Markish, rect, ruleX, text } from '@observablehq/plot';
import type { RatioFigure } from '../measurement/figure.ts';
import { formatInterval, formatRatio, formatValue } from '../measurement/units.ts';
import { logTicks, tick, valueAxis } from './axis.ts';
import { bottomCaption } from './axis-caption.ts';
import type { ChartReading } from './chart-readings.ts';
import { assemble, CHART_WIDTH, type ChartText, type Drawing, draw } from './svg-document.ts';
import { symbolOf } from './symbols.ts';

/** One case's two variants; `ratio` is `of` ÷ `over`. */
export interface PairedCase {
  caseLabel: string;
  over: ChartReading;
  of: ChartReading;
  ratio: RatioFigure;
}

export interface PairedChart {
  metricLabel: string;
  cases: readonly PairedCase[];
  /** What counts as a difference, above 1. */
  margin: number;
}

const LEFT = 10;
const RIGHT = 14;

/** Width of a bold character at the largest text size, in chart units. */
const CHARACTER = 8;

/** Samples of the first case, then one ratio for each case. */
export function pairedChart(chart: PairedChart, text: ChartText): string {
  const first = chart.cases[0];
  if (!first) throw new RangeError('expected at least one case to draw, found none');
  return assemble([samplesDrawing(first, chart.metricLabel), ratioDrawing(chart)], text);
}

function samplesDrawing({ over, of }: PairedCase, metricLabel: string): Drawing {
  const values = [...over.figure.samples, ...of.figure.samples];
  const axis = valueAxis(values, over.figure.unit, metricLabel, true);
  const rows = [over, of].map((reading, row) => ({ reading, row, median: axis.scale(reading.figure.median) }));
  const scaled = values.map(axis.scale);
  const domain: [number, number] = axis.log
    ? [Math.min(...scaled) * 0.9, Math.max(...scaled) * 1.1]
    : [0, Math.max(...scaled) * 1.04];
  const rounds = over.figure.samples.map((sample, round) => ({
    x1: axis.scale(sample),
    x2: axis.scale(of.figure.samples[round] ?? sample),
  }));
  const caption = bottomCaption(axis.label, LEFT);
  return draw({
    height: 128 + caption.margin,
    marginLeft: LEFT,
    marginRight: RIGHT,
    marginTop: 22,
    marginBottom: caption.margin,
    x: {
      type: axis.log ? 'log' : 'linear',
      domain,
      label: null,
      ticks: axis.log ? logTicks(...domain) : 5,
      tickFormat: (value: number) => tick(value, domain[1]),
      tickSize: 3,
    },
    y: { axis: null, domain: [-0.25, 1.64], reverse: true, type: 'linear' },
    marks: [
      caption.mark,
      ruleX(axis.log ? logTicks(...domain) : [], { className: 'grid' }),
      link(rounds, { x1: 'x1', x2: 'x2', y1: 0, y2: 1, className: 'pair' }),
      ...rows.flatMap(({ reading, row, median }): Markish[] => [
        dot(reading.figure.samples.map(axis.scale), {
          x: (value: number) => value,
          y: row,
          symbol: symbolOf(reading.kind),
          r: 3.2,
          className: `sample ${reading.kind}`,
        }),
        ruleX([median], { y1: row - 0.16, y2: row + 0.16, className: `median ${reading.kind}` }),
        text([`${reading.label}: ${formatValue(reading.figure.median, reading.figure.unit)}`], {
          frameAnchor: 'left',
          y: row,
          dy: row === 0 ? -17 : 17,
          textAnchor: 'start',
          className: `name ${reading.kind}`,
        }),
      ]),
    ],
  });
}

/** A ratio beyond it is drawn at the edge: its figure says how large it is. */
const LARGEST_RATIO = 1e6;

function ratioDrawing({ cases, margin }: PairedChart): Drawing {
  const edges = cases.flatMap(({ ratio }) => [
    ratio.estimate,
    ratio.interval?.lower ?? ratio.estimate,
    ratio.interval?.upper ?? ratio.estimate,
  ]);
  const low = Math.max(1 / LARGEST_RATIO, Math.min(1 / margin / 1.25, ...edges.map((edge) => edge * 0.85)));
  const high = Math.min(LARGEST_RATIO, Math.max(margin * 1.25, ...edges.map((edge) => edge * 1.15)));
  const ticks = logTicks(low, high);
  const placeOf = (value: number) =>
    LEFT + (CHART_WIDTH - LEFT - RIGHT) * (Math.log(value / low) / Math.log(high / low));
  const many = cases.length > 1;
  const rowHeight = many ? 40 : 36;
  const caption = bottomCaption(`ratio, ${cases[0]?.of.label} ÷ ${cases[0]?.over.label}`, LEFT);
  return draw({
    height: 12 + caption.margin + cases.length * rowHeight,
    marginLeft: LEFT,
    marginRight: RIGHT,
    marginTop: 8,
    marginBottom: caption.margin,
    x: {
      type: 'log',
      domain: [low, high],
      clamp: true,
      label: null,
      ticks,
      tickFormat: (value: number) => `${tick(value)} ×`,
      tickSize: 3,
    },
    y: { axis: null, type: 'linear', domain: [cases.length - 0.5, -0.5] },
    marks: [
      caption.mark,
      ...cases.flatMap((_, row): Markish[] => {
        const lane = { y1: row - LANE_ABOVE, y2: row + 0.5 };
        return [
          rect([{ x1: 1 / margin, x2: margin }], { x1: 'x1', x2: 'x2', ...lane, className: 'band' }),
          ruleX(ticks, { ...lane, className: 'grid' }),
          ruleX([1], { ...lane, className: 'unity' }),
        ];
      }),
      ...cases.flatMap(({ ratio, caseLabel }, row): Markish[] => [
        ...(ratio.interval
          ? [link([ratio.interval], { x1: 'lower', x2: 'upper', y1: row, y2: row, className: 'interval-bar' })]
          : []),
        dot([ratio.estimate], {
          x: (value: number) => value,
          y: row,
          r: 4.5,
          symbol: 'diamond',
          className: 'estimate',
        }),
        ratioName(ratio, many ? `${caseLabel}: ` : '', row, placeOf(ratio.estimate)),
      ]),
    ],
  });
}

/** Where one case's rules begin above its row, in rows: over them stands its figure, which no line may cross. */
const LANE_ABOVE = 0.16;

/** The figure of a case over its row: centred on the estimate as far as the drawing has room. */
function ratioName(ratio: RatioFigure, before: string, row: number, place: number): Markish {
  const words = `${before}${formatRatio(ratio.estimate)}${ratio.interval ? ` (${formatInterval(ratio.interval)})` : ''}`;
  const half = (words.length * CHARACTER) / 2;
  const centre = Math.max(half, Math.min(CHART_WIDTH - half, place));
  return text([words], { x: ratio.estimate, y: row, dx: centre - place, dy: -13, className: 'value' });
}
