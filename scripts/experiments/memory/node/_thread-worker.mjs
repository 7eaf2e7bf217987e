// A worker thread that holds some memory of its own and waits to be stopped.
import { parentPort } from 'node:worker_threads';

const own = Buffer.alloc(Number(process.argv[2]) * 2 ** 20, 1);
parentPort.once('message', () => parentPort.postMessage(own.length));
parentPort.postMessage(own.length);
