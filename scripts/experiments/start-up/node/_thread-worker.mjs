// The first useful act of a worker thread: add up some numbers and tell the parent.
import { parentPort } from 'node:worker_threads';

let sum = 0;
for (let number = 0; number < 1000; number++) sum += number;
parentPort.postMessage(sum);
