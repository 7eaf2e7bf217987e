import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { discoverExperiments, programFile } from '../../../../scripts/harness/definition/discover.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'discover-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const valid = {
  title: 'T',
  question: 'Q?',
  order: 1,
  metrics: { time: { label: 'Time', unit: 'ms', better: 'lower' } },
  cases: { one: { label: 'one', args: [] } },
  variants: { thread: { label: 'thread', kind: 'thread' } },
  pinning: 'free',
  timeLimit: 5,
  rounds: { quick: 11, full: 15 },
};

function write(id: string, definition: unknown, ...programs: string[]): void {
  mkdirSync(join(folder, id), { recursive: true });
  writeFileSync(join(folder, id, 'experiment.ts'), `export default ${JSON.stringify(definition)};\n`);
  for (const program of programs) {
    mkdirSync(join(folder, id, program, '..'), { recursive: true });
    writeFileSync(join(folder, id, program), '');
  }
}

const problems = () =>
  discoverExperiments(folder).then(
    () => 'none',
    (error: Error) => error.message,
  );

describe('experiments', () => {
  it('are found where they lie, in their order, with their programs', async () => {
    write('later', { ...valid, order: 2 }, 'node/thread.ts', 'python/thread.py', 'python/_kernel.py', 'c/thread.c');
    write('first', valid, 'node/thread.ts', 'node/_shared/inner.ts');
    mkdirSync(join(folder, 'no-experiment'));
    const found = await discoverExperiments(folder);
    expect(found.map(({ id }) => id)).toEqual(['first', 'later']);
    expect([...(found[1]?.programs ?? [])].sort()).toEqual(['c/thread.c', 'node/thread.ts', 'python/thread.py']);
  });

  it('that are invalid are refused with every problem and the file', async () => {
    write('bad', { ...valid, title: '', pinning: 'here', extra: 1, cases: {} }, 'node/thread.ts');
    const message = await problems();
    expect(message).toContain(join(folder, 'bad', 'experiment.ts'));
    for (const part of ['title', 'pinning', 'extra', 'at least one case']) expect(message).toContain(part);
  });

  it('with a program that no variant uses, or a variant without one, are refused', async () => {
    write(
      'odd',
      { ...valid, variants: { ...valid.variants, process: { label: 'p', kind: 'process' } } },
      'node/thread.ts',
      'c/tread.c',
    );
    const message = await problems();
    expect(message).toContain('c/tread.c: no variant uses "tread"');
    expect(message).toContain('variants.process: no program in any language; expected e.g. python/process.py');
  });

  it('may have a program for one runtime alone', async () => {
    write('own', valid, 'python/thread.py', 'cpython-ft/thread.py');
    const [own] = await discoverExperiments(folder);
    const programFor = (id: string) => own && programFile(own, 'thread', { id, language: 'python' });
    expect(programFor('cpython-ft')).toBe(join(folder, 'own', 'cpython-ft', 'thread.py'));
    expect(programFor('cpython')).toBe(join(folder, 'own', 'python', 'thread.py'));
  });

  it('with a folder that is no language and no runtime are refused', async () => {
    write('odd', valid, 'node/thread.ts', 'nodejs/thread.ts', '_shared/thread.ts');
    const message = await problems();
    expect(message).toContain('nodejs/: expected a language or a runtime of src/measurement/runtimes.ts');
    expect(message).not.toContain('_shared');
  });

  it('whose cases name a variant that is not there are refused', async () => {
    write('bad', { ...valid, cases: { one: { label: 'one', args: [], variants: ['proces'] } } }, 'node/thread.ts');
    expect(await problems()).toContain('cases.one.variants: no variant "proces"; there are thread');
  });

  it('that cannot be loaded are refused with the reason', async () => {
    write('broken', valid, 'node/thread.ts');
    writeFileSync(join(folder, 'broken', 'experiment.ts'), 'export default {');
    expect(await problems()).toContain('it could not be loaded');
  });

  it('must have a folder', async () => {
    await expect(discoverExperiments(join(folder, 'nowhere'))).rejects.toThrow('expected a folder');
  });
});
