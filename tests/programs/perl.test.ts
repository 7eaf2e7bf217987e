/** What sets threads of Perl apart from those of other languages. */
import { describe, expect, it } from 'vitest';
import { installed, runProgram } from './run-program.ts';

describe.concurrent.each(installed('perl').map((perl) => [perl.info.label, perl] as const))('%s', (_, perl) => {
  it('threads share only what is marked as shared, in one process', async () => {
    const { values } = await runProgram('anatomy', perl, 'thread', []);
    expect(values).toMatchObject({ pids: 1, threads: 2, seen: 1, 'seen-plain': 0 });
  });

  it('a thread that the program stops is gone, and the other goes on', async () => {
    const { values } = await runProgram('crashes', perl, 'thread', ['endless-loop']);
    expect(values).toMatchObject({ reached: 1, gone: 1, bystander: 1 });
  });

  it('an error ends one thread', async () => {
    const { values } = await runProgram('crashes', perl, 'thread', ['exception']);
    expect(values).toMatchObject({ reached: 1, gone: 1, bystander: 1 });
  });

  it.each([
    ['exit', 3, null],
    ['sigterm', null, 'SIGTERM'],
    ['abort', null, 'SIGABRT'],
  ])('%s in a thread ends the program', async (fault, code, signal) => {
    expect(await runProgram('crashes', perl, 'thread', [fault])).toMatchObject({ code, signal });
  });
});
