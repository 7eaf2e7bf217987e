/**
 * The interface of a runtime family: a file in `scripts/runtimes/` that default-exports a `RuntimeFamily`. It is found there and
 * listed nowhere. Files without a default export are parts of a family.
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
  /** Exact version and everything that changes a figure; part of every cell's key. Contains no path of this machine. */
  info: RuntimeInfo;
  /** Path of its executable, for `npm run doctor`; never written to results. */
  path: string;
  /** The command that runs what `prepare` returned (the program itself where there is no `prepare`). Pure. */
  command(prepared: string, use: Arguments): Command;
  /**
   * Compiles ahead, so that no measured run pays for it, and returns the path to run. Cached; called once per program and cell.
   * Throws an Error with the compiler's message where the program does not compile: that variant alone then fails.
   */
  prepare?(program: string): Promise<string>;
  /** Absolute paths of the project's files that the program imports, directly or indirectly, without itself. For the key. */
  imports(program: string): Promise<string[]>;
  /** Features that some variants need (`needs`) and not every version has. */
  abilities?: readonly string[];
}

/** A runtime that was looked for and not found. Its cells show `reason`, doctor shows `remedy`. */
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
