import { expect, it } from 'vitest';
import { factInWords } from '../../src/text/fact-words.ts';

const words = { yes: 'answered', no: 'not answered' };

it.each([
  { samples: [1, 1, 1], said: 'answered' },
  { samples: [0, 0], said: 'not answered' },
  { samples: [1, 0, 1], said: 'answered in 2 of 3 rounds' },
])('says $samples as "$said"', ({ samples, said }) => {
  expect(factInWords(samples, words)).toBe(said);
});

it('refuses what is no fact', () => {
  expect(() => factInWords([1, 2], words)).toThrow('expected 0 or 1');
});
