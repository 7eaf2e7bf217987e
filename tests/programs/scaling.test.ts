import { describe, expect, it } from 'vitest';
import scaling from '../../scripts/experiments/scaling/experiment.ts';
import { installed, runProgram } from './run-program.ts';

const STEPS = 6000;
const PROGRAMS = Object.keys(scaling.variants);

/** What the units of a case share, and how many they are: all cases that this language has. */
const casesOf = (language: string) =>
  Object.values(scaling.cases)
    .filter(({ languages }) => languages === undefined || languages.includes(language))
    .map(({ args }) => args)
    .filter(([units]) => units === '2');

const runtimes = installed('node', 'cpython', 'cpython-ft', 'c').map((runtime) => [runtime.info.id, runtime] as const);

describe.concurrent.each(runtimes)('scaling in %s', (_, runtime) => {
  it.each(casesOf(runtime.info.language))('%s units that share %s count every step once', async (units, kind) => {
    const given = [String(units), String(kind), String(STEPS)];
    const runs = await Promise.all(PROGRAMS.map((program) => runProgram('scaling', runtime, program, given)));
    expect(runs.map(({ code, problems }) => [code, problems])).toEqual(PROGRAMS.map(() => [0, []]));
    expect(runs.map(({ values }) => values.steps)).toEqual(PROGRAMS.map(() => STEPS));
    for (const { values } of runs) expect(values).toHaveProperty('per-step');
  });

  it('an unknown thing to share is refused by every program', async () => {
    const runs = await Promise.all(PROGRAMS.map((program) => runProgram('scaling', runtime, program, ['2', 'colour'])));
    expect(runs.map(({ code }) => code)).toEqual(PROGRAMS.map(() => 1));
    for (const { stderr } of runs) expect(stderr).toContain('found');
  });
});
