/** A comparison with the work left in one place, which is expected to take longer there. */
import type { Comparison } from '../measurement/claim.ts';

type Ratio = Extract<Comparison, { kind: 'ratio' }>;

/** @param rest says what it is compared with (`over`), in which case, and the margin */
export const longerInOne = (rest: Omit<Ratio, 'kind' | 'of' | 'role' | 'expect'>): Ratio => ({
  kind: 'ratio',
  of: 'sequential',
  role: 'evidence',
  expect: 'greater',
  ...rest,
});
