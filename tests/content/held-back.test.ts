/**
 * A sentence may lean on a figure that every build measures. One that leans on more (a case or a variant of the full
 * profile) stands inside <WhenMeasured>, so that it is left out, whole, where the figure is missing. Tables may have gaps.
 */
import { globSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { expect, it } from 'vitest';
import type { Experiment } from '../../scripts/harness/definition/experiment.ts';
import { readPages } from './pages.ts';

const root = new URL('../../', import.meta.url);
const experiments = new Map<string, Experiment>();
for (const file of globSync('scripts/experiments/*/experiment.ts', { cwd: root })) {
  const { default: experiment } = (await import(new URL(file, root).href)) as { default: Experiment };
  experiments.set(basename(dirname(file)), experiment);
}

/** Whether the quick profile measures what an element asks for. */
function isAlwaysMeasured(attributes: Map<string, string>): boolean {
  const experiment = experiments.get(attributes.get('experiment') ?? '');
  const variants = ['variant', 'of', 'over'].flatMap((name) => attributes.get(name) ?? []);
  return (
    experiment?.quick !== false &&
    experiment?.cases[attributes.get('case') ?? '']?.quick === true &&
    variants.every((variant) => experiment.variants[variant]?.quick !== false)
  );
}

/** Elements outside tables that show a figure the quick profile does not have, and that nothing holds back. */
function unguarded(body: string): string[] {
  const prose = body.replace(/^```.*?^```$/gms, '').replace(/^\|.*\|$/gm, '');
  let depth = 0;
  return [...prose.matchAll(/<(\/?)(WhenMeasured|Figure|Ratio|Phrase|Whether)\b([^<>]*)>/g)].flatMap(
    ([tag, closing, name, written = '']) => {
      if (name === 'WhenMeasured') {
        depth += closing ? -1 : 1;
        return [];
      }
      const attributes = new Map(
        [...written.matchAll(/(\w+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value]),
      );
      return depth > 0 || isAlwaysMeasured(attributes) ? [] : [tag];
    },
  );
}

it('knows the experiments', () => {
  expect(experiments.size).toBeGreaterThanOrEqual(15);
});

it.each(readPages())('$file holds back what a quick build may lack', ({ body }) => {
  expect(unguarded(body)).toEqual([]);
});
