export const TIMES = 5;

/** @param taken bytes; the others are KiB: before, while the first worker lived, and after the end of each */
export function print(taken: number, before: number, held: number, left: readonly number[]) {
  console.log(`taken = ${taken} B`);
  console.log(`held = ${held - before} KiB`);
  console.log(`left-once = ${(left[0] ?? Number.NaN) - before} KiB`);
  console.log(`left = ${(left.at(-1) ?? Number.NaN) - before} KiB`);
}
