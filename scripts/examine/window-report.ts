/** What happened inside a program's measured window, from samples of its threads. Pure. */
import type { Sample, TaskReading } from './sample-tasks.ts';

export interface Window {
  /** ms on the clock of the samples. */
  began: number;
  ended: number;
}

export interface WindowReport {
  /** ms. */
  window: number;
  /** ms of processor time of the threads that do the program's work. */
  worked: number;
  /** ms of processor time of everything else, by thread name, the largest first. */
  helped: number;
  helpers: string[];
  faults: number;
  /** Cores on which workers were seen. */
  cores: number;
  /** The largest number of workers that each had a core for most of the time between two samples. */
  mostAtOnce: number;
}

/** Threads of the engine, of its libraries and of executors, by the names that Linux shows. */
const HELPING_THREAD =
  /^(V8Worker|DelayedTaskSche|SignalInspector|libuv-worker|QueueFeeder|QueueManager|ExecutorManager)/;
/** Interpreters that Python starts beside the workers. */
const HELPING_PROCESS = /multiprocessing\.(resource_tracker|forkserver)/;

/** A fork of the fork server, which has its command line, is a worker. */
export const isHelper = ({
  name,
  commandLine,
  forked,
}: Pick<TaskReading, 'name' | 'commandLine' | 'forked'>): boolean =>
  HELPING_THREAD.test(name) || (HELPING_PROCESS.test(commandLine) && !forked);

/** The line that a program prints, `window 12.5 80.25`; undefined where it printed none. */
export function windowIn(stdout: string): Window | undefined {
  const [, began, ended] = /^window (\d+(?:\.\d+)?) (\d+(?:\.\d+)?)$/m.exec(stdout) ?? [];
  return began === undefined || ended === undefined ? undefined : { began: Number(began), ended: Number(ended) };
}

const newTask = { ran: 0, faults: 0 };

/**
 * @param samples in the order of time; where the first comes after the window began, the program's start counts with it
 * @returns undefined where no sample lies in the window or after it
 */
export function reportWindow(samples: readonly Sample[], { began, ended }: Window): WindowReport | undefined {
  const before = samples.findLast(({ at }) => at <= began) ?? { at: began, tasks: [] };
  const after = samples.findIndex(({ at }) => at >= ended); // a program may have ended before the next sample
  const seen = samples.filter(({ at }, index) => at > began && (after < 0 || index <= after));
  if (seen.length === 0) return undefined;
  const stretches = seen.map((sample, index) => {
    const previous = seen[index - 1] ?? before;
    const known = new Map(previous.tasks.map((task) => [task.id, task]));
    const tasks = sample.tasks.map((task) => {
      const { ran, faults } = known.get(task.id) ?? newTask;
      return { ...task, ran: task.ran - ran, faults: task.faults - faults };
    });
    return { length: sample.at - previous.at, tasks };
  });
  const all = stretches.flatMap(({ tasks }) => tasks);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const working = all.filter((task) => !isHelper(task) && task.ran > 0);
  const byHelper = Map.groupBy(all.filter(isHelper), ({ name, commandLine }) =>
    HELPING_PROCESS.test(commandLine) ? (HELPING_PROCESS.exec(commandLine)?.[1] ?? name) : name,
  );
  const helpers = [...byHelper]
    .map(([name, tasks]) => ({ name, ran: sum(tasks.map(({ ran }) => ran)) }))
    .filter(({ ran }) => ran > 0)
    .sort((a, b) => b.ran - a.ran);
  return {
    window: ended - began,
    worked: sum(working.map(({ ran }) => ran)) / 1e6,
    helped: sum(helpers.map(({ ran }) => ran)) / 1e6,
    helpers: helpers.map(({ name }) => name),
    faults: sum(all.filter((task) => !isHelper(task)).map(({ faults }) => faults)),
    cores: new Set(working.map(({ core }) => core)).size,
    mostAtOnce: Math.max(
      0,
      ...stretches.map(
        ({ length, tasks }) => tasks.filter((task) => !isHelper(task) && task.ran / 1e6 > length / 2).length,
      ),
    ),
  };
}
