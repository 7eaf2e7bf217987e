/** Merges what each word found into one list. Pure. */

export interface Found {
  id: string;
  score: number;
}

export interface Ranked {
  id: string;
  score: number;
  /** Which of the words were found here. */
  words: number[];
}

/**
 * Adds up the scores of the words. A document that has more of the words comes before one that has fewer of them more
 * often, so that a long error message is found although it contains names from the asker's own code.
 *
 * @param perWord what each word found
 * @param first the document to put before all others
 */
export function rankTogether(perWord: readonly (readonly Found[])[], first?: string): Ranked[] {
  const ranked = new Map<string, Ranked>();
  for (const [word, found] of perWord.entries()) {
    for (const { id, score } of found) {
      const entry = ranked.get(id) ?? { id, score: 0, words: [] };
      entry.score += score;
      entry.words.push(word);
      ranked.set(id, entry);
    }
  }
  const searched = perWord.filter((found) => found.length > 0).length;
  for (const entry of ranked.values()) {
    entry.score *= (entry.words.length / Math.max(1, searched)) ** 2;
    if (entry.id === first) entry.score = Number.POSITIVE_INFINITY;
  }
  return [...ranked.values()].sort((a, b) => b.score - a.score || a.id.localeCompare(b.id));
}
