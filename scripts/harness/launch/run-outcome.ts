/** How one run of one program ended, before it is judged. */
import type { Ending, Invocation } from '../../../src/measurement/results.ts';
import type { Command } from '../../runtimes/runtime.ts';

export interface RunRequest {
  command: Command;
  /** Logical CPUs it may use; null leaves it to the scheduler. */
  cpus: readonly number[] | null;
  /** ms */
  limit: number;
}

export interface RunOutcome {
  ending: Ending;
  timedOut: boolean;
  /** Processes of its own outlived it, by more than two seconds if it ended well. They have been killed. */
  left: boolean;
  /** It printed more than is read; it has been killed. */
  flooded: boolean;
  /** Stopped from outside; says nothing about the program. */
  aborted: boolean;
  /** ms */
  wall: number;
  cpu: Invocation['cpu'];
  switches: Invocation['switches'];
  stdout: string;
  /** Standard output and error as they came. */
  log: string;
  /** What it did to its launcher, in words; how it ended is then unknown. Absent: nothing. */
  interference?: string;
  /** Why it could not even be started, else null. */
  notStarted: string | null;
}

/** A command that runs `command` on these CPUs only, where this machine can pin; else the command itself. */
export type Pin = (command: Command, cpus: readonly number[]) => Pick<Command, 'file' | 'argv'>;

/** A way of starting programs on this machine. `cwd` is an empty folder. */
export interface Starter {
  /** False where there is no C compiler: CPU time and context switches are then unknown. */
  exact: boolean;
  pin: Pin;
  run(request: RunRequest, cwd: string): Promise<RunOutcome>;
  /** Kills the run under way, if there is one; its outcome is then `aborted`. */
  abort(): void;
}

/** Starts programs one at a time. However a run ends, none of its processes is left. */
export interface Launcher extends Pick<Starter, 'exact' | 'pin' | 'abort'> {
  run(request: RunRequest): Promise<RunOutcome>;
  /** Ends the watchdog and removes the scratch folder. */
  close(): Promise<void>;
}
