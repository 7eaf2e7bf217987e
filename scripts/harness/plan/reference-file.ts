/**
 * A results file that is meant to be committed: it carries the plan it was measured by and a hash of its content, so that
 * a file which lacks cells, was edited or came from changed programs is refused. The hash guards against accidents, and
 * against an edit that nobody declares; it can't prove where figures come from.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { placeName } from '../../../src/measurement/place.ts';
import type { Cell, Results } from '../../../src/measurement/results.ts';
import { InputError } from '../input-error.ts';
import { canonical } from './cell-key.ts';
import { type CellPlan, placeOf } from './plan-cell.ts';
import { readResultsFile, serialiser } from './results-file.ts';

type Reference = NonNullable<Results['reference']>;

/** SHA-256 of the whole content except the hash itself, independent of white space and of the order of properties. */
function contentHash(root: { reference?: Partial<Reference> | undefined }): string {
  const { sha256: _, ...unsealed } = root.reference ?? {};
  return createHash('sha256')
    .update(canonical({ ...root, reference: unsealed }))
    .digest('hex');
}

/** Adds the hash of the content as it will be read back. */
export function seal(results: Results): void {
  if (!results.reference) return;
  const { plan } = results.reference;
  results.reference = { plan };
  results.reference = { plan, sha256: contentHash(JSON.parse(serialiser()(results, null))) };
}

/** Everything that has to be measured before the file is complete. */
export const referencePlan = (plans: readonly CellPlan[]): Reference => ({
  plan: plans.map((plan) => ({ ...placeOf(plan), key: plan.key, rounds: plan.rounds })),
});

function faultOf(planned: Reference['plan'][number], cell: Cell | undefined): string | undefined {
  if (!cell) return 'expected a cell, found none';
  if (cell.key !== planned.key) return `expected what the plan says, found an earlier state (${cell.stale ?? 'stale'})`;
  if (cell.rounds.length < planned.rounds) return `expected ${planned.rounds} rounds, found ${cell.rounds.length}`;
  return undefined;
}

function cellFaults({ cells }: Results, { plan }: Reference): string[] {
  const byName = new Map(cells.map((cell) => [placeName(cell), cell]));
  const wanted = new Set(plan.map(placeName));
  const lacking = plan.flatMap((planned) => {
    const fault = faultOf(planned, byName.get(placeName(planned)));
    return fault ? [`${placeName(planned)}: ${fault}`] : [];
  });
  const strange = cells.filter((cell) => !wanted.has(placeName(cell)));
  return [...lacking, ...strange.map((cell) => `${placeName(cell)}: expected cells of the plan only, found another`)];
}

function sessionFaults({ sessions, machine }: Results): string[] {
  return sessions.flatMap(({ id, profile, commit, clean, machine: where }) => {
    const wanted = `session ${id}: expected`;
    if (commit === null || clean !== true) return [`${wanted} a tree without changes, found one that no commit holds`];
    if (profile !== 'full') return [`${wanted} the full profile, found ${profile}`];
    if (where !== machine.id) return [`${wanted} the machine ${machine.id}, found ${where ?? 'none'}`];
    return [];
  });
}

/**
 * Why the text of a valid results file can't be published as reference results; empty where it can.
 * @param root the file's JSON as it stands there
 */
export function referenceFaults(root: unknown, results: Results): string[] {
  const { reference } = results;
  if (!reference) return ['expected a plan and a hash, found neither: npm run measure -- --reference writes both'];
  const edited = reference.sha256 !== contentHash(root as Results);
  return [
    ...(edited
      ? ['expected the content that was measured, found it changed since, or a measuring that was cut off']
      : []),
    ...(reference.plan.length === 0 ? ['expected a plan of at least one cell, found none'] : []),
    ...cellFaults(results, reference),
    ...sessionFaults(results),
  ];
}

/**
 * The file to continue, without cells whose programs were changed while they were measured; null if there is no file
 * yet.
 * @throws InputError for one that this way of measuring did not write, or that was edited since
 */
export function readReferenceFile(file: string): Results | null {
  const results = readResultsFile(file);
  if (!results) return null;
  const anew = 'Give another name, or delete it and measure everything anew.';
  if (!results.reference)
    throw new InputError(`${file}: expected a file of --reference, found one without its plan. ${anew}`);
  const { sha256 } = results.reference;
  if (sha256 !== undefined && sha256 !== contentHash(JSON.parse(readFileSync(file, 'utf8')))) {
    throw new InputError(`${file}: expected the content that was measured, found it edited since. ${anew}`);
  }
  const clean = new Set(results.sessions.filter((session) => session.clean).map(({ id }) => id));
  return { ...results, cells: results.cells.filter(({ session }) => clean.has(session)) };
}

/** @throws InputError where the programs that would be measured are not those of a commit */
export function checkTree(commit: string | null, changes: readonly string[]): void {
  if (commit === null) {
    throw new InputError('--reference: expected a commit that others can check out, found no repository. Clone it.');
  }
  const [first] = changes;
  if (first === undefined) return;
  const more = changes.length > 1 ? ` and ${changes.length - 1} more` : '';
  throw new InputError(`--reference: expected a tree without changes, found ${first}${more}. Commit or stash them.`);
}
