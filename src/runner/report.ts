/** A finished run as the reader sees it: conditions, figures beside the recorded ones, verdicts, lanes. */

import { make } from '../dom/element.ts';
import { isAbsence, samplesOf } from '../measurement/readings.ts';
import type { Cell, Results } from '../measurement/results.ts';
import { median } from '../measurement/statistics.ts';
import { formatValue } from '../measurement/units.ts';
import { VERDICT_WORDS } from '../measurement/verdict.ts';
import type { Unit, Vocabulary } from '../measurement/vocabulary.ts';
import type { BrowserExperiment } from './browser-experiment.ts';
import { judgeRun } from './collect.ts';
import type { Conditions } from './conditions.ts';
import { lanes } from './lanes.ts';
import type { Recorded } from './recorded-figures.ts';
import { type SamplesRow, samplesChart } from './samples-chart.ts';

/** What the browser granted, in words. */
export function conditionsList({
  isolated,
  sharedMemory,
  cores,
  timerStep,
  threads,
  processes,
  capacity,
}: Conditions): HTMLElement {
  const rows: [string, string][] = [
    ['Threads', threads.reason],
    ['Processes', processes.reason],
    ['Isolation', isolated ? 'this page is cross-origin isolated' : 'this page is not cross-origin isolated'],
    ['Shared memory', sharedMemory ? 'SharedArrayBuffer is there' : 'no SharedArrayBuffer'],
    ['Clock', `its smallest step is ${formatValue(timerStep, 'ms')}`],
    [
      'Processors',
      `${cores}, as the browser reports; busy together, workers did ${Math.round(capacity * 100)} % of what each does alone`,
    ],
  ];
  const list = make('dl', { className: 'run-conditions' });
  for (const [term, words] of rows) list.append(make('div', {}, make('dt', {}, term), make('dd', {}, words)));
  return list;
}

function samplesIn(cell: Cell, variant: string, metric: string): number[] {
  const samples = samplesOf({ cell, vocabulary: undefined }, variant, metric);
  return isAbsence(samples) ? [] : samples;
}

/** For a count that is 0 or 1 in every round. */
function flagWord(least: number, most: number): string {
  if (least > 0) return 'yes';
  return most > 0 ? 'not in every round' : 'no';
}

/** All but the results of the work, which are alike or no figures: `sameWork` tells of them. */
const shownMetrics = ({ metrics }: Vocabulary) => Object.entries(metrics).filter(([, { result }]) => result !== true);

/** What the variants had to agree on, with the value they agreed on, or why there is nothing of the kind. */
function sameWork({ metrics, noResult }: Vocabulary, { rounds }: Cell): HTMLElement[] {
  const agreed = Object.entries(metrics).flatMap(([name, { label, result }]) => {
    const values = rounds.flatMap(({ invocations }) =>
      Object.values(invocations).flatMap((one) => one.values[name] ?? []),
    );
    const [value] = values;
    return result !== true || value === undefined || values.some((one) => one !== value)
      ? []
      : [`“${label}” is ${formatValue(value, 'count')} in every variant and round`];
  });
  const words =
    agreed.length > 0 ? `Same work: ${agreed.join(', ')}.` : noResult && `No result to compare: ${noResult}.`;
  return words ? [make('p', { className: 'note' }, words)] : [];
}

/** A row for each variant, a column for each metric; the recorded median under the reader's. */
function figuresTable(
  cell: Cell,
  { vocabulary, flags, recordedWords }: BrowserExperiment,
  recorded: Recorded,
): HTMLElement[] {
  const metrics = shownMetrics(vocabulary);
  const as = recordedWords ? ` (${recordedWords})` : '';
  const head = make(
    'tr',
    {},
    ...['', ...metrics.map(([, { label }]) => label)].map((word) => make('th', { scope: 'col' }, word)),
  );
  const body = make('tbody');
  for (const [variant, words] of Object.entries(vocabulary.variants)) {
    const figures = metrics.map(([metric, { unit }]) => {
      const samples = samplesIn(cell, variant, metric);
      const theirs = recorded.figures[variant]?.[metric];
      const middle = samples.length > 0 ? median(samples) : undefined;
      const asFlag = flags === true && unit === 'count';
      const here = middle === undefined ? '–' : asFlag ? flagWord(middle, middle) : formatValue(middle, unit);
      const recordedWord =
        theirs && (asFlag ? flagWord(theirs.lower, theirs.upper) : formatValue(theirs.median, theirs.unit));
      const beside = recordedWord ? [make('span', { className: 'note' }, `recorded ${recordedWord}${as}`)] : [];
      return make('td', {}, make('b', {}, here), ...beside);
    });
    body.append(make('tr', {}, make('th', { scope: 'row', className: words.kind }, words.label), ...figures));
  }
  const caption = recorded.machine
    ? `${flags ? 'This run' : 'Medians of this run'}; recorded: Node.js ${recorded.machine.runtime} on ${recorded.machine.label}, ${recorded.machine.date}`
    : flags
      ? 'This run'
      : 'Medians of this run';
  const table = make('table', {}, make('thead', {}, head), body);
  table.ariaLabel = caption;
  const scroller = make('div', { className: 'run-table' }, table);
  scroller.tabIndex = 0;
  scroller.role = 'region';
  scroller.ariaLabel = 'The figures of this run';
  return [make('p', { className: 'run-caption' }, caption), scroller];
}

