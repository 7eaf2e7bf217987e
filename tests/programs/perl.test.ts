/** Every Perl program with the arguments of its experiment's quick cases, and what sets threads of Perl apart from others. */
import { describe, expect, it } from 'vitest';
import { discoverExperiments } from '../../scripts/harness/definition/discover.ts';
import { printedMetrics } from '../../scripts/harness/definition/vocabulary.ts';
import { hasProgram, installed, runProgram } from './run-program.ts';

const experiments = await discoverExperiments(new URL('../../scripts/experiments', import.meta.url).pathname);
const allows = (only: readonly string[] | undefined, name: string) => only?.includes(name) ?? true;

describe.each(installed('perl').map((perl) => [perl.info.label, perl] as const))('%s', (_, perl) => {
  const programs = experiments.flatMap(({ id, definition }) => {
    const [quick] = Object.values(definition.cases).filter((one) => one.quick && allows(one.languages, 'perl'));
    if (!quick) return [];
    return Object.entries(definition.variants)
      .filter(([variant, { languages }]) => allows(languages, 'perl') && allows(quick.variants, variant))
      .map(([variant, { args = [] }]) => ({ id, definition, variant, args: [...quick.args, ...args] }))
      .filter(({ variant }) => hasProgram(id, perl, variant));
  });

  it('has programs', () => expect(programs.length).toBeGreaterThanOrEqual(14));

  it.each(programs)('$id/$variant $args prints every metric', async ({ id, definition, variant, args }) => {
    const { values, problems, code, stderr } = await runProgram(id, perl, variant, args);
    expect(problems).toEqual([]);
    if (definition.mayDie) return expect([0, values['fault-code']]).toContain(code);
    expect(code, stderr).toBe(0);
    const wanted = Object.entries(printedMetrics(definition)).filter(([, { optional }]) => !optional);
    expect(Object.keys(values)).toEqual(expect.arrayContaining(wanted.map(([name]) => name)));
  });

  it('threads share only what is marked as shared, in one process', async () => {
    const { values } = await runProgram('anatomy', perl, 'thread', []);
    expect(values).toMatchObject({ pids: 1, threads: 2, seen: 1, 'seen-plain': 0 });
  });

  it('a thread that the program stops is gone, and the other goes on', async () => {
    const { values } = await runProgram('crashes', perl, 'thread', ['endless-loop']);
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
