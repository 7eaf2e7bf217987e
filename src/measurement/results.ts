/**
 * What one machine measured: the schema of a results file, and with it the types and the validation.
 *
 * Shapes: a file holds one machine, its sessions of measuring, the experiments' vocabulary (so that a page
 * needs nothing but this file to label a figure) and cells. A cell is one experiment × runtime × case; it holds
 * rounds; a round holds one invocation of every variant, each in a fresh process.
 */
import { z } from 'zod';
import { count, duration, log, name, projectFile, sha256, text, timestamp } from './result-fields.ts';
import { LANGUAGES, type Language } from './runtimes.ts';
import { vocabularySchema } from './vocabulary.ts';

/** Raised when the shape changes so that an older reader would misread it. */
export const RESULTS_SCHEMA = 1;

/** How a process ended: an exit code or the name of the signal that killed it. */
export const endingSchema = z.strictObject({
  code: z.number().int().nullable(),
  signal: z.string().max(20).nullable(),
});
export type Ending = z.infer<typeof endingSchema>;

/** One run of one program in a fresh process. `values` are what it printed (`name = number unit`), in the metric's unit. */
export const invocationSchema = z.strictObject({
  values: z.record(name, z.number().finite()),
  /** Wall time of the whole process, ms. */
  wall: duration,
  /** User plus system CPU time of the process and the children it waited for, ms; null where not available. */
  cpu: duration.nullable(),
  /** Context switches of the process and the children it waited for; null where not available. */
  switches: z.strictObject({ voluntary: count, involuntary: count }).nullable(),
  ending: endingSchema,
});
export type Invocation = z.infer<typeof invocationSchema>;

/** One round: every variant once, in `order`. */
export const roundSchema = z.strictObject({
  order: z.array(name).max(40),
  invocations: z.record(name, invocationSchema),
  /**
   * How many cores' worth of work the machine granted in this round, to pinned loops alone and together: 2 where two
   * cores did twice the work of one. Absent where nothing parallel is measured or the machine can't tell.
   */
  granted: z.number().positive().max(10_000).optional(),
});
export type Round = z.infer<typeof roundSchema>;

/** A stretch of time in which one unit of execution was in one state. Times in ms since the run's start. */
export const sliceSchema = z.strictObject({
  unit: z.string().max(40),
  state: z.enum(['run', 'wait', 'io', 'lock', 'start', 'mark']),
  start: duration,
  end: duration,
  core: count.nullable(),
});
export type Slice = z.infer<typeof sliceSchema>;

/**
 * A gate's reading. `unavailable` means that this machine can't tell; it is not a pass. `throttling`: a CPU quota slowed the
 * programs down; `pinning`: the programs should have been bound to cores and were not; `speed`: the machine was faster or slower
 * at the end of the session than at its start.
 */
export const gateSchema = z.strictObject({
  gate: z.enum(['pressure', 'steal', 'capacity', 'load', 'control', 'throttling', 'pinning', 'speed']),
  outcome: z.enum(['passed', 'failed', 'unavailable']),
  reading: z.number().finite().nullable(),
  limit: z.number().finite().nullable(),
  reason: text,
});
export type Gate = z.infer<typeof gateSchema>;

/**
 * Why a variant has no samples in a cell, with what it printed last. `notApplicable`: the program said that there is no such
 * case for it; older files lack the field.
 */
export const failureSchema = z.strictObject({ reason: text, log, notApplicable: z.literal(true).optional() });

/** A file that took part in a variant, by its path from the project's root. */
export const programSchema = z.strictObject({ variant: name, file: projectFile, sha256 });

/** One experiment × runtime × case on one machine. Complete when it holds `planned` rounds. */
export const cellSchema = z.strictObject({
  experiment: name,
  runtime: name,
  case: name,
  /** Hash of programs and what they import, arguments, runtime version, compiler, flags and machine: see `scripts/harness/plan/cell-key.ts`. */
  key: sha256,
  session: name,
  profile: z.enum(['quick', 'full']),
  date: timestamp,
  seed: count,
  pinning: z.enum(['one-core', 'core-each', 'free']),
  /** Logical CPUs the programs were bound to; null where they were not bound. Absent in older files. */
  cpus: z.array(count).max(4096).nullable().optional(),
  planned: count,
  /** Programs and what they import, one entry for each variant and file. */
  programs: z.array(programSchema).max(1000),
  rounds: z.array(roundSchema).max(1000),
  gates: z.array(gateSchema).max(200),
  failures: z.record(name, failureSchema),
  /** Set by measuring: why the cell no longer describes what would be measured now. Absent: it does. */
  stale: text.optional(),
  /** Recorded slices of one run per variant, for timelines. */
  traces: z.record(name, z.array(sliceSchema).max(4000)),
  /** What one run per variant printed, standard output and error interleaved. */
  logs: z.record(name, log),
});
export type Cell = z.infer<typeof cellSchema>;

