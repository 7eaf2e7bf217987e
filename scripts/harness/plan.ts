/** What there is to measure, and what of it is measured already. Runs no program. */
import { relative } from 'node:path';
import type { Cell, Machine, Results } from '../../src/measurement/results.ts';
import type { FoundRuntimes, Installation } from '../runtimes/runtime.ts';
import { type DiscoveredExperiment, programOf } from './discover.ts';
import type { Pinning } from './experiment.ts';
import { cellKey, type ProgramFiles } from './key.ts';
import { printedMetrics } from './vocabulary.ts';

export type Profile = Cell['profile'];

export interface PlannedVariant {
  variant: string;
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

export interface Unavailable {
  experiment: string;
  runtime: string;
  reason: string;
}

const DEFAULT_RUNTIMES = ['node', 'cpython', 'cpython-ft', 'c'];

const allows = (only: readonly string[] | undefined, ...names: string[]): boolean =>
  only === undefined || names.some((name) => only.includes(name));

/** Ids of the runtimes an experiment is about, in its order; `every-cpython` becomes those that were found. */
export function runtimesOf({ definition }: DiscoveredExperiment, { found }: FoundRuntimes): string[] {
  const pythons = found.filter(({ info }) => info.language === 'python').map(({ info }) => info.id);
  const ids = (definition.runtimes ?? DEFAULT_RUNTIMES).flatMap((id) => (id === 'every-cpython' ? pythons : [id]));
  return [...new Set(ids)].filter((id) => id !== 'browser');
}

/** The variants of one cell, those that have a program and are not excluded; sorted as the experiment lists them. */
function variantsOf(
  experiment: DiscoveredExperiment,
  { info }: Installation,
  caseId: string,
  profile: Profile,
): PlannedVariant[] {
  const { definition } = experiment;
  const one = definition.cases[caseId];
  const programs = experiment.programs.get(info.language) ?? new Map<string, string>();
  if (!one || !allows(one.languages, info.language) || !allows(one.runtimes, info.id)) return [];
  return Object.entries(definition.variants).flatMap(([variant, { languages, runtimes, quick, args, runtimeArgs }]) => {
    const program = programOf(variant, programs);
    const excluded =
      !allows(languages, info.language) ||
      !allows(runtimes, info.id) ||
      !allows(one.variants, variant) ||
      (profile === 'quick' && quick === false);
    if (!program || excluded) return [];
    return [{ variant, program, runtimeArgs: runtimeArgs ?? [], args: [...one.args, ...(args ?? [])] }];
  });
}

export interface PlanContext {
  machine: Machine;
  /** Of the project. */
  root: string;
  files: ProgramFiles;
}

/** One cell under one profile; null where nothing of the experiment applies. */
export async function planCell(
  experiment: DiscoveredExperiment,
  installation: Installation,
  caseId: string,
  { profile, rounds }: { profile: Profile; rounds: number | undefined },
  { machine, root, files }: PlanContext,
): Promise<CellPlan | null> {
  const { definition } = experiment;
  const one = definition.cases[caseId];
  const variants = variantsOf(experiment, installation, caseId, profile);
  if (!one || variants.length === 0 || (profile === 'quick' && one.quick !== true)) return null;
  const pinning = one.pinning ?? definition.pinning;
  const key = cellKey({
    variants: await Promise.all(
      variants.map(async ({ variant, program, runtimeArgs, args }) => ({
        variant,
        runtimeArgs,
        args,
        files: await files.hashes(program, installation),
      })),
    ),
    metrics: printedMetrics(definition),
    mayDie: definition.mayDie === true,
    pinning,
    runtime: installation.info,
    machine,
  });
  const programs = variants.map(({ variant, program }) => ({
    variant,
    file: relative(root, program),
    sha256: files.hash(program),
  }));
  return {
    experiment,
    installation,
    case: caseId,
    profile,
    variants,
    programs,
    pinning,
    rounds: rounds ?? definition.rounds[profile],
    key,
  };
}

/** Experiment × runtime that cannot be measured here though there are programs for it, with the reason. */
export function unavailableOf(experiments: readonly DiscoveredExperiment[], runtimes: FoundRuntimes): Unavailable[] {
  const found = new Set(runtimes.found.map(({ info }) => info.id));
  return experiments.flatMap((experiment) =>
    runtimesOf(experiment, runtimes)
      .filter((id) => !found.has(id))
      .flatMap((id) => {
        const missing = runtimes.missing.find((one) => one.id === id);
        if (missing && (experiment.programs.get(missing.language)?.size ?? 0) === 0) return [];
        return [
          { experiment: experiment.id, runtime: id, reason: missing?.reason ?? `no runtime "${id}" on this machine` },
        ];
      }),
  );
}

export type CellStatus = 'fresh' | 'partial' | 'stale' | 'missing';

export interface StatedCell {
  plan: CellPlan;
  status: CellStatus;
  /** In words; empty for fresh. */
  why: string;
  /** What the results hold in this place, whatever its key. */
  existing: Cell | undefined;
}

/** What changed between a cell and what would be measured now. */
function difference(cell: Cell, plan: CellPlan, results: Results, machine: Machine): string {
  const before = new Map(cell.programs.map(({ variant, sha256 }) => [variant, sha256]));
  const added = plan.programs.find(({ variant }) => !before.has(variant));
  if (added) return `variant ${added.variant} is new`;
  const changed = plan.programs.find(({ variant, sha256 }) => before.get(variant) !== sha256);
  if (changed) return `${changed.file} changed`;
  if (plan.programs.length !== cell.programs.length) return 'a variant was removed';
  const runtime = results.runtimes.find(({ id }) => id === cell.runtime);
  const { version } = plan.installation.info;
  if (runtime && runtime.version !== version) return `${cell.runtime} was ${runtime.version}, is ${version}`;
  if (results.machine.kernel !== machine.kernel)
    return `the kernel was ${results.machine.kernel}, is ${machine.kernel}`;
  if (cell.pinning !== plan.pinning) return `pinning was ${cell.pinning}, is ${plan.pinning}`;
  return 'an import, an argument or a detail of the runtime changed';
}

/**
 * Compares one place of the plan with the results.
 * @param full the same cell under the full profile: where that is measured, or begun, it answers for the quick one too
 */
export function stateCell(wanted: CellPlan, full: CellPlan | null, results: Results, machine: Machine): StatedCell {
  const existing = results.cells.find(
    (cell) =>
      cell.experiment === wanted.experiment.id &&
      cell.runtime === wanted.installation.info.id &&
      cell.case === wanted.case,
  );
  if (!existing) return { plan: wanted, status: 'missing', why: 'never measured', existing };
  const matching = [wanted, full].find((plan) => plan?.key === existing.key);
  if (!matching) {
    return { plan: wanted, status: 'stale', why: difference(existing, wanted, results, machine), existing };
  }
  if (existing.planned < wanted.rounds) {
    const why = `planned for ${existing.planned} rounds, now ${wanted.rounds}`;
    return { plan: wanted, status: 'stale', why, existing };
  }
  const plan = { ...matching, rounds: existing.planned, profile: existing.profile };
  return existing.rounds.length < existing.planned
    ? { plan, status: 'partial', why: `${existing.rounds.length} of ${existing.planned} rounds`, existing }
    : { plan, status: 'fresh', why: '', existing };
}

/** Home experiments' quick cases first, then all quick cases, then the rest; within that as the experiments are ordered. */
export function inOrder(cells: readonly StatedCell[]): StatedCell[] {
  const rank = ({ plan: { experiment, case: caseId } }: StatedCell): number => {
    const quick = experiment.definition.cases[caseId]?.quick === true;
    return (quick ? 0 : 2) + (experiment.definition.home ? 0 : 1);
  };
  return [...cells].sort((a, b) => rank(a) - rank(b));
}
