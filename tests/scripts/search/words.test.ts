import { describe, expect, test } from 'vitest';
import { identifierParts, identifiersIn } from '../../../scripts/search/words.ts';

describe('identifiers', () => {
  test.each([
    ['BrokenProcessPool', 'Broken Process Pool'],
    ['child_process.fork', 'child process fork'],
    ['SharedArrayBuffer', 'Shared Array Buffer'],
    ['__main__', undefined],
    ['thread', undefined],
  ])('%s has the parts %s', (identifier, parts) => expect(identifierParts(identifier)).toBe(parts));

  test('are distinguished from words', () => {
    expect(identifiersIn('Use worker_threads or os.cpus in Node. Then stop.')).toEqual(['worker_threads', 'os.cpus']);
  });
});
