/** One bar for each variant and case, with its value at the end; every bar begins at zero. */
import { barX, ruleX, text } from '@observablehq/plot';
import { formatValue } from '../measurement/units.ts';
import { midSentence } from '../text/wording.ts';
import { tick, valueAxis } from './axis.ts';
import { bottomCaption } from './axis-caption.ts';
import type { ChartReading } from './chart-readings.ts';
import { LINE, wrapBarName } from './label-layout.ts';
import { assemble, type ChartText, draw } from './svg-document.ts';

export interface BarChart {
  metricLabel: string;
  readings: readonly ChartReading[];
}

const ROW = 36;
/** Width of a character of a value, at the largest text size. */
const DIGIT = 8;
const LEFT = 10;

/** Bars of one metric, grouped by case. */
export function barChart({ metricLabel, readings }: BarChart, words: ChartText): string {
  return rows(
    metricLabel,
    readings.map((reading) => [reading]),
    words,
    () => '',
  );
}

/** Bars of several metrics, each of which holds the one before it: private memory, then what is shared. The first is the darkest. */
export function stackChart({ metricLabel, readings }: BarChart, words: ChartText): string {
  const groups = [...Map.groupBy(readings, (reading) => `${reading.case} ${reading.variant}`).values()];
  return rows(metricLabel, groups, words, (part) => `part-${part}`);
}

function rows(
  metricLabel: string,
  groups: ChartReading[][],
  words: ChartText,
  partClass: (part: number) => string,
): string {
  const totals = groups.map((group) => Math.max(...group.map(({ figure }) => figure.median)));
  const axis = valueAxis(totals, groups[0]?.[0]?.figure.unit ?? 'count', metricLabel, false);
  const high = Math.max(...totals.map(axis.scale), 0) || 1;
  const manyCases = new Set(groups.map((group) => group[0]?.case)).size > 1;
  const bars = groups.flatMap((group, row) => {
    let end = 0;
    return group.map(({ figure, kind }, part) => {
      const start = end;
      end = Math.max(start, axis.scale(figure.median));
      return { row: String(row), x1: start, x2: end, kind, part };
    });
  });
  const nameOf = ({ label, caseLabel }: ChartReading) => (manyCases ? `${label}, ${midSentence(caseLabel)}` : label);
  const names = groups.map((group, row) => ({
    row: String(row),
    kind: group[0]?.kind ?? 'sequential',
    lines: wrapBarName(group[0] ? nameOf(group[0]) : ''),
    total: axis.scale(totals[row] ?? 0),
    value: group.map(({ figure }) => formatValue(figure.median, figure.unit)).join(', '),
  }));
  const caption = bottomCaption(axis.label, LEFT);
  // What the longest name needs beyond its first line, in every row.
  const extra = LINE * (Math.max(...names.map(({ lines }) => lines.length)) - 1);
  // Room for the longest value beside the longest bar.
  const room = Math.max(72, 12 + DIGIT * Math.max(...names.map(({ value }) => value.length)));
  const drawing = draw({
    height: 4 + groups.length * (ROW + extra) + caption.margin,
    marginLeft: LEFT,
    marginRight: room,
    marginTop: 4,
    marginBottom: caption.margin,
    x: {
      domain: [0, high],
      label: null,
      ticks: 5,
      tickFormat: (value: number) => tick(value, high),
      tickSize: 3,
      grid: true,
    },
    y: { axis: null, domain: names.map(({ row }) => row), padding: 0 },
    marks: [
      caption.mark,
      ...bars.map((bar) =>
        barX([bar], {
          x1: 'x1',
          x2: 'x2',
          y: 'row',
          insetTop: 18 + extra,
          insetBottom: 5,
          className: `bar ${bar.kind} ${partClass(bar.part)}`.trim(),
        }),
      ),
      ruleX([0], { className: 'zero' }),
      ...names.map((name) =>
        text([name], {
          frameAnchor: 'left',
          y: 'row',
          text: ({ lines }) => lines.join('\n'),
          dx: 3,
          dy: -9 + extra / 2 - (LINE * (name.lines.length - 1)) / 2,
          textAnchor: 'start',
          lineHeight: 1.15,
          className: `name ${name.kind}`,
        }),
      ),
      text(names, {
        x: 'total',
        y: 'row',
        text: 'value',
        dx: 5,
        dy: 7 + extra / 2,
        textAnchor: 'start',
        className: 'value',
      }),
    ],
  });
  return assemble([drawing], words);
}
