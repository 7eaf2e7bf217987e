// A worker thread that fetches the pages it is asked for, many at a time.
import { parentPort, workerData } from 'node:worker_threads';
import { fetchPage, warmUp } from './_fetch.mjs';

await warmUp(workerData);
parentPort.on('message', async (url) => parentPort.postMessage(await fetchPage(url)));
parentPort.postMessage('ready');
