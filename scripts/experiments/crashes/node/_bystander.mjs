// An innocent worker, thread or process: it tells the host the time every few milliseconds.
import { parentPort } from 'node:worker_threads';

setInterval(() => (parentPort ? parentPort.postMessage(Date.now()) : process.send(Date.now())), 5);
