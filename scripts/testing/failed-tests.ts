/**
 * Lists which tests failed and why, from the reports of Vitest and Playwright: the end of a log must say it, because
 * the middle is often lost.
 */
import { stripVTControlCharacters } from 'node:util';
import { z } from 'zod';

export interface FailedTest {
  /** File, suites and title. */
  name: string;
  /** The beginning of what was wrong. */
  message: string;
}

/** A matcher's message is followed by a diff and a stack: the first lines say what was wrong. */
const MESSAGE_LINES = 4;

/** Vitest's report keeps no message of a hook inside a suite. */
const ONLY_IN_THE_OUTPUT = 'A hook of a suite failed; the step’s own output says how.';

/** The first lines of a message that are not empty, without colours and without the stack. */
function firstLines(message: string): string {
  const lines = stripVTControlCharacters(message)
    .split('\n')
    .filter((line) => line.trim() !== '');
  const stack = lines.findIndex((line) => /^\s+at /.test(line));
  return lines.slice(0, stack < 0 ? MESSAGE_LINES : Math.min(stack, MESSAGE_LINES)).join('\n');
}

const vitestReport = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(
        z.object({
          ancestorTitles: z.array(z.string()),
          title: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
});

/**
 * @param report what Vitest's `json` reporter wrote
 * @param root the folder that files are named from
 */
export function failedInVitest(report: unknown, root: string): FailedTest[] {
  return vitestReport.parse(report).testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = name.replace(`${root}/`, '');
    const failed = assertionResults.filter((test) => test.status === 'failed');
    // A file that could not be loaded has no tests, only a message.
    if (failed.length === 0 && status === 'failed')
      return [{ name: file, message: firstLines(message ?? '') || ONLY_IN_THE_OUTPUT }];
    return failed.map(({ ancestorTitles, title, failureMessages }) => ({
      name: [file, ...ancestorTitles, title].join(' > '),
      message: firstLines(failureMessages?.join('\n') ?? ''),
    }));
  });
}

const playwrightError = z.object({ message: z.string().optional(), value: z.string().optional() });
const playwrightSpec = z.object({
  title: z.string(),
  file: z.string(),
  line: z.number(),
  tests: z.array(
    z.object({
      projectName: z.string(),
      status: z.string(),
      results: z.array(z.object({ errors: z.array(playwrightError) })),
    }),
  ),
});
const playwrightSuite = z.object({
  title: z.string(),
  specs: z.array(playwrightSpec),
  get suites() {
    return z.array(playwrightSuite).optional();
  },
});
const playwrightReport = z.object({ suites: z.array(playwrightSuite), errors: z.array(playwrightError) });

const saidBy = (errors: z.infer<typeof playwrightError>[]): string =>
  firstLines(errors.map(({ message, value }) => message ?? value ?? '').join('\n'));

function failedInSuite(suite: z.infer<typeof playwrightSuite>, above: string[]): FailedTest[] {
  const here = suite.specs.flatMap(({ file, line, title, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected')
      .map(({ projectName, results }) => ({
        name: [`${file}:${line}`, projectName, ...above, title].join(' > '),
        message: saidBy(results.flatMap(({ errors }) => errors)),
      })),
  );
  return [...here, ...(suite.suites ?? []).flatMap((inner) => failedInSuite(inner, [...above, inner.title]))];
}

/** @param report what Playwright's `json` reporter wrote; its outermost suites are the files */
export function failedInPlaywright(report: unknown): FailedTest[] {
  const { suites, errors } = playwrightReport.parse(report);
  const outside = errors.length > 0 ? [{ name: 'outside of any test', message: saidBy(errors) }] : [];
  return [...suites.flatMap((file) => failedInSuite(file, [])), ...outside];
}

/** One block for each failed test: the step and the test, then the message, indented. */
export function listFailedTests(step: string, failed: FailedTest[]): string[] {
  return failed.map(({ name, message }) => `${step}: ${name}\n${message.replace(/^/gm, '    ')}`);
}
