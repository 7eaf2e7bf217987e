import { describe, expect, test } from 'vitest';
import { failedInPlaywright, failedInVitest, listFailedTests } from '../../../scripts/testing/failed-tests.ts';

const assertion = (title: string, status: string, ...failureMessages: string[]) => ({
  ancestorTitles: ['races in c'],
  title,
  status,
  failureMessages,
});
const vitestFile = (name: string, message: string, ...assertionResults: ReturnType<typeof assertion>[]) => ({
  name: `/project/tests/${name}`,
  status: message || assertionResults.some(({ status }) => status === 'failed') ? 'failed' : 'passed',
  message,
  assertionResults,
});

describe('what failed in Vitest', () => {
  test('is named by file, suites and title, with what was wrong, without colours and stack', () => {
    const message =
      '\u001b[31mAssertionError\u001b[39m: expected 0 to be greater than 0\n\n- 1\n+ 0\n    at /project/a.ts:3';
    const races = vitestFile(
      'races.test.ts',
      '',
      assertion('loses counts', 'failed', message),
      assertion('loses none', 'passed'),
      assertion('later', 'skipped'),
    );
    expect(failedInVitest({ testResults: [races] }, '/project')).toEqual([
      {
        name: 'tests/races.test.ts > races in c > loses counts',
        message: 'AssertionError: expected 0 to be greater than 0\n- 1\n+ 0',
      },
    ]);
  });

  test('may be a file that could not be loaded', () => {
    const broken = vitestFile('broken.test.ts', 'Cannot find module "./gone.ts"');
    expect(failedInVitest({ testResults: [broken] }, '/project')).toEqual([
      { name: 'tests/broken.test.ts', message: 'Cannot find module "./gone.ts"' },
    ]);
  });

  test('may be a hook inside a suite, of which the report holds no message', () => {
    const hook = { ...vitestFile('hook.test.ts', '', assertion('works', 'passed')), status: 'failed' };
    expect(failedInVitest({ testResults: [hook] }, '/project')).toEqual([
      { name: 'tests/hook.test.ts', message: expect.stringContaining('output says how') },
    ]);
  });

  test('is nothing where all is well', () => {
    const good = vitestFile('good.test.ts', '', assertion('works', 'passed'));
    expect(failedInVitest({ testResults: [good] }, '/project')).toEqual([]);
  });

  test('is never a guess: a report of another form is refused', () => {
    expect(() => failedInVitest({ tests: [] }, '/project')).toThrow('testResults');
  });
});

describe('what failed in Playwright', () => {
  const spec = (title: string, status: string, message?: string) => ({
    title,
    file: 'browser/look.spec.ts',
    line: 12,
    tests: [{ projectName: 'reading', status, results: [{ errors: message ? [{ message }] : [] }] }],
  });
  const suite = (title: string, specs: ReturnType<typeof spec>[], suites: object[] = []) => ({ title, specs, suites });

  test('is named by place, project, suites and title', () => {
    const inner = suite('a narrow page', [spec('fits', 'unexpected', 'Error: 12 px too wide\n    at look.spec.ts:14')]);
    const file = suite('browser/look.spec.ts', [spec('opens', 'expected')], [inner]);
    expect(failedInPlaywright({ suites: [file], errors: [] })).toEqual([
      { name: 'browser/look.spec.ts:12 > reading > a narrow page > fits', message: 'Error: 12 px too wide' },
    ]);
  });

  test('may be outside of any test', () => {
    expect(failedInPlaywright({ suites: [], errors: [{ message: 'no browser' }] })).toEqual([
      { name: 'outside of any test', message: 'no browser' },
    ]);
  });
});

test('the list has the step, the name and the indented message of each', () => {
  expect(listFailedTests('processes', [{ name: 'a > b', message: 'one\ntwo' }])).toEqual([
    'processes: a > b\n    one\n    two',
  ]);
});
