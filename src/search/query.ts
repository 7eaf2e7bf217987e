/** From what somebody typed to the words to look for. Pure. */

/** Words that say nothing about the subject: left out unless nothing else was typed. */
export const unimportant = new Set(
  (
    'a an and any are as at be been being by can could did do does for from get had has have how i if in into is it ' +
    'its just me my of off on or our should so some than that the their them then there these they this those to ' +
    'was we were what whats when where which who why will with would you your'
  ).split(' '),
);

/**
 * The words of a query, in order, each once. Identifiers stay whole (`worker_threads`, `+=`); numbers in hexadecimal
 * and other things that change from run to run are left out.
 */
export function queryWords(query: string): string[] {
  const words = query
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .split(/[\s"“”<>(),:;?!/\\[\]{}|]+/u)
    .map((word) => word.replace(/^[.'-]+|[.'-]+$/g, ''))
    .filter((word) => /[\p{L}\p{N}_+=]/u.test(word) && !/^0x[\da-f]*$/.test(word));
  const distinct = [...new Set(words)];
  const important = distinct.filter((word) => !unimportant.has(word.replace(/'s$/, '')));
  return important.length > 0 ? important : distinct;
}

/** One spelling for all: `Multi-threading` and `multithreading`, `Thread pools` and `thread pool` are the same. */
export function sameSpelling(text: string): string {
  return text
    .toLowerCase()
    .split(/\s+/)
    .map((word) => word.replace(/[^\p{L}\p{N}+=]/gu, '').replace(/(?<=[^s]{3})s$/, ''))
    .join('');
}

/** Edits that turn one word into another, a swap of neighbours counted as one; `limit + 1` when there are more. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let edits = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        edits = Math.min(edits, (before[j - 2] ?? 0) + 1);
      }
      row.push(edits);
    }
    before = last;
    last = row;
  }
  return Math.min(last[b.length] ?? 0, limit + 1);
}

/** Endings by which a known word may be longer or shorter and still be the same. */
const sameButForEnding = (a: string, b: string) => {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return (
    short.length >= 3 && long.startsWith(short) && /^(s|es|d|ed|r|er|ing|ly|able|ion)?$/.test(long.slice(short.length))
  );
};

/**
 * The known word that a misspelt one was probably meant to be; the word itself when it is known, too short or far from
 * everything.
 */
export function correctWord(word: string, known: readonly string[]): string {
  if (word.length < 5 || !/^\p{L}+$/u.test(word)) return word;
  if (known.some((other) => other === word || sameButForEnding(other, word))) return word;
  let limit = word.length < 8 ? 1 : 2;
  let best = word;
  for (const other of known) {
    const edits = editDistance(word, other, limit);
    if (edits > limit || (edits === limit && best !== word)) continue;
    best = other;
    limit = edits;
  }
  return best;
}
