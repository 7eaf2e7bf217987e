/** What of a claim is judged in one runtime. */
import type { Claim } from './claim.ts';

/** The comparisons that a claim has in a runtime. */
export const comparisonsIn = ({ comparisons }: Claim, runtime: string): Claim['comparisons'] =>
  comparisons.filter(({ runtimes }) => runtimes?.includes(runtime) ?? true);
