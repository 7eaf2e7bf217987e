/** A chart in words, for those who can't see it and for those who want to be sure. */
import { formatInterval, formatRatio, formatValue } from '../measurement/units.ts';
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

export function describeReadings(readings: readonly ChartReading[]): string {
  const byVariant = Map.groupBy(readings, ({ label }) => label);
  return [...byVariant]
    .map(
      ([label, group]) =>
        `${label}: ${group.map(({ caseLabel, figure }) => `${midSentence(caseLabel)} ${formatValue(figure.median, figure.unit)}`).join(', ')}.`,
    )
    .join(' ');
}

function said({ label, figure }: ChartReading): string {
  return `${label} ${formatValue(figure.median, figure.unit)}`;
}
