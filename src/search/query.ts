/** Turns what was typed into the words to look for. Pure. */
import leven from 'leven';

/** Words that say nothing about the subject: left out unless nothing else was typed. */
export const unimportant = new Set(
  (
    'a an and another any are as at be been before being by called can could did do does for from get had has have how i if in into is it ' +
    'its just made may me my new of off on or our out possible should so some than that the their them then there these they this those to versus vs ' +
    'was we were what whats when where which who why will with would you your'
  ).split(' '),
);

/** Longest query that is looked at; what is pasted beyond it is left out. */
const LONGEST = 300;

/** Words that are looked up; each may fetch a part of the index. */
const MOST_WORDS = 8;

/** What a query asks: of several lines, such as a pasted traceback, the last one, which names the error. */
export function askedLine(query: string): string {
  const lines = query.split(/\r?\n/).filter((line) => line.trim() !== '');
  return (lines.at(-1) ?? '').trim().slice(0, LONGEST);
}

/**
 * The words of a query, in order, each once. Identifiers stay whole (`worker_threads`, `+=`); numbers in hexadecimal,
 * process ids and other things that change from run to run are left out.
 */
export function queryWords(query: string): string[] {
  const words = query
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/\bpid[ :=]*\d+/g, ' ')
    .split(/[\s"“”<>(),:;?!/\\[\]{}|]+/u)
    .map((word) => word.replace(/^[.'-]+|[.'-]+$/g, ''))
    .filter((word) => /[\p{L}\p{N}_+=]/u.test(word) && !/^0x[\da-f]*$/.test(word));
  const distinct = [...new Set(words)];
  const important = distinct.filter((word) => !unimportant.has(word.replace(/'s$/, '')));
  return (important.length > 0 ? important : distinct).slice(0, MOST_WORDS);
}

/** One spelling for all: `Multi-threading` and `multithreading`, `Thread pools` and `thread pool` are the same. */
export function sameSpelling(text: string): string {
  return text
    .toLowerCase()
    .split(/\s+/)
    .map((word) => word.replace(/[^\p{L}\p{N}+=]/gu, '').replace(/(?<=[^s]{3})s$/, ''))
    .join('');
}

/** Endings by which a known word may be longer or shorter and still be the same. */
const sameButForEnding = (a: string, b: string) => {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return (
    short.length >= 3 && long.startsWith(short) && /^(s|es|d|ed|r|er|ing|ly|able|ion)?$/.test(long.slice(short.length))
  );
};

/** Whether `b` is `a` with two neighbours exchanged: the commonest slip of the fingers, which counts as two edits. */
function exchangesNeighbours(a: string, b: string): boolean {
  const at = [...a].findIndex((letter, index) => letter !== b[index]);
  return at >= 0 && a.slice(0, at) + a.slice(at + 1, at + 2) + a.slice(at, at + 1) + a.slice(at + 2) === b;
}

/**
 * The known word that a misspelt one was probably meant to be; the word itself when it is known, too short or far from
 * everything.
 */
export function correctWord(word: string, known: readonly string[]): string {
  if (word.length < 5 || !/^\p{L}+$/u.test(word)) return word;
  if (known.some((other) => other === word || sameButForEnding(other, word))) return word;
  const exchanged = known.find((other) => exchangesNeighbours(word, other));
  if (exchanged) return exchanged;
  let limit = word.length < 6 ? 1 : 2;
  let best = word;
  for (const other of known) {
    const edits = leven(word, other);
    if (edits > limit || (edits === limit && best !== word)) continue;
    best = other;
    limit = edits;
  }
  return best;
}
