// An innocent worker, thread or process: it tells the host the time every few milliseconds.
import { writeSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';

const port = workerData ?? parentPort; // of the host, where another worker started this one
let noticed = 0;
process.once('disconnect', () => {
  noticed = 1; // the channel to whoever started it is gone; its other pipe, if it has one, leads to the host
});

setInterval(() => {
  if (port) port.postMessage(Date.now());
  else if (process.argv[2] === 'pipe') write(`${Date.now()} ${noticed} ${process.pid}\n`);
  else process.send(Date.now());
}, 5);

function write(line) {
  try {
    writeSync(3, line);
  } catch {
    process.exit(); // the host is gone too
  }
}
