/** Draws the chart that a page asks for, with its text and the readings behind it. */
import type { EvidenceSource } from '../measurement/evidence.ts';
import { type FigureSource, ratioFigure } from '../measurement/figure.ts';
import { MARGIN } from '../measurement/limits.ts';
import { isAbsence } from '../measurement/readings.ts';
import { barChart, stackChart } from './bar-chart.ts';
import type { ChartKind } from './chart-kinds.ts';
import { type ChartReading, type Readings, readingsOf } from './chart-readings.ts';
import { curveChart, type Ideal } from './curve-chart.ts';
import { describePairs, describeReadings } from './describe-chart.ts';
import { type PairedCase, pairedChart } from './paired-chart.ts';

export interface ChartRequest {
  kind: ChartKind;
  experiment: string;
  runtime: string;
  runtimeLabel: string;
  metrics: readonly string[];
  cases?: readonly string[] | undefined;
  variants?: readonly string[] | undefined;
  /** Of a paired chart: `of` ÷ `over`. Default: process ÷ thread. */
  of?: string | undefined;
  over?: string | undefined;
  title: string;
  /** What a paired chart counts as a difference. Default: the claims' own. */
  margin?: number | undefined;
  ideal?: Ideal | undefined;
  /** Distinguishes the drawings of several machines on one page. */
  instance?: string | undefined;
}

export interface DrawnChart {
  svg: string;
  readings: ChartReading[];
  notes: string[];
  /** Of every mark in the drawing: all of one results file. */
  sources: (FigureSource & { rounds: number })[];
}

/** A drawing, or the reason why there is none. */
export function drawChart(source: EvidenceSource, request: ChartRequest): DrawnChart | { absence: string } {
  const { experiment, runtime, kind } = request;
  if (kind === 'paired') return drawPaired(source, request);
  const found = readingsOf(source, request);
  if (!found) return { absence: source.whyAbsent(experiment, runtime) };
  const readings = kind === 'curve' ? found.readings.filter(({ x }) => x !== undefined) : found.readings;
  const [first] = readings;
  if (!first) {
    const [offAxis] = found.readings;
    const reason = offAxis && `only “${offAxis.caseLabel}” was measured, which is no place on a curve`;
    return { absence: reason ?? found.missing[0]?.reason ?? source.whyAbsent(experiment, runtime) };
  }
  const text = chartText(request, describeReadings(readings, found.words));
  const sources = readings.map(({ figure }) => ({ ...figure, rounds: figure.samples.length }));
  const base = { readings, sources, notes: notesOf(found) };
  const chart = { metricLabel: found.metric.label, readings };
  switch (kind) {
    case 'curve': {
      if (!found.words.axis) return { absence: `${experiment} has no axis to draw a curve over` };
      if (new Set(readings.map(({ x }) => x)).size < 2) {
        const notes = [`Only one place on the axis was measured: ${first.caseLabel}.`, ...base.notes];
        return { ...base, notes, svg: barChart(chart, text) };
      }
      const notes = ['Bars span the middle half of the rounds.', ...idealNotes(request.ideal), ...base.notes];
      return { ...base, notes, svg: curveChart({ ...chart, axis: found.words.axis, ideal: request.ideal }, text) };
    }
    case 'bars':
      return { ...base, svg: barChart(chart, text) };
    case 'stack': {
      const parts = request.metrics.map((metric) => found.words.metrics[metric]?.label ?? metric);
      const notes = [`From the left, each with what the one before it holds: ${parts.join('; ')}.`, ...base.notes];
      return { ...base, notes, svg: stackChart({ ...chart, metricLabel: request.title }, text) };
    }
  }
}

/** What the dashed line would mean. */
const IDEALS: Record<Ideal, string> = {
  linear: 'Dashed: as many times the first value as there are more of them.',
  inverse: 'Dashed: the first time divided among them, as if each had a core to itself.',
  flat: 'Dashed: as quick as the first.',
};

const idealNotes = (ideal: Ideal | undefined): string[] => (ideal ? [IDEALS[ideal]] : []);

function drawPaired(source: EvidenceSource, request: ChartRequest): DrawnChart | { absence: string } {
  const { experiment, runtime, metrics, of = 'process', over = 'thread', margin = MARGIN } = request;
  const found = readingsOf(source, { experiment, runtime, metrics, variants: [over, of], cases: request.cases });
  if (!found) return { absence: source.whyAbsent(experiment, runtime) };
  const metric = metrics[0] ?? '';
  let absence = found.missing[0]?.reason;
  const cases = [...Map.groupBy(found.readings, (reading) => reading.case)].flatMap(([caseId, pair]): PairedCase[] => {
    const left = pair.find((reading) => reading.variant === over);
    const right = pair.find((reading) => reading.variant === of);
    if (!left || !right) return [];
    const ratio = ratioFigure(source, { experiment, runtime, case: caseId, metric, of, over });
    if (isAbsence(ratio)) {
      absence = ratio.reason;
      return [];
    }
    return [{ caseLabel: left.caseLabel, over: left, of: right, ratio }];
  });
  // Without a list, the first case that was measured: the picture explains the pairing, not the sweep.
  const shown = request.cases ? cases : cases.slice(0, 1);
  const [first] = shown;
  if (!first) return { absence: absence ?? source.whyAbsent(experiment, runtime) };
  const readings = shown.flatMap((pair) => [pair.over, pair.of]);
  const svg = pairedChart(
    { metricLabel: found.metric.label, cases: shown, margin },
    chartText(request, describePairs(shown)),
  );
  const notes = [
    `Each line joins the two samples of one round (${first.caseLabel}); the shaded band is what counts as no difference.`,
    ...notesOf({ ...found, missing: [] }),
  ];
  return { svg, readings, notes, sources: shown.map(({ ratio }) => ratio) };
}

function chartText(
  { experiment, runtime, runtimeLabel, kind, metrics, cases, title, instance }: ChartRequest,
  description: string,
) {
  const id = [
    'chart',
    kind,
    experiment,
    ...metrics,
    ...(cases ?? []),
    runtime,
    ...(instance === undefined ? [] : [instance]),
  ]
    .join('-')
    .replace(/[^\w-]/g, '-');
  return { id, title: `${title}, ${runtimeLabel}`, description };
}

/** What is missing from the picture, and what in it is too noisy to be compared. */
function notesOf({ missing, readings, words }: Readings): string[] {
  const absent = missing.map(({ variant, reason }) => {
    const name = words.variants[variant]?.label ?? variant;
    return reason.includes(name) ? `${reason}.` : `${name}: ${reason}.`;
  });
  const noisy = Map.groupBy(readings, ({ figure }) => figure.noise);
  const told = [...noisy].flatMap(([reason, drawn]) => {
    if (reason === undefined) return [];
    const cases = [...new Set(drawn.map(({ caseLabel }) => caseLabel))];
    return [`Too noisy to compare (${cases.join(', ')}): ${reason}.`];
  });
  return [...new Set([...absent, ...told])];
}
