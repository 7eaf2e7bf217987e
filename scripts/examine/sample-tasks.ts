/** Samples the threads of a program and of its children: what Linux counts for each in /proc. */
import { readdirSync, readFileSync } from 'node:fs';

/** A thread at one moment. All counts are since it began. */
export interface TaskReading {
  id: number;
  name: string;
  /** Of its process. */
  commandLine: string;
  /** Its process has the command line of the one that made it: a fork, not a program that was started. */
  forked: boolean;
  /** ns of processor time. */
  ran: number;
  faults: number;
  core: number;
}

export interface Sample {
  /** ms on the monotonic clock, which the programs print their window in. */
  at: number;
  tasks: TaskReading[];
}

/** A process or a thread may be gone before it is read: it is then left out. */
function orNothing<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function readTask(pid: number, id: number, process: Pick<TaskReading, 'commandLine' | 'forked'>): TaskReading {
  const folder = `/proc/${pid}/task/${id}`;
  const stat = readFileSync(`${folder}/stat`, 'utf8');
  const [ran] = readFileSync(`${folder}/schedstat`, 'utf8').split(' ');
  const closing = stat.lastIndexOf(')');
  const fields = stat.slice(closing + 2).split(' '); // from the third on: proc(5) counts from one
  return {
    id,
    name: stat.slice(stat.indexOf('(') + 1, closing),
    ...process,
    ran: Number(ran),
    faults: Number(fields[10 - 3]) + Number(fields[12 - 3]),
    core: Number(fields[39 - 3]),
  };
}

function readProcess(pid: number, parent?: string): TaskReading[] {
  const commandLine = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  const process = { commandLine, forked: commandLine === parent };
  const ids = readdirSync(`/proc/${pid}/task`).map(Number);
  const own = ids.flatMap((id) => orNothing(() => readTask(pid, id, process)) ?? []);
  const children = ids.flatMap((id) =>
    (orNothing(() => readFileSync(`/proc/${pid}/task/${id}/children`, 'utf8')) ?? '').split(' ').filter(Boolean),
  );
  return [...own, ...children.flatMap((child) => orNothing(() => readProcess(Number(child), commandLine)) ?? [])];
}

/** All threads of a process and of those that descend from it. Linux only; elsewhere, and of a process that is gone, none. */
export function sampleTasks(pid: number): Sample {
  const tasks = orNothing(() => readProcess(pid)) ?? [];
  return { at: Number(process.hrtime.bigint()) / 1e6, tasks };
}
