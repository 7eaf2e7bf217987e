/** The words of an experiment that pages need, taken from its definition. */
import type { Metric, Vocabulary } from '../../../src/measurement/vocabulary.ts';
import type { Experiment } from './experiment.ts';

/** What the harness adds to every run of an experiment whose host may die. */
const ENDINGS: Record<string, Metric> = {
  survived: { label: 'The host survived', unit: 'count', better: 'higher' },
  hung: { label: 'The host never answered', unit: 'count', better: 'lower' },
};

/** The metrics programs have to print, without those the harness adds. */
export const printedMetrics = ({ metrics, mayDie }: Pick<Experiment, 'metrics' | 'mayDie'>): Record<string, Metric> =>
  mayDie ? Object.fromEntries(Object.entries(metrics).filter(([name]) => !Object.hasOwn(ENDINGS, name))) : metrics;

export function vocabularyOf(experiment: Experiment): Vocabulary {
  const { title, question, order, axis, metrics, noResult, cases, variants, mayDie } = experiment;
  const labelled = <From, To>(of: Record<string, From>, to: (from: From) => To): Record<string, To> =>
    Object.fromEntries(Object.entries(of).map(([name, from]) => [name, to(from)]));
  return {
    title,
    question,
    order,
    ...(axis ? { axis } : {}),
    metrics: mayDie ? { ...ENDINGS, ...metrics } : metrics,
    ...(noResult === undefined ? {} : { noResult }),
    cases: labelled(cases, ({ label, x }) => ({ label, ...(x === undefined ? {} : { x }) })),
    variants: labelled(variants, ({ label, kind }) => ({ label, kind })),
  };
}
