/** Reads the slices a program printed, for what they prove: which units there were, and whether two ran at once. */
import { parseOutput } from '../../scripts/harness/launch/parse-output.ts';
import type { Slice } from '../../src/measurement/results.ts';

export const slicesOf = (stdout: string): Slice[] => parseOutput(stdout, {}).slices;

/** The names of the units, sorted. */
export const unitsOf = (slices: Slice[]): string[] => [...new Set(slices.map(({ unit }) => unit))].sort();

/** Whether two different units were running at one instant. */
export const someOverlap = (slices: Slice[]): boolean =>
  slices.some((one) =>
    slices.some((other) => one.unit !== other.unit && one.start < other.end && other.start < one.end),
  );
