// A worker thread that reads files, one after the other.
import { readFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';

parentPort.on('message', (paths) => {
  parentPort.postMessage(paths.reduce((bytes, path) => bytes + readFileSync(path).length, 0));
});
parentPort.postMessage('ready');