/** An installed runtime: what executed the programs, exactly. */
export const runtimeSchema = z.strictObject({
  id: name,
  label: text,
  /** The language its programs are written in, which is also their folder's name. */
  language: z.literal(Object.keys(LANGUAGES) as Language[]),
  version: text,
  /** Compiler, flags, build configuration: whatever changes a figure. */
  details: z.record(z.string().max(60), text),
});
export type RuntimeInfo = z.infer<typeof runtimeSchema>;

/**
 * What distinguishes machines of the same name, from /proc/cpuinfo and /sys/devices/system/cpu. Numbers are as the system writes
 * them; empty where it doesn't say.
 */
export const identitySchema = z.strictObject({
  vendor: text,
  family: text,
  model: text,
  stepping: text,
  /** Those of the CPU's flags that can change a figure, such as `pcid`. */
  flags: z.array(text).max(50),
  /** Of the first CPU: "L1 Data 32K". */
  caches: z.array(text).max(20),
  cores: z.strictObject({ physical: count, logical: count, allowed: count }),
  /** In words; "none" where no hypervisor is visible. */
  virtualisation: text,
});
export type Identity = z.infer<typeof identitySchema>;

export const machineSchema = z.strictObject({
  id: name,
  label: text,
  os: text,
  kernel: text,
  arch: text,
  cpu: text,
  cores: z.number().int().positive(),
  /** MiB; null where it is not known, as in most browsers. */
  memory: z.number().positive().nullable(),
  /** Virtual machine, container, frequency scaling…: what limits what this machine can show. */
  limits: z.array(text).max(50),
  /** Absent in older files and in browsers. `id` is a hash of it, of the memory, the system and the kernel. */
  identity: identitySchema.optional(),
});
export type Machine = z.infer<typeof machineSchema>;

/** How long two small fixed pieces of work took, ms, each the shortest of several: arithmetic, and reads that miss the caches. */
export const speedSchema = z.strictObject({ integer: duration, memory: duration });
export type Speed = z.infer<typeof speedSchema>;

/** One session of measuring. Its A/A control compares a program with itself; gates are those read for the whole session. */
export const sessionSchema = z.strictObject({
  id: name,
  date: timestamp,
  profile: z.enum(['quick', 'full']),
  seed: count,
  commit: z.string().max(60).nullable(),
  /** Whether the programs were those of the commit: no change beside it, results aside. Absent in older files and where there is no commit. */
  clean: z.boolean().optional(),
  /** The id of the machine it was measured on: that of the file. Absent in older files. */
  machine: name.optional(),
  /** Before the first program and after the last; null where it could not be probed. Absent in older files. */
  speed: z.strictObject({ start: speedSchema.nullable(), end: speedSchema.nullable() }).optional(),
  control: z.strictObject({ rounds: z.array(roundSchema).max(1000) }).nullable(),
  gates: z.array(gateSchema).max(200),
});
export type Session = z.infer<typeof sessionSchema>;

/** The shape alone; `consistentResultsSchema` says what else makes a file whole. */
export const resultsSchema = z.strictObject({
  schema: z.literal(RESULTS_SCHEMA),
  machine: machineSchema,
  runtimes: z.array(runtimeSchema).max(60),
  experiments: z.record(name, vocabularySchema),
  sessions: z.array(sessionSchema).max(1000),
  cells: z.array(cellSchema).max(20_000),
  /**
   * Of a file that is meant to be committed: the whole plan it is measured by, made before the first round, and a SHA-256
   * of the content, absent while it is being measured. See `scripts/harness/plan/reference-file.ts`.
   */
  reference: z
    .strictObject({
      plan: z
        .array(z.strictObject({ experiment: name, runtime: name, case: name, key: sha256, rounds: count }))
        .max(20_000),
      sha256: sha256.optional(),
    })
    .optional(),
  /**
   * What a budget had no time for, with the key it would have been measured under: `npm start` skips it until the key
   * changes. Absent: nothing.
   */
  leftOut: z
    .array(z.strictObject({ experiment: name, runtime: name, case: name, key: sha256 }))
    .max(20_000)
    .optional(),
  /** Experiment × runtime that could not be measured here, with the reason in words. */
  unavailable: z.array(z.strictObject({ experiment: name, runtime: name, reason: text })).max(2000),
});

export type Results = z.infer<typeof resultsSchema>;