/** The first metric's samples as a picture. */
function picture(cell: Cell, experiment: BrowserExperiment, recorded: Recorded): (Node | string)[] {
  const [first] = shownMetrics(experiment.vocabulary);
  if (!first) return [];
  const [metric, { label, unit }] = first;
  const rows = Object.entries(experiment.vocabulary.variants).flatMap(([variant, words]): SamplesRow[] => {
    const samples = samplesIn(cell, variant, metric);
    const theirs = recorded.figures[variant]?.[metric];
    if (samples.length === 0 && !theirs) return [];
    return [{ label: words.label, kind: words.kind, samples, recorded: sameUnit(theirs, unit) }];
  });
  if (experiment.flags || rows.every(({ samples }) => samples.length === 0)) return [];
  const key = recorded.machine
    ? `Dots: your rounds. Thick stroke: their median. Dashed: the recorded median${experiment.recordedWords ? ` (${experiment.recordedWords}).` : '.'}`
    : 'Dots: your rounds. Thick stroke: their median.';
  return [
    make(
      'figure',
      {},
      make('figcaption', {}, label),
      samplesChart(label, unit, rows),
      make('p', { className: 'note' }, key),
    ),
  ];
}

const sameUnit = (figure: { median: number; unit: Unit } | undefined, unit: Unit) =>
  figure?.unit === unit ? figure.median : undefined;

function verdictList(experiment: BrowserExperiment, results: Results): HTMLElement {
  const list = make('ul', { className: 'run-verdicts' });
  for (const { comparison, kind, reason } of judgeRun(experiment, results)) {
    const word = make('b', { className: `chip is-${kind}` }, VERDICT_WORDS[kind]);
    list.append(make('li', {}, word, ` ${comparison.label}: ${reason}`));
  }
  return list;
}

/** How many cores the rounds had, by which the speed-ups in the verdicts are scaled. */
function grantedNote({ rounds }: Cell): HTMLElement[] {
  const granted = rounds.flatMap((round) => round.granted ?? []).sort((a, b) => a - b);
  const [least, most] = [granted[0], granted.at(-1)];
  if (least === undefined || most === undefined) return [];
  const range = [...new Set([least.toFixed(1), most.toFixed(1)])].join(' to ');
  const words = `Before each round two workers kept busy together did the work of ${range} cores. The verdicts scale speed-ups to two free ones.`;
  return [make('p', { className: 'note' }, words)];
}

function failureList(experiment: BrowserExperiment, cell: Cell): (Node | string)[] {
  const byReason = Map.groupBy(Object.entries(cell.failures), ([, { reason }]) => reason);
  if (byReason.size === 0) return [];
  const items = [...byReason].map(([reason, variants]) => {
    const labels = variants.map(([variant]) => experiment.vocabulary.variants[variant]?.label ?? variant);
    return make('li', {}, make('b', {}, labels.join('; ')), `: ${reason}`);
  });
  return [make('p', {}, 'Not measured here:'), make('ul', { className: 'run-missing' }, ...items)];
}

export function reportOf(experiment: BrowserExperiment, results: Results, recorded: Recorded): (Node | string)[] {
  const [cell] = results.cells;
  if (!cell) return [];
  return [
    make('h3', {}, 'In your browser'),
    verdictList(experiment, results),
    ...grantedNote(cell),
    ...picture(cell, experiment, recorded),
    ...figuresTable(cell, experiment, recorded),
    ...sameWork(experiment.vocabulary, cell),
    ...failureList(experiment, cell),
    ...lanes(cell, experiment),
    ...(experiment.note ? [make('p', { className: 'note' }, experiment.note)] : []),
  ];
}
