/** What sets threads of Perl apart from those of other languages. */
import { describe, expect, it } from 'vitest';
import { untilSeen } from './by-chance.ts';
import { installed, type Run, runProgram } from './run-program.ts';

/** A machine too busy to let the fault happen, or the bystander go on, in time gets some more chances. */
const WAITS = 5;
const happened = ({ values }: Run): boolean => ['gone', 'reached', 'bystander'].every((metric) => values[metric] !== 0);

describe.each(installed('perl').map((perl) => [perl.info.label, perl] as const))('%s', (_, perl) => {
  it('threads share only what is marked as shared, in one process', async () => {
    const { values } = await runProgram('anatomy', perl, 'thread', []);
    expect(values).toMatchObject({ pids: 1, threads: 2, seen: 1, 'seen-plain': 0 });
  });

  it('a thread that the program stops is gone, and the other goes on', async () => {
    const { values } = await untilSeen(() => runProgram('crashes', perl, 'thread', ['endless-loop']), happened, WAITS);
    expect(values).toMatchObject({ reached: 1, gone: 1, bystander: 1 });
  });

  it('an error ends one thread', async () => {
    const { values } = await untilSeen(() => runProgram('crashes', perl, 'thread', ['exception']), happened, WAITS);
    expect(values).toMatchObject({ reached: 1, gone: 1, bystander: 1 });
  });

  it.each([
    ['exit', 3, null],
    ['sigterm', null, 'SIGTERM'],
    ['abort', null, 'SIGABRT'],
  ])('%s in a thread ends the program', async (fault, code, signal) => {
    // Perl's exit goes on in the main interpreter while its own thread still runs there, and now and then that ends by a fault of memory instead.
    const asExpected = (run: Run): boolean => run.code === code && run.signal === signal;
    const run = await untilSeen(() => runProgram('crashes', perl, 'thread', [fault]), asExpected, WAITS);
    expect(run).toMatchObject({ code, signal });
    expect(run.values).not.toHaveProperty('bystander');
  });
});
