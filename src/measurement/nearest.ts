/** The known name most like the one that was written: for messages about names that don't exist. */
import leven from 'leven';

/**
 * The nearest by edit distance, upper and lower case alike.
 *
 * @param farthest the greatest share of letters that may differ in what was meant; Infinity for the nearest whatever it is
 * @returns undefined when none is near enough
 */
export function nearest(name: string, known: Iterable<string>, farthest = 0.5): string | undefined {
  const [best] = [...known]
    .map((candidate) => ({ candidate, distance: leven(name.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, distance }) => distance <= Math.max(name.length, candidate.length) * farthest)
    .sort((a, b) => a.distance - b.distance);
  return best?.candidate;
}
