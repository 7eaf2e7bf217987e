// Two child processes from this very file: which numbers has the operating system given them, and who sees a write?
// node process.ts
import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync, readlinkSync } from 'node:fs';
import { threadId } from 'node:worker_threads';

const now = () => performance.timeOrigin + performance.now();

/** As the kernel counts; where there is no /proc, as Node.js does. */
function osThread() {
  try {
    return readlinkSync('/proc/thread-self'); // <process>/task/<thread>
  } catch {
    return `${process.pid}/task/${threadId}`;
  }
}

let plain = 'before';
const shared = new Int32Array(new SharedArrayBuffer(4)); // cannot be sent: each process makes one of its own

const look = () => ({
  program: createHash('sha256')
    .update(readFileSync(import.meta.filename))
    .digest('hex'),
  pid: process.pid,
  thread: osThread(),
  plain,
  shared: Atomics.load(shared, 0),
  time: now(),
});
type Report = ReturnType<typeof look>;

async function work(name: string) {
  const began = now();
  if (name === 'writer') {
    plain = 'written';
    Atomics.store(shared, 0, 1);
  } else {
    await once(process, 'message'); // that the writer has written
  }
  process.send?.({ began, told: now(), report: look() }, () => process.disconnect?.());
}

async function main() {
  const began = now();
  const start = (name: string) => fork(import.meta.filename, [name]);
  const [reader, writer] = [start('reader'), start('writer')];
  const [wrote] = await once(writer, 'message');
  reader.send('written');
  const [read] = await once(reader, 'message');

  for (const [name, worker] of Object.entries({ writer: wrote, reader: read })) {
    const { program, pid, thread, time }: Report = worker.report;
    const [start, told, end] = [worker.began, worker.told, time].map((moment) => (moment - began).toFixed(3));
    console.log(`${name}: program ${program.slice(0, 8)}…, process ${pid}, thread ${thread}`);
    if (name === 'reader') console.log(`slice ${name} wait ${start} ${told}`);
    console.log(`slice ${name} run ${told} ${end}`);
  }
  const distinct = (key: 'program' | 'pid' | 'thread') => new Set([wrote.report[key], read.report[key]]).size;
  console.log(`the writer wrote '${wrote.report.plain}' and ${wrote.report.shared}`);
  console.log(
    `the reader read '${read.report.plain}' in a plain variable and ${read.report.shared} in a SharedArrayBuffer of its own`,
  );
  console.log(`programs = ${distinct('program')}`);
  console.log(`pids = ${distinct('pid')}`);
  console.log(`threads = ${distinct('thread')}`);
  console.log(`seen = ${read.report.shared}`);
  console.log(`seen-plain = ${read.report.plain === 'written' ? 1 : 0}`);
}

if (process.send) await work(process.argv[2] ?? 'reader');
else await main();
