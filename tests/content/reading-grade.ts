/** How hard a text is to read, by the Flesch–Kincaid grade: school years, from the length of sentences and words. */
import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';

/** A sentence ends in a full stop, a question mark or a colon, or with its line. Fragments of a word or two are labels. */
function sentencesOf(text: string): string[][] {
  return text
    .split(/(?<=[.?!:;])\s+|\n{2,}/)
    .map((sentence) => sentence.match(/[A-Za-z][A-Za-z’'-]*/g) ?? [])
    .filter((words) => words.length > 2);
}

/** A page's running text: no tables and headings, each list item a paragraph, each paragraph on one line. */
export function plainProse(prose: string): string {
  return prose
    .replace(/^\|.*\|$/gm, '')
    .replace(/^#+ .*$/gm, '')
    .replace(/^\s*(?:[-*]|\d+\.|>) /gm, '\n\n')
    .replace(/\*\*|[[\]]/g, '')
    .replace(/(?<!\n)\n(?!\n)/g, ' ');
}

/** @param text paragraphs with an empty line between; 0 where there is no sentence */
export function readingGrade(text: string): number {
  const sentences = sentencesOf(text);
  const words = sentences.flat();
  if (sentences.length === 0) return 0;
  return fleschKincaid({
    sentence: sentences.length,
    word: words.length,
    syllable: words.reduce((sum, word) => sum + syllable(word), 0),
  });
}
