// Worker threads of the program's own, each of which does its share with functions that block. Sockets have none.
// node thread.ts [files|slow-files|hashes|compression] [threads]
import { once } from 'node:events';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { watched } from '../../_shared/node/workers.ts';
import { KINDS } from './_kinds.ts';
import { measure, numbers, sum } from './_measure.ts';

const [name = 'files', threads = '4'] = process.argv.slice(2);

if (isMainThread) {
  const workers = Array.from({ length: Number(threads) }, (_, unit) =>
    watched(new Worker(new URL(import.meta.url), { argv: [name] }), `thread-${unit + 1}`),
  );
  await Promise.all(workers.map((worker) => once(worker, 'message')));
  await measure(name, async ({ count }, first, place) => {
    const answers = workers.map(async (worker, unit): Promise<number> => {
      const share = numbers(count, first).filter((number) => number % workers.length === unit);
      worker.postMessage({ share, place });
      const [answer] = await once(worker, 'message');
      return answer;
    });
    return sum(await Promise.all(answers));
  });
} else {
  const block = KINDS[name]?.block;
  if (!block) throw new Error(`expected work that can block, found "${name}"`);
  parentPort?.on('message', ({ share, place }: { share: number[]; place: string }) =>
    parentPort?.postMessage(sum(share.map((number) => block(number, place)))),
  );
  parentPort?.postMessage('ready');
}
