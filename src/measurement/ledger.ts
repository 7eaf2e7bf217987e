/** Reads the ledger of claims and checks that every comparison names what exists. */
import { LineCounter, parseDocument } from 'yaml';
import { type Claim, type Comparison, ledgerSchema } from './claim.ts';
import { describeIssue, MalformedFile, pathOf } from './malformed.ts';
import { nearest } from './nearest.ts';

/**
 * @param where the file's name, for the message.
 * @throws MalformedFile, one line with file and line, for anything but a valid ledger.
 */
export function parseLedger(text: string, where: string): Claim[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [broken] = document.errors;
  if (broken) {
    const reason = broken.message.split('\n')[0]?.slice(0, 200);
    throw new MalformedFile(`${where}:${lines.linePos(broken.pos[0]).line}: expected YAML, found: ${reason}`);
  }
  const root: unknown = document.toJS({ maxAliasCount: 100 });
  const parsed = ledgerSchema.safeParse(root);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const path = issue?.path ?? [];
  const message = `${describeIssue(parsed.error.issues, root)} at ${pathOf(path)}`;
  throw new MalformedFile(`${where}:${lineOf(path)}: ${message}. The fields are described in src/measurement/claim.ts`);

  /** The line of the innermost node on the path that exists in the file. */
  function lineOf(steps: readonly PropertyKey[]): number {
    for (let depth = steps.length; depth >= 0; depth--) {
      const node = document.getIn(steps.slice(0, depth), true);
      const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined;
      if (Array.isArray(range)) return lines.linePos(Number(range[0])).line;
    }
    return 1;
  }
}

/** What an experiment has names for. Both an `Experiment` and a results file's vocabulary are one. */
export interface Names {
  metrics: Readonly<Record<string, unknown>>;
  cases: Readonly<Record<string, unknown>>;
  variants: Readonly<Record<string, unknown>>;
}

/** Every name in the ledger that no experiment has, one line each with the nearest that exists. Empty: all is well. */
export function unknownNames(claims: readonly Claim[], experiments: Readonly<Record<string, Names>>): string[] {
  return claims.flatMap((claim) =>
    claim.comparisons.flatMap((comparison) => {
      const where = `claim ${claim.id}, "${comparison.label}"`;
      const names = Object.hasOwn(experiments, comparison.experiment) ? experiments[comparison.experiment] : undefined;
      if (!names) return [unknown(where, 'experiment', comparison.experiment, Object.keys(experiments))];
      return mentioned(comparison)
        .filter(([kind, name]) => !Object.hasOwn(names[kind], name))
        .map(([kind, name]) =>
          unknown(where, `${kind.slice(0, -1)} of ${comparison.experiment}`, name, Object.keys(names[kind])),
        );
    }),
  );
}

function mentioned(comparison: Comparison): [keyof Names, string][] {
  const variants = comparison.kind === 'ratio' ? [comparison.of, comparison.over] : [comparison.variant];
  return [
    ['metrics', comparison.metric],
    ...comparison.cases.map((name): [keyof Names, string] => ['cases', name]),
    ...variants.map((name): [keyof Names, string] => ['variants', name]),
  ];
}

function unknown(where: string, kind: string, name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  const advice = near === undefined ? `known: ${known.join(', ') || 'none'}` : `did you mean "${near}"?`;
  return `${where}: expected the name of a known ${kind}, found "${name}"; ${advice}`;
}
