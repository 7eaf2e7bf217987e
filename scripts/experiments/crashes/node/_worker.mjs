// A worker, thread or process, that fails in the way it is told to. How it ended, and by which error, proves that it did.
import { setFlagsFromString } from 'node:v8';
import { parentPort } from 'node:worker_threads';

const faults = {
  exception() {
    throw new Error('uncaught');
  },
  // The same; the host of the thread does not listen for errors.
  'exception-unheard'() {
    throw new Error('uncaught, and nobody listens');
  },
  rejection() {
    Promise.reject(new Error('unhandled rejection'));
  },
  exit() {
    process.exit(3);
  },
  abort() {
    process.abort();
  },
  // JavaScript has no wild pointers. This V8 debugging function executes a breakpoint instruction, a real CPU fault.
  trap() {
    setFlagsFromString('--allow-natives-syntax');
    new Function('%SystemBreak()')();
  },
  // Native code in this very process; the host has built it.
  'native-fault'() {
    process.dlopen({ exports: {} }, process.argv[3]);
  },
  // The engine's own limit, well before the stack ends.
  recursion() {
    const dive = () => dive() + 1;
    dive();
  },
  // Bounded: the host gives the worker a heap of 32 MiB.
  'out-of-memory'() {
    const hoard = [];
    for (;;) hoard.push({ n: hoard.length });
  },
  // The same limit, reached by another way of taking memory.
  'out-of-memory-arrays'() {
    const hoard = [];
    for (;;) hoard.push(new Array(100).fill(0.5));
  },
  sigterm() {
    process.kill(process.pid, 'SIGTERM');
  },
  sigkill() {
    process.kill(process.pid, 'SIGKILL');
  },
  'endless-loop'() {
    const host = process.ppid;
    while (process.ppid === host); // without its host nobody would end it
  },
};

(parentPort ?? process).once('message', () => {
  faults[process.argv[2]]();
});
