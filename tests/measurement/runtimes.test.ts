import { describe, expect, it } from 'vitest';
import { programOf, RUNTIMES, runtimeRow, searchRuntimes, switchRuntimes } from '../../src/measurement/runtimes.ts';

describe('the program of a variant', () => {
  const files = new Set(['python/process.py', 'python/process.fork.py', 'cpython-3.14/process.py', 'c/process.c']);
  const path = (variant: string, id: string) =>
    programOf(variant, { id, language: 'python' }, (file) => files.has(file));
  it.each([
    ['process', 'cpython', 'python/process.py'],
    ['process.fork', 'cpython', 'python/process.fork.py'],
    ['process.spawn', 'cpython', 'python/process.py'],
    ['process.fork.fast', 'cpython', 'python/process.fork.py'],
    ['process', 'cpython-3.14', 'cpython-3.14/process.py'],
    ['process.fork', 'cpython-3.14', 'python/process.fork.py'],
    ['process.spawn', 'cpython-3.14', 'cpython-3.14/process.py'],
  ])('%s in %s is %s', (variant, id, file) => expect(path(variant, id)).toBe(file));
  it('may be missing', () => expect(path('thread', 'cpython')).toBeUndefined());
});

describe('the table of runtimes', () => {
  it('has no row for a runtime nobody wrote down', () => {
    expect(runtimeRow('java')).toBeUndefined();
    expect(runtimeRow('toString')).toBeUndefined();
  });

  it('lets the search filter by every runtime of the switch', () => {
    expect(searchRuntimes.map(({ id }) => id)).toEqual(expect.arrayContaining(switchRuntimes.map(({ id }) => id)));
  });

  it('counts with a global pattern: the search asks how often a page names a runtime', () => {
    for (const { id, named } of searchRuntimes) expect(named.flags, id).toContain('g');
  });

  it('gives no two runtimes one label', () => {
    const labels = Object.values(RUNTIMES).map(({ label }) => label);
    expect(new Set(labels).size).toBe(labels.length);
  });
});
