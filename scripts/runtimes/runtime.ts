/**
 * What a runtime family has to answer. A family is a file in `scripts/runtimes/` that default-exports a
 * `RuntimeFamily`; the folder is the registry. Files without a default export are parts of one.
 */
import type { RuntimeInfo } from '../../src/measurement/results.ts';
import type { Language } from '../../src/measurement/runtimes.ts';

/** A command line, ready to start. `env` is added to the harness' small, fixed environment. */
export interface Command {
  /** Absolute path of the executable. */
  file: string;
  argv: string[];
  env: Record<string, string>;
}

export interface Arguments {
  /** For the runtime, before the program (`--expose-gc`, `-X gil=0`). C has none: a family may reject them. */
  runtimeArgs: string[];
  /** For the program. */
  args: string[];
}

/** One runtime that was found. */
export interface Installation {
  /** Exact version and everything that changes a figure; part of every cell's key. No path of this machine in it. */
  info: RuntimeInfo;
  /** Where it lies, for `npm run doctor`; never written to results. */
  path: string;
  /** The command that runs what `prepare` returned (the program itself where there is no `prepare`). Pure. */
  command(prepared: string, use: Arguments): Command;
  /**
   * Compiles ahead, so that no measured run pays for it, and returns the path to run. Cached; called once per program and cell.
   * Throws an Error with the compiler's message where the program does not compile: that variant alone then fails.
   */
  prepare?(program: string): Promise<string>;
  /** Absolute paths of the files of ours that the program imports, directly or through another, without itself. For the key. */
  imports(program: string): Promise<string[]>;
  /** What not every version of it can do and some variants need, by the name that they give (`needs`). */
  abilities?: readonly string[];
}

/** A runtime the family looks for by name and did not find. Its cells say `reason`; doctor says `remedy`. */
export interface MissingRuntime {
  id: string;
  label: string;
  language: Language;
  reason: string;
  /** What to do, as a sentence or a command. */
  remedy: string;
}

export interface FoundRuntimes {
  found: Installation[];
  missing: MissingRuntime[];
}

export interface RuntimeFamily {
  /** Looks on this machine. Never throws for a runtime that is absent or broken: that is `missing`. */
  find(): Promise<FoundRuntimes>;
}
