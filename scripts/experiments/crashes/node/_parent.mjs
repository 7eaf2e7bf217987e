// A worker, thread or process, that has started the innocent one, and ends when it is told to.
import { fork } from 'node:child_process';
import { parentPort, Worker, workerData } from 'node:worker_threads';

const bystander = new URL('./_bystander.mjs', import.meta.url);
if (parentPort) new Worker(bystander, { workerData, transferList: [workerData] });
else fork(bystander, ['pipe'], { stdio: ['ignore', 'inherit', 'inherit', 3, 'ipc'] });
(parentPort ?? process).once('message', () => (parentPort ? process.exit(3) : process.kill(process.pid, 'SIGKILL')));
