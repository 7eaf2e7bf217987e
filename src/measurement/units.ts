/** Values with their units, in words: formatting at sensible precision, conversion. */

import type { RatioEstimate } from './statistics.ts';
import type { Unit } from './vocabulary.ts';

/** Units of one dimension, smallest first, with their size in the first one's. */
const LADDERS: readonly (readonly (readonly [symbol: string, size: number])[])[] = [
  [
    ['ns', 1],
    ['µs', 1e3],
    ['ms', 1e6],
    ['s', 1e9],
  ],
  [
    ['B', 1],
    ['KiB', 2 ** 10],
    ['MiB', 2 ** 20],
    ['GiB', 2 ** 30],
  ],
  [
    ['MiB/s', 1],
    ['GiB/s', 2 ** 10],
  ],
];

/** Every symbol that a value can be written with. */
export const UNIT_SYMBOLS: readonly string[] = LADDERS.flatMap((steps) => steps.map(([symbol]) => symbol));

export interface Quantity {
  value: number;
  unit: string;
}

/** The same quantity in `unit`; undefined where the two measure different things. */
export function convert({ value, unit }: Quantity, to: Unit): number | undefined {
  if (unit === to) return value;
  const ladder = LADDERS.find((steps) => steps.some(([symbol]) => symbol === to));
  const from = ladder?.find(([symbol]) => symbol === unit)?.[1];
  const target = ladder?.find(([symbol]) => symbol === to)?.[1];
  return from === undefined || target === undefined ? undefined : (value * from) / target;
}

/**
 * A value with its unit: `0.093 ms`, `13 µs`, `1.2 GiB`, `285,824,000`. It stays in its own unit between 0.01 and the
 * next step, so that figures of one table share a unit; outside, it climbs or descends.
 */
export function formatValue(value: number, unit: Unit): string {
  if (unit === 'ratio') return formatRatio(value);
  if (unit === 'count') return Number.isInteger(value) ? value.toLocaleString('en-GB') : formatNumber(value);
  const ladder = LADDERS.find((steps) => steps.some(([symbol]) => symbol === unit));
  if (!ladder) return `${formatNumber(value)} ${unit}`;
  const own = ladder.findIndex(([symbol]) => symbol === unit);
  const inStep = (step: number) => (value * (ladder[own]?.[1] ?? 1)) / (ladder[step]?.[1] ?? 1);
  let at = own;
  while (at + 1 < ladder.length && Math.abs(inStep(at + 1)) >= 0.9995) at++;
  while (at > 0 && value !== 0 && Math.abs(inStep(at)) < 0.01) at--;
  return `${formatNumber(inStep(at))} ${ladder[at]?.[0] ?? unit}`;
}

/** `2.6 ×`, `1.07 ×`, `13 ×`: two figures after the point where a margin of a tenth would drown in rounding. */
export function formatRatio(ratio: number): string {
  return `${ratioDigits(ratio)} ×`;
}

/** `2.4 to 2.9 ×`; `2.4 ×` where both ends round to that. */
export function formatInterval({ lower, upper }: Pick<RatioEstimate, 'lower' | 'upper'>): string {
  const [from, to] = [formatRatio(lower), formatRatio(upper)];
  return from === to ? from : `${ratioDigits(lower)} to ${to}`;
}

/** `2.3 %`. @param share 0 to 1 */
export function formatShare(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

function ratioDigits(ratio: number): string {
  const size = Math.abs(ratio);
  return size >= 0.1 && size < 1.995 ? ratio.toFixed(2) : formatNumber(ratio);
}

const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const twoFigures = new Intl.NumberFormat('en-GB', { minimumSignificantDigits: 2, maximumSignificantDigits: 2 });

/** Two significant figures, or all that stand before the point, with commas. */
function formatNumber(value: number): string {
  return (value === 0 || Math.abs(value) >= 100 ? whole : twoFigures).format(value);
}
