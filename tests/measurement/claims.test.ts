import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Experiment } from '../../scripts/harness/definition/experiment.ts';
import { vocabularyOf } from '../../scripts/harness/definition/experiment-vocabulary.ts';
import type { Comparison } from '../../src/measurement/claim.ts';
import { distinctComparisons } from '../../src/measurement/family.ts';
import { parseLedger, unknownNames } from '../../src/measurement/ledger.ts';
import { defaultRuntimes, programOf, runtimeRow } from '../../src/measurement/runtimes.ts';

const root = new URL('../../', import.meta.url);
const claims = parseLedger(readFileSync(new URL('content/claims.yaml', root), 'utf8'), 'content/claims.yaml');

const folder = new URL('scripts/experiments/', root);
const ids = readdirSync(folder).filter((id) => existsSync(new URL(`${id}/experiment.ts`, folder)));
const experiments: Record<string, Experiment> = {};
for (const id of ids) experiments[id] = (await import(new URL(`${id}/experiment.ts`, folder).href)).default;

describe('content/claims.yaml', () => {
  it('numbers the rows of each letter from one, without a gap, and keeps them together', () => {
    const byLetter = Map.groupBy(claims, ({ id }) => id.slice(0, 1));
    expect([...byLetter.keys()].slice(0, 5)).toEqual(['D', 'K', 'A', 'X', 'W']);
    const rows = [...byLetter].flatMap(([letter, { length }]) =>
      Array.from({ length }, (_, index) => `${letter}${index + 1}`),
    );
    expect(claims.map((claim) => claim.id)).toEqual(rows);
  });

  it('names only experiments, metrics, cases and variants that exist', () => {
    const names = Object.entries(experiments).map(([id, experiment]) => [id, vocabularyOf(experiment)] as const);
    expect(unknownNames(claims, Object.fromEntries(names))).toEqual([]);
  });

  it('has a comparison for every claim in every runtime where it has a meaning', () => {
    const tested = new Set(
      distinctComparisons(claims).flatMap(({ claims: names, runtime }) => names.map((name) => `${name} in ${runtime}`)),
    );
    const untested = claims.filter((claim) =>
      claim.runtimes.some((runtime) => !tested.has(`${claim.id} in ${runtime}`)),
    );
    expect(untested.map((claim) => claim.id)).toEqual([]);
  });

  it.each(distinctComparisons(claims).filter(({ comparison }) => comparison.experiment in experiments))(
    '$claims in $runtime: "$comparison.label" is something the experiment measures there',
    ({ comparison, runtime }) => {
      expect(notMeasured(comparison, runtime)).toEqual([]);
    },
  );

  it('says everything once it is judged in every runtime it names', () => {
    for (const claim of claims) {
      for (const runtime of Object.keys(claim.notApplicable)) expect(claim.runtimes).not.toContain(runtime);
      expect(claim.statement).toMatch(/\.$/);
      expect(claim.falsifiedBy).toMatch(/^[a-z].*\.$/);
      if (claim.group === 'key-point') expect([claim.threads, claim.processes]).not.toContain(undefined);
    }
  });

  it.each(claims.filter(({ group }) => group === 'key-point'))(
    '$id has a figure for each column of the home table in every runtime',
    ({ comparisons, runtimes: judgedIn }) => {
      const kinds = judgedIn.map((runtime) => {
        const tabled = comparisons.filter((one) => one.table && (one.runtimes ?? judgedIn).includes(runtime));
        return tabled.flatMap((one) =>
          (one.kind === 'fact' ? [one.variant] : [one.of, one.over]).map(
            (variant) => experiments[one.experiment]?.variants[variant]?.kind,
          ),
        );
      });
      for (const sides of kinds) expect(sides).toEqual(expect.arrayContaining(['thread', 'process']));
    },
  );

  it('has a case that the quick profile takes for every comparison', () => {
    const isQuick = ({ experiment: id, cases }: Comparison) =>
      cases.some((name) => experiments[id]?.cases[name]?.quick);
    const without = distinctComparisons(claims).filter(({ comparison }) => !isQuick(comparison));
    expect(without.map(({ claims: names, comparison }) => `${names}: ${comparison.label}`)).toEqual([]);
  });
});

/** What stands between the comparison and a measurement in the runtime, in words. */
function notMeasured({ experiment: id, cases, ...comparison }: Comparison, runtime: string): string[] {
  const experiment = experiments[id];
  const language = runtimeRow(runtime)?.language;
  if (!experiment || !language) return [`${id} or ${runtime} is unknown`];
  const admits = (limits: { languages?: string[]; runtimes?: string[]; variants?: string[] } | undefined) =>
    (limits?.languages?.includes(language) ?? true) && (limits?.runtimes?.includes(runtime) ?? true);
  const variants = comparison.kind === 'ratio' ? [comparison.of, comparison.over] : [comparison.variant];
  const { runtimes = defaultRuntimes, alsoIn = [] } = experiment;
  const run = [...runtimes, ...alsoIn].some((name) => name === runtime || name === `every-${language}`);
  const problems = run ? [] : [`${id} is not run in ${runtime}`];
  for (const name of cases) {
    if (!admits(experiment.cases[name])) problems.push(`the case ${name} is not run in ${runtime}`);
    const only = experiment.cases[name]?.variants;
    problems.push(
      ...variants
        .filter((variant) => only && !only.includes(variant))
        .map((variant) => `${name} leaves out ${variant}`),
    );
  }
  for (const variant of variants) {
    const program = programOf(variant, { id: runtime, language }, (path) =>
      existsSync(new URL(`${id}/${path}`, folder)),
    );
    if (!admits(experiment.variants[variant]) || !program) problems.push(`${variant} is not run in ${runtime}`);
  }
  if (comparison.kind === 'ratio' && comparison.parallel && !experiment.parallel)
    problems.push(`${id} has no capacity gate`);
  return problems;
}
