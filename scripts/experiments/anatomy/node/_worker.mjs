// What each of two workers does: the writer writes to two variables; the reader reads them when it has heard of that. Then they
// report. A thread runs this file, or a process does.
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync, readlinkSync, statSync } from 'node:fs';
import { parentPort, threadId, workerData } from 'node:worker_threads';

const now = () => Number(process.hrtime.bigint()) / 1e6; // as in _shared: this file is copied, alone

/** As the kernel counts; where there is no /proc, as Node.js does. */
function osThread() {
  try {
    return readlinkSync('/proc/thread-self'); // <process>/task/<thread>
  } catch {
    return `${process.pid}/task/${threadId}`;
  }
}

let plain = 'before';
const shared = workerData ?? new Int32Array(new SharedArrayBuffer(4)); // cannot be sent to a process: each makes its own
const name = process.argv[2];

const digest = createHash('sha256')
  .update(readFileSync(import.meta.filename))
  .digest('hex');
const look = () => ({
  program: `${digest}, run by file ${statSync(process.execPath).ino}`,
  pid: process.pid,
  thread: osThread(),
  plain,
  shared: Atomics.load(shared, 0),
});

const port = parentPort ?? process;
const send = (report) => (parentPort ? parentPort.postMessage(report) : process.send(report));
port.on('message', () => {}); // stays until it is ended

const began = now();
if (name === 'writer') {
  plain = 'written';
  Atomics.store(shared, 0, 1);
} else {
  await once(port, 'message'); // that the writer has written
}
send({ name, began, told: now(), ...look(), ended: now() });
