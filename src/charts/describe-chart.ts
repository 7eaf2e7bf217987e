/** A chart in words, for those who can't see it and for those who want to be sure. */
import { formatInterval, formatRatio, formatValue } from '../measurement/units.ts';
import type { Vocabulary } from '../measurement/vocabulary.ts';
import { midSentence } from '../text/wording.ts';
import type { ChartReading } from './chart-readings.ts';
import type { PairedCase } from './paired-chart.ts';

export function describePairs(cases: readonly PairedCase[]): string {
  return cases
    .map(({ caseLabel, over, of, ratio }) => {
      const interval = ratio.interval
        ? `, interval ${formatInterval(ratio.interval)}`
        : ', too few rounds for an interval';
      return `${caseLabel}: ${said(over)}; ${said(of)}; ratio ${formatRatio(ratio.estimate)}${interval}, ${ratio.rounds} rounds.`;
    })
    .join(' ');
}

/** Each variant with its figures, by case; of a chart with several metrics by metric. */
export function describeReadings(readings: readonly ChartReading[], { metrics }: Vocabulary): string {
  const isStack = new Set(readings.map(({ metric }) => metric)).size > 1;
  const name = ({ metric, caseLabel }: ChartReading) =>
    midSentence(isStack ? (metrics[metric]?.label ?? metric) : caseLabel);
  const byVariant = Map.groupBy(readings, ({ label }) => label);
  return [...byVariant]
    .map(
      ([label, group]) =>
        `${label}: ${group.map((one) => `${name(one)} ${formatValue(one.figure.median, one.figure.unit)}`).join('; ')}.`,
    )
    .join(' ');
}

function said({ label, figure }: ChartReading): string {
  return `${label} ${formatValue(figure.median, figure.unit)}`;
}
