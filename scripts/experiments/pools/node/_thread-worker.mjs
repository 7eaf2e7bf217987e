// A worker thread that does one task after the other, as they come.
import { parentPort } from 'node:worker_threads';
import { task } from './_kernel.mjs';

parentPort.on('message', (steps) => parentPort.postMessage(task(steps)));
