/** Which parts of a claim are judged in one runtime. */
import type { Claim } from './claim.ts';

/** The comparisons that a claim has in a runtime. */
export const comparisonsIn = ({ comparisons }: Claim, runtime: string): Claim['comparisons'] =>
  comparisons.filter(({ runtimes }) => runtimes?.includes(runtime) ?? true);
