/**
 * Makes the mistakes of content/errors.yaml and prints what this Node.js says of each: its id, a tab, the message as JSON.
 * Each property below makes one mistake; its name is the id of the message.
 */
import { execFile, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { MessageChannel, Worker } from 'node:worker_threads';

/** A worker of these lines; its error is the caller's. */
const inAWorker = async (lines, options = {}) => {
  const worker = new Worker(lines, { eval: true, ...options });
  await once(worker, 'exit');
};

/** A child that runs these lines, with a channel. */
const child = (lines, options = {}) =>
  fork('-e', [lines], { execArgv: [], stdio: ['ignore', 'ignore', 'pipe', 'ipc'], ...options });

/** What a program of its own prints to standard error. */
const saidBy = (lines) =>
  new Promise((resolve) => {
    execFile(process.execPath, ['--input-type=module', '-e', lines], (_error, _out, said) => resolve(said));
  });

const OPENS_MANY = "import { open } from 'node:fs/promises'; for (;;) await open('/dev/null');";

const saidByShell = (command, lines) =>
  new Promise((resolve) => {
    execFile('sh', ['-c', command, process.execPath, lines], (_error, _out, said) => resolve(said));
  });

const mistakes = {
  'worker-out-of-memory': () =>
    inAWorker('const kept = []; for (;;) kept.push({});', { resourceLimits: { maxOldGenerationSizeMb: 8 } }),
  'data-clone-error': () => structuredClone({ answer: () => 42 }),
  'detached-array-buffer': () => {
    const buffer = new ArrayBuffer(8);
    structuredClone(buffer, { transfer: [buffer] });
    return new Uint8Array(buffer);
  },
  'detached-clone': () => {
    const buffer = new ArrayBuffer(8);
    structuredClone(buffer, { transfer: [buffer] });
    return structuredClone(buffer);
  },
  'transfer-list': () => {
    const { port1 } = new MessageChannel();
    try {
      port1.postMessage(1, [new Uint8Array(1)]);
    } finally {
      port1.close();
    }
  },
  'missing-transfer': () => {
    const { port1, port2 } = new MessageChannel();
    try {
      port1.postMessage(port2);
    } finally {
      port1.close();
    }
  },
  'worker-unsupported': () => inAWorker('process.chdir("/");'),
  'worker-path': () => new Worker('worker.js'),
  'worker-not-running': async () => {
    const worker = new Worker('', { eval: true });
    await once(worker, 'exit');
    await worker.getHeapSnapshot();
  },
  'worker-exec-argv': () => new Worker('', { eval: true, execArgv: ['--max-old-space-size=64'] }),
  'document-undefined': () => inAWorker('document.title'),
  'worker-undefined': () => saidBy("new Worker('worker.js')"),
  'max-listeners': () =>
    saidBy(
      "import { Worker } from 'node:worker_threads'; const worker = new Worker('', { eval: true }); for (let count = 0; count < 11; count++) worker.on('message', () => {});",
    ),
  'not-shared-array': () => Atomics.wait(new Int32Array(new ArrayBuffer(4)), 0, 0, 0),
  'ipc-channel-closed': async () => {
    const ended = child('');
    await once(ended, 'exit');
    ended.send('too late');
    await once(ended, 'never');
  },
  'serialize-bigint': () => whileAChildLives((living) => living.send({ count: 1n })),
  'invalid-message': () => whileAChildLives((living) => living.send(() => 42)),
  'circular-json': () =>
    whileAChildLives((living) => {
      const circle = {};
      circle.itself = circle;
      living.send(circle);
    }),
  'max-buffer': () =>
    new Promise((_resolve, reject) => {
      execFile(process.execPath, ['-p', '"x".repeat(100)'], { maxBuffer: 10 }, reject);
    }),
  'spawn-enoent': () => once(spawn('no-such-program'), 'exit'),
  'econnreset-ipc': async () => {
    const closing = spawn('sh', ['-c', 'exec 0<&-; echo closed; sleep 60'], { stdio: ['pipe', 'pipe', 'ignore'] });
    try {
      await once(closing.stdout, 'data');
      closing.stdin.write('too late');
      await once(closing.stdin, 'close');
    } finally {
      closing.kill();
    }
  },
  emfile: () => saidByShell('ulimit -n 64; exec "$0" --input-type=module -e "$1"', OPENS_MANY),
  'address-in-use': async () => {
    const [one, other] = [createServer(), createServer()];
    try {
      await once(one.listen(0, '127.0.0.1'), 'listening');
      await once(other.listen(one.address().port, '127.0.0.1'), 'listening');
    } finally {
      one.close();
    }
  },
};

/** Gives what is done to a child that waits for messages, and ends it. */
async function whileAChildLives(act) {
  const living = child('process.on("message", () => {})');
  try {
    await act(living);
  } finally {
    living.kill();
  }
}

/** As the console prints it: the class, the code if it has one, the message. */
function inWords(error) {
  const [first = ''] = (error.stack ?? '').split('\n    at ');
  return typeof error.code === 'string' && !first.includes(error.code)
    ? `${error.name} [${error.code}]: ${error.message}`
    : first;
}

for (const [id, make] of Object.entries(mistakes)) {
  const said = await (async () => {
    try {
      const told = await make();
      return typeof told === 'string' ? told : 'nothing happened';
    } catch (error) {
      return inWords(error);
    }
  })();
  console.log(`${id}\t${JSON.stringify(said)}`);
}
process.exit();
