/** The index from A to Z: every page, claim, term, spelling, question and error message under the letter it begins with. */

export interface IndexEntry {
  text: string;
  url: string;
  /** `claim`, `term` …, or for another spelling `see thread`. */
  note: string;
}

export interface Letter {
  letter: string;
  entries: IndexEntry[];
}

/**
 * Entries are under the letter where readers look: `__main__` under M, “What is …” under W, numbers and signs under #.
 */
function letterOf(text: string): string {
  const first = /[\p{L}\p{N}]/u.exec(text)?.[0] ?? '';
  const plain = first.normalize('NFD').charAt(0).toUpperCase();
  return /[A-Z]/.test(plain) ? plain : '#';
}

const sortKey = (text: string) => text.replace(/^[^\p{L}\p{N}]+/u, '');

export function byLetter(entries: readonly IndexEntry[]): Letter[] {
  const letters = new Map<string, Map<string, IndexEntry>>();
  for (const entry of entries) {
    const letter = letterOf(entry.text);
    const group = letters.get(letter) ?? new Map<string, IndexEntry>();
    group.set(`${entry.text}\n${entry.url}`, entry);
    letters.set(letter, group);
  }
  return [...letters]
    .sort(([a], [b]) => a.localeCompare(b, 'en'))
    .map(([letter, group]) => ({
      letter,
      entries: [...group.values()].sort((a, b) => sortKey(a.text).localeCompare(sortKey(b.text), 'en')),
    }));
}
