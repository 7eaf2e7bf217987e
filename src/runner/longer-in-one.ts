/** A comparison with the work left in one place, which is expected to take longer there. */
import type { Comparison } from '../measurement/claim.ts';

type Ratio = Extract<Comparison, { kind: 'ratio' }>;

/** @param rest says which variant it is compared with (`over`), where, and by how much */
export const longerInOne = (rest: Omit<Ratio, 'kind' | 'of' | 'role' | 'expect'>): Ratio => ({
  kind: 'ratio',
  of: 'sequential',
  role: 'evidence',
  expect: 'greater',
  ...rest,
});
