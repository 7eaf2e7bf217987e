/** Reads a results file's text. */
import { consistentResultsSchema } from './consistent-results.ts';
import { describeIssue, MalformedFile, pathOf, quote, valueAt } from './malformed.ts';
import { RESULTS_SCHEMA, type Results } from './results.ts';

/** Characters; a full session of all experiments is about a hundredth of this. */
const LARGEST = 100_000_000;

/**
 * @param where the file's name, for the message.
 * @throws MalformedFile, one line, for anything but valid results of this schema.
 */
export function parseResults(text: string, where: string): Results {
  const fail = (what: string, todo: string) => new MalformedFile(`${where}: ${what}. ${todo}`);
  const restore = 'Restore the file, or delete it and measure again (npm run measure)';
  if (text.length > LARGEST) {
    throw fail(`expected at most ${LARGEST} characters of results, found ${text.length}`, restore);
  }
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/\s+/g, ' ').slice(0, 160) : '';
    throw fail(`expected JSON, found text that breaks off or is malformed (${reason})`, restore);
  }
  const schema = valueAt(root, ['schema']);
  if (schema !== RESULTS_SCHEMA) {
    const newer = typeof schema === 'number' && schema > RESULTS_SCHEMA;
    throw fail(
      `expected results of schema ${RESULTS_SCHEMA}, found ${schema === undefined ? 'none' : quote(schema)}`,
      newer ? 'A newer version wrote it: update this one, or measure again (npm run measure)' : restore,
    );
  }
  const parsed = consistentResultsSchema.safeParse(root);
  if (parsed.success) return parsed.data;
  const path = parsed.error.issues[0]?.path ?? [];
  throw fail(`${describeIssue(parsed.error.issues, root)} at ${pathOf(path)}`, restore);
}
