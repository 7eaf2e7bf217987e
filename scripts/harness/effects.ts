/** Everything through which the harness touches the outside world, in one place, so that a test can replace it. */
import type { FoundRuntimes } from '../runtimes/runtime.ts';
import type { Interrupt } from './interrupt.ts';
import type { Launcher } from './launch/run-outcome.ts';
import type { ReadText } from './machine/read-text.ts';
import type { ProgressListener } from './progress-event.ts';

export interface Effects {
  /** Of the project: paths in results are relative to it. */
  root: string;
  /** Folder of the experiments' folders. */
  experiments: string;
  /** Folder of this machine's results files. */
  results: string;
  /** Folder of the committed results files. */
  references: string;
  /** ms since the epoch. */
  now(): number;
  sleep(ms: number): Promise<void>;
  drawSeed(): number;
  readText: ReadText;
  findRuntimes(): Promise<FoundRuntimes>;
  createLauncher(): Promise<Launcher>;
  /** Hash of the project's commit, null outside a repository. */
  commit(): string | null;
  /** Files that differ from that commit, results aside; none outside a repository. */
  changes(): string[];
  progress: ProgressListener;
  interrupt: Interrupt;
}
