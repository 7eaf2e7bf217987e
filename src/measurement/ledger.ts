/** Reads the ledger of claims and checks that it names only what exists. */
import { type Claim, type Comparison, ledgerSchema } from './claim.ts';
import { nearest } from './nearest.ts';
import { type Fault, parseYaml } from './parse-yaml.ts';
import { RUNTIMES } from './runtimes.ts';

/**
 * @param where the file's name, for the message.
 * @param experiments the names that comparisons may use; undefined where the caller doesn't know them (pages: `npm run build` has checked)
 * @throws MalformedFile, one line with file and line, for anything but a valid ledger.
 */
export function parseLedger(text: string, where: string, experiments?: Readonly<Record<string, Names>>): Claim[] {
  const faultsIn = (claims: readonly Claim[]) => (experiments ? unknownNames(claims, experiments) : []);
  return parseYaml({ text, where, schema: ledgerSchema, described: 'src/measurement/claim.ts', faultsIn });
}

/** The names an experiment defines. An `Experiment` and a results file's vocabulary both fit. */
export interface Names {
  metrics: Readonly<Record<string, unknown>>;
  cases: Readonly<Record<string, unknown>>;
  variants: Readonly<Record<string, unknown>>;
}

type Mention = readonly [kind: string, name: string, known: readonly string[], path: readonly PropertyKey[]];

/** Every name in the ledger that does not exist, with the nearest one that does. */
export function unknownNames(claims: readonly Claim[], experiments: Readonly<Record<string, Names>>): Fault[] {
  return claims.flatMap((claim, row) => {
    const runtimes = [...claim.runtimes, ...Object.keys(claim.notApplicable)];
    const own = runtimes.map((name): Mention => ['runtime', name, Object.keys(RUNTIMES), [row, 'runtimes']]);
    return [
      ...unknown(`claim ${claim.id}`, own),
      ...claim.comparisons.flatMap((comparison, index) =>
        unknown(
          `claim ${claim.id}, "${comparison.label}"`,
          mentioned(comparison, experiments, [row, 'comparisons', index]),
        ),
      ),
    ];
  });
}

function mentioned(
  comparison: Comparison,
  experiments: Readonly<Record<string, Names>>,
  path: readonly PropertyKey[],
): Mention[] {
  const { experiment } = comparison;
  const names = Object.hasOwn(experiments, experiment) ? experiments[experiment] : undefined;
  if (!names) return [['experiment', experiment, Object.keys(experiments), [...path, 'experiment']]];
  const variants =
    comparison.kind === 'ratio' ? { of: comparison.of, over: comparison.over } : { variant: comparison.variant };
  const mention = (kind: keyof Names, name: string, field: string): Mention => [
    `${kind.slice(0, -1)} of ${experiment}`,
    name,
    Object.keys(names[kind]),
    [...path, field],
  ];
  return [
    mention('metrics', comparison.metric, 'metric'),
    ...comparison.cases.map((name) => mention('cases', name, 'cases')),
    ...Object.entries(variants).map(([field, name]) => mention('variants', name, field)),
    ...(comparison.runtimes ?? []).map((name): Mention => [
      'runtime',
      name,
      Object.keys(RUNTIMES),
      [...path, 'runtimes'],
    ]),
  ];
}

function unknown(where: string, mentions: readonly Mention[]): Fault[] {
  return mentions
    .filter(([, name, known]) => !known.includes(name))
    .map(([kind, name, known, path]) => {
      const near = nearest(name, known);
      const advice = near === undefined ? `known: ${known.join(', ') || 'none'}` : `did you mean "${near}"?`;
      return { path, message: `${where}: expected the name of a known ${kind}, found "${name}"; ${advice}` };
    });
}
