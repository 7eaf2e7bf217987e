/** Axes with units: which unit, linear or logarithmic, and how that is said in words. */

import { convert } from '../measurement/units.ts';
import type { Unit } from '../measurement/vocabulary.ts';

const CANDIDATES: readonly Unit[] = ['ns', 'µs', 'ms', 's', 'B', 'KiB', 'MiB', 'MiB/s'];

/** Above this quotient of largest and smallest a linear axis hides the small values. */
const LOG_FROM = 25;

/** Above this quotient no axis shows both, and a logarithmic one would be all ticks. */
const LOG_TO = 1e12;

export interface ValueAxis {
  unit: Unit;
  /** From the metric's own unit to the axis'. */
  scale(value: number): number;
  log: boolean;
  /** `Time to the first answer (ms)`; on a logarithmic axis it also says what that means. */
  label: string;
}

/** Said on the axis itself, so that it goes wherever the picture goes. */
const LOG_WORDS = ', logarithmic: equal steps are equal factors';

const UNIT_WORDS: Partial<Record<Unit, string>> = { count: '', ratio: '×' };

/**
 * The unit in which the largest value has one to three digits before the point.
 * @param allowLog false where the picture needs a zero (bars, stacks)
 */
export function valueAxis(values: readonly number[], unit: Unit, label: string, allowLog: boolean): ValueAxis {
  const positive = values.filter((value) => value > 0);
  const largest = Math.max(...positive, 0);
  const smallest = Math.min(...positive, largest);
  const fits = CANDIDATES.find((candidate) => {
    const converted = convert({ value: largest, unit }, candidate);
    return converted !== undefined && converted >= 1 && converted < 1000;
  });
  const shown = fits ?? unit;
  const factor = convert({ value: 1, unit }, shown) ?? 1;
  const log =
    allowLog &&
    positive.length === values.length &&
    smallest > 0 &&
    largest / smallest >= LOG_FROM &&
    largest / smallest <= LOG_TO;
  const symbol = UNIT_WORDS[shown] ?? shown;
  return {
    unit: shown,
    scale: (value) => value * factor,
    log,
    label: `${symbol ? `${label} (${symbol})` : label}${log ? LOG_WORDS : ''}`,
  };
}

/** Ticks at powers of ten, with 2 and 5 between them where there is room; no tick outside the values, none without bounds. */
export function logTicks(low: number, high: number): number[] {
  const ticks: number[] = [];
  if (!(low > 0 && high / low <= LOG_TO)) return ticks;
  const decades = Math.log10(high / low);
  const steps = decades > 3 ? [1] : decades > 1.6 ? [1, 3] : [1, 2, 5];
  for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power++) {
    for (const step of steps) {
      const tick = step * 10 ** power;
      if (tick >= low * 0.999 && tick <= high * 1.001) ticks.push(Number(tick.toPrecision(3)));
    }
  }
  return ticks;
}

/** An axis that goes so far has its thousands shortened, `1K`, `10K`, `2M`: in full, neighbouring ones would touch. */
const LONG_FROM = 10_000;

const tickFormat = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 3 });
const shortFormat = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 3, notation: 'compact' });

/** A number on an axis. @param highest the axis's: all its numbers are written one way */
export function tick(value: number, highest = value): string {
  if (Math.abs(value) >= 1000 && highest >= LONG_FROM) return shortFormat.format(value).toUpperCase();
  return Number.isInteger(value) ? value.toLocaleString('en-GB') : tickFormat.format(value);
}
