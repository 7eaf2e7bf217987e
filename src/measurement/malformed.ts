/** One clear error for a file that is not what it should be. */
import type { z } from 'zod';

/** Expected, found, where, what to do: in one line of bounded length, safe to print. */
export class MalformedFile extends Error {
  override name = 'MalformedFile';
}

/** Longest piece of the offending file that a message quotes. */
const QUOTED = 60;

/** A value as it stands in the file, cut short, control characters escaped. */
export function quote(value: unknown): string {
  const cut = typeof value === 'string' ? value.slice(0, QUOTED + 1) : value;
  const shown = typeof cut === 'number' ? String(cut) : (JSON.stringify(cut) ?? 'nothing');
  return shown.length > QUOTED ? `${shown.slice(0, QUOTED)}…` : shown;
}

/** `cells[3].rounds[0].invocations.thread.wall`, cut short. */
export function pathOf(path: readonly PropertyKey[]): string {
  const written = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step).slice(0, QUOTED)}`));
  return written.join('').replace(/^\./, '').slice(0, 200) || 'the top level';
}

/** The value at `path`; undefined when there is none. */
export function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[step] : undefined,
    root,
  );
}

/** "expected …, found …" for the first problem a schema found, and how many more there are. */
export function describeIssue(issues: readonly z.core.$ZodIssue[], root: unknown): string {
  const [issue] = issues;
  if (!issue) return 'expected a valid file';
  const value = valueAt(root, issue.path);
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : '';
  return `${expectation(issue)}, found ${found(value, issue)}${more}`;
}

function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'too_big':
      return `expected ${issue.origin} of at most ${issue.maximum}`;
    case 'too_small':
      return `expected ${issue.origin} of ${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum}`;
    case 'invalid_value':
      return `expected ${issue.values.map((value) => quote(value)).join(' or ')}`.slice(0, 200);
    case 'invalid_type':
      return `expected ${issue.expected}`;
    case 'unrecognized_keys':
      return 'expected only the known keys';
    case 'invalid_key':
      return 'expected a name of letters, digits, dot, dash and underscore';
    default:
      return `expected otherwise: ${issue.message.slice(0, 200)}`;
  }
}

function found(value: unknown, issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return issue.keys.slice(0, 3).map(quote).join(', ');
  if (issue.code === 'too_big' && typeof value === 'string') return `${value.length} characters`;
  if (issue.code === 'too_big' && Array.isArray(value)) return `${value.length} entries`;
  return quote(value);
}
