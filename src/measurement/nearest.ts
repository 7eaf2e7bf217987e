/** The known name closest to an unknown one, for error messages. */
import leven from 'leven';

/**
 * The nearest by edit distance, ignoring case.
 *
 * @param farthest the greatest share of letters that may differ; Infinity to accept any
 * @returns undefined when none is near enough
 */
export function nearest(name: string, known: Iterable<string>, farthest = 0.5): string | undefined {
  const [best] = [...known]
    .map((candidate) => ({ candidate, distance: leven(name.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, distance }) => distance <= Math.max(name.length, candidate.length) * farthest)
    .sort((a, b) => a.distance - b.distance);
  return best?.candidate;
}
