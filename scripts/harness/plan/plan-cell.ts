/** What there is to measure. Runs no program. */
import { relative } from 'node:path';
import type { Place } from '../../../src/measurement/place.ts';
import type { Cell, Machine } from '../../../src/measurement/results.ts';
import { defaultRuntimes, type ProgramRuntime, runtimeRow } from '../../../src/measurement/runtimes.ts';
import type { FoundRuntimes, Installation } from '../../runtimes/runtime.ts';
import { type DiscoveredExperiment, programFile } from '../definition/discover.ts';
import type { Experiment, Pinning } from '../definition/experiment.ts';
import { printedMetrics } from '../definition/experiment-vocabulary.ts';
import { plannedRounds } from '../definition/planned-rounds.ts';
import type { Profile } from '../options.ts';
import { cellKey, type ProgramFiles } from './cell-key.ts';

export interface PlannedVariant {
  variant: string;
  /** What runs it: the cell's runtime, or the one that the variant names. */
  installation: Installation;
  /** Absolute path. */
  program: string;
  runtimeArgs: string[];
  args: string[];
}

/** A cell as it would be measured now. */
export interface CellPlan {
  experiment: DiscoveredExperiment;
  installation: Installation;
  case: string;
  profile: Profile;
  variants: PlannedVariant[];
  programs: Cell['programs'];
  pinning: Pinning;
  rounds: number;
  key: string;
}

/** Where the cell belongs in the results. */
export const placeOf = ({ experiment, installation, case: caseId }: CellPlan): Place => ({
  experiment: experiment.id,
  runtime: installation.info.id,
  case: caseId,
});

export interface Unavailable {
  experiment: string;
  runtime: string;
  reason: string;
}

const allows = (only: readonly string[] | undefined, ...names: string[]): boolean =>
  only === undefined || names.some((name) => only.includes(name));

/** Ids of the runtimes an experiment is about, in its order; `every-python` becomes those of the language that were found. */
export function runtimesOf({ definition }: DiscoveredExperiment, { found }: FoundRuntimes): string[] {
  const { runtimes = defaultRuntimes, alsoIn = [] } = definition;
  const ids = [...runtimes, ...alsoIn].flatMap((id) => {
    if (!id.startsWith('every-')) return [id];
    return found.filter(({ info }) => id === `every-${info.language}`).map(({ info }) => info.id);
  });
  return [...new Set(ids)];
}

/** The variants of one cell, those that have a program and are not excluded; sorted as the experiment lists them. */
export function variantsOf(
  experiment: DiscoveredExperiment,
  own: Installation,
  caseId: string,
  profile: Profile,
  { found }: FoundRuntimes,
): PlannedVariant[] {
  const { info } = own;
  const { definition } = experiment;
  const one = definition.cases[caseId];
  if (!one || !allows(one.languages, info.language) || !allows(one.runtimes, info.id)) return [];
  return Object.entries(definition.variants).flatMap(([variant, settings]) => {
    const { languages, runtimes, quick, args, runtimeArgs, runBy, needs } = settings;
    const installation = runBy === undefined ? own : found.find((other) => other.info.id === runBy);
    const program = programFile(experiment, variant, info);
    const excluded =
      !allows(languages, info.language) ||
      !allows(runtimes, info.id) ||
      !allows(one.variants, variant) ||
      (needs !== undefined && installation?.abilities?.includes(needs) !== true) ||
      (profile === 'quick' && quick === false);
    if (!program || !installation || excluded) return [];
    return [{ variant, installation, program, runtimeArgs: runtimeArgs ?? [], args: [...one.args, ...(args ?? [])] }];
  });
}

export interface PlanContext {
  machine: Machine;
  /** Of the project. */
  root: string;
  files: ProgramFiles;
  runtimes: FoundRuntimes;
}

/**
 * Whether a profile measures a case. Versions that a machine happens to have, which the table of runtimes does not list, answer
 * whether a comparison changes with the version: the cases of the quick profile are enough for that.
 */
const covers = (profile: Profile, { quick = false }: Experiment['cases'][string], runtime: string): boolean =>
  quick || (profile === 'full' && runtimeRow(runtime) !== undefined);

/** One cell under one profile; null where nothing of the experiment applies. */
export async function planCell(
  experiment: DiscoveredExperiment,
  installation: Installation,
  caseId: string,
  { profile, rounds }: { profile: Profile; rounds: number | undefined },
  { machine, root, files, runtimes }: PlanContext,
): Promise<CellPlan | null> {
  const { definition } = experiment;
  const one = definition.cases[caseId];
  const variants = variantsOf(experiment, installation, caseId, profile, runtimes);
  if (!one || variants.length === 0 || !covers(profile, one, installation.info.id)) return null;
  const pinning = one.pinning ?? definition.pinning;
  const hashed = await Promise.all(
    variants.map(async (one) => ({ ...one, files: await files.hashed(one.program, one.installation) })),
  );
  const key = cellKey({
    variants: hashed.map(({ variant, runtimeArgs, args, files, installation: by }) => ({
      variant,
      runtimeArgs,
      args,
      files: files.map(({ sha256 }) => sha256),
      ...(by === installation ? {} : { runBy: by.info }),
    })),
    metrics: printedMetrics(definition),
    mayDie: definition.mayDie === true,
    pinning,
    runtime: installation.info,
    machine,
  });
  const programs = hashed.flatMap(({ variant, files }) =>
    files.map(({ file, sha256 }) => ({ variant, file: relative(root, file), sha256 })),
  );
  return {
    experiment,
    installation,
    case: caseId,
    profile,
    variants,
    programs,
    pinning,
    rounds: rounds ?? plannedRounds(definition.rounds)[profile],
    key,
  };
}

const hasProgramFor = (experiment: DiscoveredExperiment, runtime: ProgramRuntime): boolean =>
  Object.keys(experiment.definition.variants).some(
    (variant) => programFile(experiment, variant, runtime) !== undefined,
  );

/** Experiment × runtime that cannot be measured here though there are programs for it, with the reason. */
export function unavailableOf(experiments: readonly DiscoveredExperiment[], runtimes: FoundRuntimes): Unavailable[] {
  const found = new Set(runtimes.found.map(({ info }) => info.id));
  return experiments.flatMap((experiment) =>
    runtimesOf(experiment, runtimes)
      .filter((id) => !found.has(id))
      .flatMap((id) => {
        const missing = runtimes.missing.find((one) => one.id === id);
        if (missing && !hasProgramFor(experiment, missing)) return [];
        return [
          { experiment: experiment.id, runtime: id, reason: missing?.reason ?? `no runtime "${id}" on this machine` },
        ];
      }),
  );
}
