/** Reads what a program printed. The convention is in CONTRIBUTING.md; anything that does not follow it is free text. */
import { type Slice, sliceSchema } from '../../../src/measurement/results.ts';
import type { Metric, Unit } from '../../../src/measurement/vocabulary.ts';

export interface ProgramOutput {
  values: Record<string, number>;
  slices: Slice[];
  /** What breaks the convention, in words; the invocation has then failed. */
  problems: string[];
  /** Declared, not optional, and not printed. */
  absent: string[];
}

const METRIC_LINE = /^([a-z0-9][a-z0-9.+_-]*) = (\S+)(?: (\S+))?$/i;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const SLICE_LINE = /^slice (\S{1,40}) (\S+) (\S+) (\S+)(?: core (\d+))?$/;
const MOST_SLICES = 4000;

/** `count` and `ratio` are printed bare. */
const printedUnit = (unit: Unit): string => (unit === 'count' || unit === 'ratio' ? '' : unit);

const withUnit = (unit: Unit): string => (printedUnit(unit) === '' ? 'a number without unit' : `a number in ${unit}`);

function readMetric(line: string, metrics: Record<string, Metric>, into: ProgramOutput): void {
  const [, name = '', number = '', unit = ''] = METRIC_LINE.exec(line) ?? [];
  const metric = Object.hasOwn(metrics, name) ? metrics[name] : undefined;
  if (!metric) return;
  if (Object.hasOwn(into.values, name)) {
    into.problems.push(`printed "${name}" twice; each metric is printed once per run`);
  } else if (!NUMBER.test(number) || !Number.isFinite(Number(number))) {
    into.problems.push(
      `printed "${line.slice(0, 80)}": expected ${withUnit(metric.unit)}, found "${number.slice(0, 40)}"`,
    );
  } else if (unit !== printedUnit(metric.unit)) {
    into.problems.push(
      `printed "${line.slice(0, 80)}": expected ${withUnit(metric.unit)}, found ${unit === '' ? 'no unit' : `unit "${unit.slice(0, 40)}"`}`,
    );
  } else {
    into.values[name] = Number(number);
  }
}

function readSlice(line: string, into: ProgramOutput): void {
  const [, unit, state, start, end, core] = SLICE_LINE.exec(line) ?? [];
  const slice = sliceSchema.safeParse({
    unit,
    state,
    start: NUMBER.test(start ?? '') ? Number(start) : undefined,
    end: NUMBER.test(end ?? '') ? Number(end) : undefined,
    core: core === undefined ? null : Number(core),
  });
  if (!slice.success || slice.data.end < slice.data.start) {
    into.problems.push(
      `printed "${line.slice(0, 80)}": expected "slice <unit> <run|wait|io|lock|start|mark> <start ms> <end ms> [core <n>]"`,
    );
  } else if (into.slices.length < MOST_SLICES) {
    into.slices.push(slice.data);
  }
}

/** Parses standard output against the metrics of the experiment. Never throws. */
export function parseOutput(stdout: string, metrics: Record<string, Metric>): ProgramOutput {
  const output: ProgramOutput = { values: {}, slices: [], problems: [], absent: [] };
  for (const line of stdout.split(/\r?\n/)) {
    if (METRIC_LINE.test(line)) readMetric(line, metrics, output);
    else if (line.startsWith('slice ')) readSlice(line, output);
  }
  output.absent = Object.entries(metrics)
    .filter(([name, metric]) => metric.optional !== true && !Object.hasOwn(output.values, name))
    .map(([name]) => name);
  return output;
}
