import { existsSync, globSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Experiment } from '../../scripts/harness/definition/experiment.ts';
import { vocabularyOf } from '../../scripts/harness/definition/experiment-vocabulary.ts';
import { comparisonSchema } from '../../src/measurement/claim.ts';
import { vocabularySchema } from '../../src/measurement/vocabulary.ts';
import type { BrowserExperiment } from '../../src/runner/browser-experiment.ts';
import { timerStep } from '../../src/runner/conditions.ts';
import { figuresOf } from '../../src/runner/experiments/timeline.ts';
import { NOT_IN_A_BROWSER } from '../../src/runner/not-in-a-browser.ts';

const root = join(import.meta.dirname, '../..');
const versions = await Promise.all(
  globSync('src/runner/experiments/*.ts', { cwd: root }).map(async (file) => {
    const id = basename(file, '.ts');
    const { experiment } = (await import(join(root, file))) as { experiment: BrowserExperiment };
    const recorded = (await import(join(root, `scripts/experiments/${id}/experiment.ts`))) as { default: Experiment };
    return { id, experiment, recorded: recorded.default };
  }),
);

describe.each(versions)('the browser version of $id', ({ id, experiment, recorded }) => {
  test('has words, comparisons and files that are what they should be', () => {
    expect(vocabularySchema.safeParse(experiment.vocabulary).error).toBeUndefined();
    for (const comparison of experiment.comparisons) {
      expect(comparisonSchema.safeParse(comparison).error).toBeUndefined();
      expect(comparison.experiment).toBe(id);
      const variants = comparison.kind === 'ratio' ? [comparison.of, comparison.over] : [comparison.variant];
      expect(Object.keys(experiment.variants)).toEqual(expect.arrayContaining(variants));
      expect(Object.keys(experiment.vocabulary.metrics)).toContain(comparison.metric);
      expect(comparison.cases).toEqual([experiment.case]);
    }
    expect(Object.keys(experiment.variants)).toEqual(Object.keys(experiment.vocabulary.variants));
    for (const file of experiment.programs) expect(existsSync(join(root, file)), file).toBe(true);
  });

  test('says by what its variants did the same work, or why nothing says it', () => {
    const { metrics, noResult } = experiment.vocabulary;
    expect(Object.values(metrics).some(({ result }) => result === true)).toBe(noResult === undefined);
  });

  test('stands beside recorded figures of the same unit', () => {
    const { metrics } = vocabularyOf(recorded);
    const pairs = Object.keys(experiment.vocabulary.variants).flatMap((variant) =>
      Object.entries(experiment.vocabulary.metrics).flatMap(([metric, { unit }]) => {
        const same = { case: experiment.case, variant, metric };
        const name = experiment.recordedAs ? experiment.recordedAs(variant, metric) : same;
        return name && metrics[name.metric] ? [{ unit, name, theirs: metrics[name.metric]?.unit }] : [];
      }),
    );
    expect(pairs.length).toBeGreaterThan(0);
    for (const { unit, name, theirs } of pairs) {
      expect(theirs, name.metric).toBe(unit);
      expect(Object.keys(recorded.cases)).toContain(name.case);
    }
  });
});

test('no experiment has both a browser version and a reason against one, and both name experiments that exist', () => {
  const ids = versions.map(({ id }) => id);
  const reasons = Object.keys(NOT_IN_A_BROWSER);
  expect(reasons.filter((id) => ids.includes(id))).toEqual([]);
  const all = globSync('scripts/experiments/*/experiment.ts', { cwd: root }).map((file) => basename(dirname(file)));
  expect(all).toEqual(expect.arrayContaining([...ids, ...reasons]));
});

test('the timer’s step is the smallest advance seen', () => {
  const times = [0, 0, 0.1, 0.1, 0.3, 0.35, 25];
  expect(timerStep(() => times.shift() ?? 30)).toBeCloseTo(0.05);
});

test('turns are hand-overs without overlap, overlap is common time', () => {
  const slice = (unit: string, start: number, end: number) => ({ unit, start, end });
  expect(figuresOf([slice('a', 0, 10), slice('b', 10, 20), slice('a', 20, 30)])).toEqual({ turns: 2, overlap: 0 });
  expect(figuresOf([slice('a', 0, 10), slice('b', 4, 12)])).toEqual({ turns: 0, overlap: 6 });
});
