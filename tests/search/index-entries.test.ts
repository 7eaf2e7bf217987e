import { expect, test } from 'vitest';
import { byLetter } from '../../src/search/index-entries.ts';

const entry = (text: string) => ({ text, url: '/', note: 'term' });

test('signs in front do not count, and what begins with a number stands under #', () => {
  const letters = byLetter(['_pickle.PicklingError', 'pipe', '3.14t', 'atomic', 'Actors'].map(entry));
  expect(letters.map(({ letter, entries }) => [letter, ...entries.map(({ text }) => text)])).toEqual([
    ['#', '3.14t'],
    ['A', 'Actors', 'atomic'],
    ['P', '_pickle.PicklingError', 'pipe'],
  ]);
});

test('the same entry is listed once', () => {
  expect(byLetter([entry('lock'), entry('lock')])[0]?.entries).toHaveLength(1);
});
