/** Whether the variants of a round did the same work, by the results that they printed. Pure. */
import type { Round } from './results.ts';
import type { Metric } from './vocabulary.ts';

/** The value that most have; undefined where no value is in the lead. */
function mostCommon(values: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [first, second] = [...counts].sort(([, a], [, b]) => b - a);
  return first !== undefined && first[1] !== second?.[1] ? first[0] : undefined;
}

/**
 * @param metrics of the experiment; those with `result` are compared among the variants that printed them
 * @returns why each variant whose result is not the others' has no figure; where two stand against two, all of them
 */
export function differentWork(
  { invocations }: Pick<Round, 'invocations'>,
  metrics: Record<string, Metric>,
): Record<string, string> {
  const reasons: Record<string, string> = {};
  for (const name of Object.keys(metrics).filter((metric) => metrics[metric]?.result === true)) {
    const printed = Object.entries(invocations).flatMap(([variant, { values }]) =>
      values[name] === undefined ? [] : [{ variant, value: values[name] }],
    );
    const expected = mostCommon(printed.map(({ value }) => value));
    for (const { variant, value } of printed.filter((one) => one.value !== expected)) {
      const others = printed.filter((one) => one.variant !== variant).map((one) => `${one.variant} ${one.value}`);
      reasons[variant] =
        `did other work than the rest: "${name}" is ${value}, expected ${expected ?? 'one value'} (${others.join(', ')})`;
    }
  }
  return reasons;
}
