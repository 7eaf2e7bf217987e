/** Of every committed results file: no verdict depends on a single round. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { RatioComparison } from '../../src/measurement/claim.ts';
import { isDecided } from '../../src/measurement/combination.ts';
import { decide } from '../../src/measurement/decision.ts';
import { type EvidenceSource, evidenceFrom } from '../../src/measurement/evidence.ts';
import { distinctComparisons } from '../../src/measurement/family.ts';
import { type CaseVerdict, judgeCase } from '../../src/measurement/judge-case.ts';
import { parseLedger } from '../../src/measurement/ledger.ts';
import { parseResults } from '../../src/measurement/parse.ts';
import { type Pair, pairedRatio } from '../../src/measurement/statistics.ts';

const root = join(import.meta.dirname, '../..');
const claims = parseLedger(readFileSync(join(root, 'content/claims.yaml'), 'utf8'), 'content/claims.yaml');
const files = globSync('content/results/reference/*.json', { cwd: root });

/** What the two programs printed, a pair for each round, speed-ups divided by the share of cores that was granted in it. */
function pairsBehind(source: EvidenceSource, comparison: RatioComparison, runtime: string, caseId: string): Pair[] {
  const { of, over, metric, speedUpOn, experiment } = comparison;
  const { rounds = [] } = source.cell(experiment, runtime, caseId, [of, over])?.cell ?? {};
  return rounds.map(({ invocations, granted = speedUpOn ?? 1 }): Pair => {
    const share = speedUpOn === undefined ? 1 : Math.min(granted, speedUpOn) / speedUpOn;
    return [(invocations[of]?.values[metric] ?? Number.NaN) / share, invocations[over]?.values[metric] ?? Number.NaN];
  });
}

/** The rounds, from 0, without which the verdict would be another. */
function roundsThatDecide(pairs: readonly Pair[], { expect, margin }: RatioComparison, judged: CaseVerdict): number[] {
  const floor = (judged.margin ?? margin) / margin;
  return pairs.flatMap((_, left) => {
    const { interval } = pairedRatio(pairs.filter((__, index) => index !== left)) ?? {};
    return interval && decide(interval, expect, margin, floor) === judged.kind ? [] : [left];
  });
}

test.each(files)('%s: every decided ratio stays as it is, whichever round is left out', (file) => {
  const results = parseResults(readFileSync(join(root, file), 'utf8'), file);
  const source = evidenceFrom({ results, origin: 'reference' });
  let decided = 0;
  const hanging = distinctComparisons(claims).flatMap(({ comparison, runtime }) =>
    comparison.cases.flatMap((caseId) => {
      if (comparison.kind !== 'ratio') return []; // Of a fact one round is enough: "in every round", "in at least one".
      const judged = judgeCase(comparison, runtime, caseId, source);
      if (!isDecided(judged.kind)) return [];
      decided++;
      const rounds = roundsThatDecide(pairsBehind(source, comparison, runtime, caseId), comparison, judged);
      return rounds.length > 0 ? [`${comparison.label}, ${caseId} in ${runtime}: ${judged.kind} by ${rounds}`] : [];
    }),
  );
  expect(decided).toBeGreaterThan(0);
  expect(hanging).toEqual([]);
});
