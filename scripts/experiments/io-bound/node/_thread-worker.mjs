// A worker thread that fetches the pages it is asked for, many at a time.
import { parentPort } from 'node:worker_threads';
import { fetchPage } from './_fetch.mjs';

parentPort.on('message', async (url) => parentPort.postMessage(await fetchPage(url)));
