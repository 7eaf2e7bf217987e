// What the records say.
import type { Slice } from './_recording.ts';

/** Prints every slice, how often one unit took over where another had stopped, and how long two ran at once. */
export function printTimeline(recordings: Slice[][], origin: number) {
  const slices = recordings
    .flatMap((record, unit) => record.map((slice) => ({ ...slice, unit: unit + 1 })))
    .sort((a, b) => a.start - b.start);
  let turns = 0;
  let overlap = 0;
  for (const [i, { start, end, core, unit }] of slices.entries()) {
    const where = core === undefined ? '' : ` core ${core}`;
    console.log(`slice worker-${unit} run ${(start - origin).toFixed(3)} ${(end - origin).toFixed(3)}${where}`);
    const before = slices[i - 1];
    if (before && before.unit !== unit && before.end <= start) turns++;
    for (const later of slices.slice(i + 1)) overlap += Math.max(0, Math.min(end, later.end) - later.start);
  }
  console.log(`window ${slices[0]?.start.toFixed(3)} ${Math.max(...slices.map(({ end }) => end)).toFixed(3)}`);
  console.log(`units = ${new Set(slices.map(({ unit }) => unit)).size}`);
  console.log(`turns = ${turns}`);
  console.log(`overlap = ${overlap.toFixed(3)} ms`);
}
