/** Says a fact in the author's words, and never one word for rounds that disagree. */
interface FactWords {
  yes: string;
  no: string;
}

/**
 * @param samples one for each round: 1 where it was so, 0 where it was not
 * @returns `yes`, `no`, or `yes in 3 of 5 rounds`
 */
export function factInWords(samples: readonly number[], { yes, no }: FactWords): string {
  const held = samples.filter((sample) => sample === 1).length;
  if (samples.some((sample) => sample !== 0 && sample !== 1))
    throw new Error(`a fact: expected 0 or 1 in every round, found ${samples.join(', ')}`);
  if (held === samples.length) return yes;
  return held === 0 ? no : `${yes} in ${held} of ${samples.length} rounds`;
}
