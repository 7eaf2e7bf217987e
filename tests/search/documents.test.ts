import { expect, test } from 'vitest';
import { mergeByAddress, type SearchDocument } from '../../scripts/search/documents.ts';

const page: SearchDocument = { url: '/claims/crashes/', kind: 'experiment', title: 'Crashes', summary: 's', body: 'b' };
const question: SearchDocument = {
  url: '/claims/crashes/',
  kind: 'question',
  title: 'What happens to other threads when one crashes?',
  summary: '',
  body: '',
  alsoKnownAs: ['does a crash end all threads'],
};

test('a question that a whole page answers becomes another name of the page', () => {
  expect(mergeByAddress([page, question])).toEqual([
    { ...page, alsoKnownAs: ['What happens to other threads when one crashes?', 'does a crash end all threads'] },
  ]);
});

test('what has an address of its own stays as it is', () => {
  const heading = { ...question, url: '/claims/crashes/#k4' };
  expect(mergeByAddress([page, heading])).toEqual([{ ...page, alsoKnownAs: [] }, heading]);
});
