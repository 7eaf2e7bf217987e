// A worker that dies is no result: the program then ends with one line that says which worker, and how.
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { isMainThread, Worker } from 'node:worker_threads';

type Unit = Worker | ChildProcess;

const ending = new WeakSet<Unit>();
const gone = new WeakSet<Unit>();
const children = new Set<ChildProcess>();
// The last one first: what the others use, such as a server, was started before them, and they would complain of its end.
process.on('exit', () => {
  for (const child of [...children].reverse()) child.kill('SIGKILL');
});

function stop(line: string): never {
  console.error(line);
  process.exit(1);
}

/** A dead process breaks its pipes a moment before the system says how it has died: that is then the line. */
const stopLater = (line: string) => setTimeout(() => stop(line), 1000);

if (isMainThread && process.send === undefined) process.on('uncaughtException', (error) => stopLater(`${error}`));

/** Watches a worker from now on: unless `end` is asked first, its end is the program's. */
export function watched<Each extends Unit>(worker: Each, name: string): Each {
  if (!(worker instanceof Worker)) children.add(worker);
  const fail = worker instanceof Worker ? stop : stopLater;
  worker.on('error', (error: Error) => fail(`${name} failed: ${error.message}`));
  worker.on('exit', (code: number | null, signal?: string | null) => {
    gone.add(worker);
    if (!(worker instanceof Worker)) children.delete(worker);
    if (signal) stop(`${name} was killed by ${signal}`);
    // The last message may arrive together with the end: whoever awaits it comes first.
    setImmediate(() => {
      if (!ending.has(worker)) stop(`${name} ended with code ${code} before its work was done`);
    });
    if (code !== 0 && !(worker instanceof Worker)) stop(`${name} ended with code ${code}`);
  });
  return worker;
}

/** Ends workers whose work is done, and waits until they are gone. */
export async function end(workers: readonly Unit[]): Promise<void> {
  for (const worker of workers) ending.add(worker);
  const alive = workers.filter((worker) => !gone.has(worker));
  const ends = alive.map((worker) => once(worker, 'exit'));
  for (const worker of alive) {
    if (worker instanceof Worker) void worker.terminate();
    else worker.disconnect();
  }
  await Promise.all(ends);
}
