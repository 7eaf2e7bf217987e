/** A metric over the experiment's axis: one line for each variant, with its name at the end. */
import { dot, line, type Markish, ruleX, text } from '@observablehq/plot';
import { formatValue } from '../measurement/units.ts';
import type { Unit, Vocabulary } from '../measurement/vocabulary.ts';
import { logTicks, tick, valueAxis } from './axis.ts';
import { bottomCaption, topCaption } from './axis-caption.ts';
import type { ChartReading } from './chart-readings.ts';
import { heightOf, spreadLabels, wrapLabel } from './label-layout.ts';
import { assemble, CHART_WIDTH, type ChartText, draw } from './svg-document.ts';
import { symbolOf } from './symbols.ts';

/** `linear`: n workers do n times as much. `inverse`: n workers need 1/n of the time. `flat`: as quick as one. */
export type Ideal = 'linear' | 'inverse' | 'flat';

export interface CurveChart {
  metricLabel: string;
  axis: NonNullable<Vocabulary['axis']>;
  /** Only readings that have a place on the axis are drawn. */
  readings: readonly ChartReading[];
  ideal?: Ideal | undefined;
}

/** Least height of the drawing without its captions; many names need more. */
const HEIGHT = 185;
const LEFT = 44;
const RIGHT = 128;

/** A place on the axis with its median and quartiles, in the axis' unit. */
interface Place {
  x: number;
  y: number;
  lower: number;
  upper: number;
}

export function curveChart({ metricLabel, axis, readings, ideal }: CurveChart, words: ChartText): string {
  const placed = readings.flatMap((reading) => (reading.x === undefined ? [] : [{ reading, x: reading.x }]));
  const unit = placed[0]?.reading.figure.unit ?? 'count';
  const ends = placed.flatMap(({ reading: { figure } }) => [figure.lower, figure.upper]);
  const value = valueAxis(ends, unit, metricLabel, true);
  const lines = [...Map.groupBy(placed, ({ reading }) => reading.variant).values()].map((group) => ({
    label: group[0]?.reading.label ?? '',
    kind: group[0]?.reading.kind ?? 'sequential',
    places: group
      .map(({ reading: { figure }, x }): Place => ({
        x,
        y: value.scale(figure.median),
        lower: value.scale(figure.lower),
        upper: value.scale(figure.upper),
      }))
      .sort((a, b) => a.x - b.x),
  }));
  const xs = [...new Set(placed.map(({ x }) => x))].sort((a, b) => a - b);
  const high = Math.max(...lines.flatMap(({ places }) => places.map(({ upper }) => upper)), 0);
  const low = Math.min(...lines.flatMap(({ places }) => places.map(({ lower }) => lower)), high);
  const domain: [number, number] = value.log ? [low * 0.8, high * 1.25] : [0, high * 1.05 || 1];
  const idealPlaces = idealLine(ideal, lines[0]?.places ?? [], domain);
  // A logarithmic axis has no zero.
  const logX = axis.log && xs.every((x) => x > 0);
  const inSteps = tooClose(xs, logX);
  // Logarithms on a linear axis: a logarithmic one would leave out the numbers of places that are no powers of ten.
  const across = (x: number) => (inSteps ? xs.indexOf(x) : logX ? Math.log(x) : x);
  const placeNames = new Map(xs.map((x) => [across(x), placeName(x, axis.unit, xs.at(-1))]));
  const upright = topCaption(value.label, LEFT);
  const level = bottomCaption(axisLabel(axis, inSteps ? 'not to scale' : logX ? 'logarithmic' : undefined), LEFT);
  const named = lines.map(({ label, kind, places }) => ({ lines: wrapLabel(label), kind, end: places.at(-1) }));
  const height = Math.max(HEIGHT, heightOf(named) - 4);
  const place = (y: number) => {
    const share = value.log ? Math.log(y / domain[0]) / Math.log(domain[1] / domain[0]) : y / domain[1];
    return upright.margin + height * (1 - share);
  };
  const names = [
    ...named.map(({ lines: words, kind, end }) => ({
      lines: words,
      kind,
      y: place(end?.y ?? 0),
      from: place(end?.y ?? 0),
    })),
    ...idealPlaces.slice(-1).map(({ y }) => ({ lines: ['ideal'], kind: 'ideal-name', y: place(y), from: place(y) })),
  ];
  const labels = spreadLabels(names, upright.margin - 8, upright.margin + height + 8);
  const drawing = draw({
    height: upright.margin + height + level.margin,
    marginLeft: LEFT,
    marginRight: RIGHT,
    marginTop: upright.margin,
    marginBottom: level.margin,
    x: {
      type: 'linear',
      label: null,
      ticks: [...placeNames.keys()],
      tickFormat: (place: number) => placeNames.get(place) ?? '',
      tickSize: 3,
    },
    y: {
      type: value.log ? 'log' : 'linear',
      domain,
      label: null,
      ticks: value.log ? logTicks(...domain) : 5,
      tickFormat: (value: number) => tick(value, domain[1]),
      grid: true,
      tickSize: 0,
    },
    marks: [
      upright.mark,
      level.mark,
      ...(idealPlaces.length > 0 ? [line(idealPlaces, { x: ({ x }) => across(x), y: 'y', className: 'ideal' })] : []),
      ...lines.flatMap(({ kind, places: own }, index): Markish[] => {
        const places = own.map((place) => ({ ...place, x: across(place.x) }));
        const sisters = lines.slice(0, index).filter((other) => other.kind === kind).length;
        return [
          ruleX(places, { x: 'x', y1: 'lower', y2: 'upper', className: `spread ${kind}` }),
          line(places, { x: 'x', y: 'y', className: `curve ${kind} sister-${sisters}` }),
          dot(places, { x: 'x', y: 'y', symbol: symbolOf(kind), r: 3.6, className: `point ${kind}` }),
        ];
      }),
      ...labels.map(({ lines: words, kind, y }) =>
        text([words.join('\n')], {
          frameAnchor: 'top-right',
          dx: 12,
          dy: y - upright.margin,
          textAnchor: 'start',
          lineAnchor: 'middle',
          lineHeight: 1.15,
          className: `name ${kind}`,
        }),
      ),
    ],
  });
  return assemble([{ ...drawing, inner: drawing.inner + leaders(labels) }], words);
}

