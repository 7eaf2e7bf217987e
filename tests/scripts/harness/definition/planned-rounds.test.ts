import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { discoverExperiments } from '../../../../scripts/harness/definition/discover.ts';
import { plannedRounds } from '../../../../scripts/harness/definition/planned-rounds.ts';
import { ledgerSchema } from '../../../../src/measurement/claim.ts';
import { VERDICT_ROUNDS } from '../../../../src/measurement/limits.ts';

const ROOT = join(import.meta.dirname, '../../../..');
const experiments = await discoverExperiments(join(ROOT, 'scripts', 'experiments'));
const claims = ledgerSchema.parse(parse(readFileSync(join(ROOT, 'content', 'claims.yaml'), 'utf8')));

describe('planned rounds', () => {
  it.each(experiments)('$id takes its rounds from the table', ({ definition: { rounds } }) =>
    expect(rounds).toBeTypeOf('string'),
  );

  it('are enough for a verdict wherever a claim rests on a ratio, in both profiles', () => {
    const ratios = claims.flatMap(({ comparisons }) => comparisons.filter(({ kind }) => kind === 'ratio'));
    expect(ratios).not.toEqual([]);
    for (const { experiment } of ratios) {
      const { definition } = experiments.find(({ id }) => id === experiment) ?? {};
      const { quick, full } = plannedRounds(definition?.rounds ?? { quick: 0, full: 0 });
      expect(Math.min(quick, full), experiment).toBeGreaterThanOrEqual(VERDICT_ROUNDS);
    }
  });
});

it('no two experiments have the same place in the order', () => {
  const orders = experiments.map(({ definition: { order } }) => order);
  expect(orders).toEqual([...new Set(orders)]);
});
