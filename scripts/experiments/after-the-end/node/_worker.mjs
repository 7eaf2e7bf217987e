// A worker, thread or child process, that takes 64 MiB and ends when it is asked to.
import { parentPort } from 'node:worker_threads';

const how = process.argv[2];
globalThis.taken = // held until the end: what nothing refers to is collected
  how === 'small'
    ? Array.from({ length: 65_536 }, (_, index) => new Array(128).fill(index + 0.5)) // doubles: 1 KiB each
    : Buffer.alloc(64 * 2 ** 20, 1);
const size =
  how === 'small' ? globalThis.taken.reduce((sum, { length }) => sum + 8 * length, 0) : globalThis.taken.length;

(parentPort ?? process).once('message', () => (parentPort ? parentPort.close() : process.disconnect()));
(parentPort ?? { postMessage: (message) => process.send(message) }).postMessage(size);
