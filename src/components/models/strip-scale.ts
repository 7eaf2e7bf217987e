/** The scale of the strips that draw ratios with their intervals: logarithmic, the same on both sides of 1. */
import type { RatioEstimate } from '../../measurement/statistics.ts';

/** Strips never show less than this many times in either direction, so that small differences look small. */
const LEAST_REACH = 2;

/**
 * How far a scale reaches, as a ratio above 1, so that all intervals lie inside: 2, 5, 10, 20, 50 …
 * @param margin shown as a band, so it has to fit too
 */
export function reachOf(intervals: readonly Pick<RatioEstimate, 'lower' | 'upper'>[], margin: number): number {
  const farthest = Math.max(LEAST_REACH, margin, ...intervals.flatMap(({ lower, upper }) => [upper, 1 / lower]));
  const power = 10 ** Math.floor(Math.log10(farthest));
  return [1, 2, 5, 10].map((step) => step * power).find((step) => step >= farthest) ?? farthest;
}

/** Where a ratio lies on a strip from 0 to `width`: 1 in the middle, `reach` at the right end. */
export function positionOn(width: number, reach: number, ratio: number): number {
  const share = (Math.log(ratio) / Math.log(reach) + 1) / 2;
  return Math.round(width * Math.min(1, Math.max(0, share)) * 10) / 10;
}
