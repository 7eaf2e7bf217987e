/** What programs in Python say when the system starts no executable: their site, their workers, or a service of Python's own. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { failedWith, killable, startOf } from './failed-with.ts';
import { everyCPython, runProgram } from './run-program.ts';

const PYTHONPATH = join(import.meta.dirname, 'refused-executable');
const how = /^\S.* could not be started: .*\n$/;

const cpythons = everyCPython().map((runtime) => [runtime.info.id, runtime] as const);

describe.concurrent.each(cpythons)('io-bound in %s, whose site cannot be started', (_, runtime) => {
  it.each(['sequential', 'thread', 'process', 'event-loop'])('%s says so in one line', async (variant) => {
    const { code, signal, stderr } = await runProgram('io-bound', runtime, variant, ['5', '25', '1'], { PYTHONPATH });
    expect({ code, signal, stderr, orphans: [] }).toMatchObject(
      failedWith(/^\S+ _site\.py .*could not be started: .*\n$/),
    );
  });
});

describe('a program in Python that can start no executable', () => {
  const isPython = ({ file }: { file: string }) => file.includes('/python/');
  // how-many-fit is about that very answer; these of image-work compile a library first, and are not about processes.
  const isOther = ({ file }: { file: string }) => /^how-many-fit\/|\.c-library\.py$/.test(file);
  const inPython = killable.filter((planned) => isPython(planned) && !isOther(planned));
  const startsSome = ({ file }: { file: string }) => /^(anatomy|spawn-pause)\/python\/process\.py$/.test(file);

  it.concurrent.each(inPython)('$title says so in one line, or needs none', async (planned) => {
    const run = await startOf(planned)({ PYTHONPATH });
    if (run.code === 0 && !startsSome(planned)) expect(run.stderr).toBe('');
    else expect({ ...run, orphans: [] }).toMatchObject(failedWith(how));
  });
});
