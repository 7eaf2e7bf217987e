/** The first version of an experiment: two workers add up numbers, in threads and in processes, and a page shows it. */
import { join } from 'node:path';
import { discoverExperiments } from '../harness/definition/discover.ts';
import { claimPage } from './claim-page.ts';
import { checkName, lastPlace, titleOf } from './new-page.ts';
import type { Fresh } from './write-new.ts';

const definition = (
  title: string,
  order: number,
): string => `import { defineExperiment } from '../../harness/definition/experiment.ts';

export default defineExperiment({
  title: '${title}',
  question: 'Do two threads add up numbers sooner than two processes?',
  order: ${order},
  metrics: {
    time: { label: 'Time until both workers have answered', unit: 'ms', better: 'lower' },
    sum: { label: 'What they added up', unit: 'count', better: 'neither', result: true },
  },
  cases: {
    'numbers-100000': { label: '100,000 numbers each', args: ['100000'], quick: true },
  },
  variants: {
    thread: { label: 'two threads', kind: 'thread' },
    process: { label: 'two processes', kind: 'process' },
  },
  pinning: 'free',
  timeLimit: 20,
  rounds: 'ratios',
});
`;

const nodeWork = `/** The numbers below \`count\`, added up. */
export function addUp(count: number): number {
  let sum = 0;
  for (let number = 0; number < count; number++) sum += number;
  return sum;
}
`;

interface Unit {
  plural: string;
  /** What a program of the language imports and writes to make a worker, to ask one, and to be one. */
  node: { imports: string; isParent: string; worker: string; ask: string; port: string; answer: string };
  python: {
    imports: string;
    shared: string;
    worker: string;
    queue: string;
    first: string;
    started: string;
    join: string;
  };
}

const UNITS: Record<'thread' | 'process', Unit> = {
  thread: {
    plural: 'threads',
    node: {
      imports:
        "import { once } from 'node:events';\nimport { isMainThread, parentPort, Worker } from 'node:worker_threads';",
      isParent: 'isMainThread',
      worker: 'new Worker(new URL(import.meta.url))',
      ask: 'postMessage',
      port: 'parentPort?',
      answer: 'parentPort?.postMessage(',
    },
    python: {
      imports: 'import queue\nimport sys\nimport threading\nimport time',
      shared: 'workers import watch_threads',
      worker: 'threading.Thread',
      queue: 'queue.SimpleQueue',
      first: '    watch_threads()\n',
      started: '',
      join: '    for worker in workers:\n        worker.join()',
    },
  },
  process: {
    plural: 'processes',
    node: {
      imports: "import { fork } from 'node:child_process';\nimport { once } from 'node:events';",
      isParent: 'process.send === undefined',
      worker: 'fork(new URL(import.meta.url))',
      ask: 'send',
      port: 'process',
      answer: 'process.send?.(',
    },
    python: {
      imports: 'import multiprocessing\nimport sys\nimport time',
      shared: 'children import join_all, watch',
      worker: 'multiprocessing.Process',
      queue: 'multiprocessing.SimpleQueue',
      first: '',
      started: '    watch(workers)\n',
      join: '    join_all(workers)',
    },
  },
};

function nodeProgram(unit: keyof typeof UNITS): string {
  const { plural, node } = UNITS[unit];
  return `// Two ${plural} add up numbers. The time to start them is part of it.
// node ${unit}.ts [numbers each]
${node.imports}
import { end, watched } from '../../_shared/node/workers.ts';
import { addUp } from './_work.ts';

if (${node.isParent}) {
  const count = Number(process.argv[2] ?? 100_000);
  const began = performance.now();
  const workers = [1, 2].map((number) => watched(${node.worker}, \`${unit}-\${number}\`));
  for (const worker of workers) worker.${node.ask}(count);
  const answers = await Promise.all(workers.map((worker) => once(worker, 'message')));
  console.log(\`time = \${(performance.now() - began).toFixed(3)} ms\`);
  console.log(\`sum = \${answers.reduce((sum, [answer]) => sum + Number(answer), 0)}\`);
  await end(workers);
} else {
  ${node.port}.on('message', (count) => ${node.answer}addUp(Number(count))));
}
`;
}

function pythonProgram(unit: keyof typeof UNITS): string {
  const { plural, python } = UNITS[unit];
  return `"""Two ${plural} add up numbers. The time to start them is part of it.

python3 ${unit}.py [numbers each]
"""
${python.imports}

from _shared.${python.shared}


def add_up(count, answers):
    answers.put(sum(range(count)))


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    answers = ${python.queue}()
    workers = [${python.worker}(target=add_up, args=(count, answers)) for _ in range(2)]
${python.first}
    began = time.perf_counter()
    for worker in workers:
        worker.start()
${python.started}    total = sum(answers.get() for _ in workers)
    print(f"time = {(time.perf_counter() - began) * 1000:.3f} ms")
    print(f"sum = {total}")
${python.join}


if __name__ == "__main__":
    main()
`;
}

/** Its programs in Node.js and Python, and its page. */
export async function newExperiment(root: string, id: string): Promise<Fresh> {
  checkName(id);
  const known = await discoverExperiments(join(root, 'scripts/experiments'));
  const order = Math.max(0, ...known.map(({ definition }) => definition.order)) + 1;
  const folder = `scripts/experiments/${id}`;
  return {
    files: {
      [`${folder}/experiment.ts`]: definition(titleOf(id), order),
      [`${folder}/node/_work.ts`]: nodeWork,
      [`${folder}/node/thread.ts`]: nodeProgram('thread'),
      [`${folder}/node/process.ts`]: nodeProgram('process'),
      [`${folder}/python/thread.py`]: pythonProgram('thread'),
      [`${folder}/python/process.py`]: pythonProgram('process'),
      [`content/docs/claims/${id}.mdx`]: claimPage(id, titleOf(id), lastPlace(root, 'claims')),
    },
    links: { [`${folder}/python/_shared`]: '../../_shared/python' },
    next: `npm run measure -- --only ${id}, then npm run build -- --no-measure and npm run preview.`,
  };
}