function axisLabel(axis: CurveChart['axis'], scale: string | undefined): string {
  const unit = axis.unit === 'count' || axis.unit === 'ratio' || axis.unit === 'B' ? '' : ` (${axis.unit})`;
  return `${axis.label}${unit}${scale === undefined ? '' : `, ${scale}`}`;
}

/** `64 KiB`: sizes are powers of two, which a number of bytes would hide. */
function placeName(x: number, unit: Unit, highest: number | undefined): string {
  return unit === 'B' ? formatValue(x, unit).replace('.0 ', ' ') : tick(x, highest);
}

/** Whether the numbers of neighbouring places would touch; the places are then spaced equally. */
function tooClose(xs: readonly number[], log: boolean): boolean {
  const place = (x: number) => (log ? Math.log(x) : x);
  const span = place(xs.at(-1) ?? 1) - place(xs[0] ?? 0) || 1;
  return xs.some((x, index) => index > 0 && (place(x) - place(xs[index - 1] ?? 0)) / span < 0.13);
}

function idealLine(
  ideal: Ideal | undefined,
  places: readonly Place[],
  [, high]: [number, number],
): { x: number; y: number }[] {
  const first = places[0];
  if (!ideal || !first) return [];
  return places
    .map(({ x }) => {
      const factor = x / first.x;
      return { x, y: ideal === 'linear' ? first.y * factor : ideal === 'inverse' ? first.y / factor : first.y };
    })
    .filter(({ y }) => y <= high);
}

/** From the end of a line to its name, where the name had to move. */
function leaders(labels: readonly { y: number; from: number; kind: string }[]): string {
  const start = CHART_WIDTH - RIGHT + 5;
  return labels
    .filter(({ y, from }) => Math.abs(y - from) > 5)
    .map(
      ({ y, from, kind }) =>
        `<path class="leader ${kind}" d="M${start},${from.toFixed(1)}L${start + 6},${y.toFixed(1)}"/>`,
    )
    .join('');
}
