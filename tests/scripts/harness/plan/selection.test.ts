import { describe, expect, test } from 'vitest';
import { isLeftToFull } from '../../../../scripts/harness/plan/selection.ts';

const quick = { profile: 'quick', only: [], runtimes: [] } as const;
const select = (over: { profile?: 'quick' | 'full'; only?: string[]; runtimes?: string[] } = {}) => ({
  profile: over.profile ?? quick.profile,
  only: over.only ?? [],
  runtimes: over.runtimes ?? [],
});

describe('the quick profile leaves to the full one', () => {
  test.each([
    ['an experiment that says so', { quick: false }, 'node', true],
    ['no other', {}, 'node', false],
    ['a runtime that nobody can switch to', {}, 'perl', true],
    ['a version that the machine happens to have', {}, 'cpython-3.9', true],
    ['none that the experiment is about', { runtimes: ['every-python'] }, 'cpython-3.9', false],
  ])('%s', (_, definition, runtime, left) => {
    expect(isLeftToFull(select(), definition, runtime)).toBe(left);
  });

  test.each([select({ profile: 'full' }), select({ only: ['io-bound'] }), select({ runtimes: ['perl'] })])(
    'nothing where %o is asked for',
    (options) => {
      expect(isLeftToFull(options, { quick: false }, 'perl')).toBe(false);
    },
  );
});
