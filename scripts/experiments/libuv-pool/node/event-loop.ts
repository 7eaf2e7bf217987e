// Asks for everything at once, and leaves the rest to Node.js: to its loop, or to a pool of so many threads.
// node event-loop.ts [sockets|files|slow-files|lookups|hashes|compression] [threads of the pool]
import { measure, numbers, sum } from './_measure.ts';

process.env.UV_THREADPOOL_SIZE = process.argv[3] ?? '4'; // read when the pool gets its first task

await measure(process.argv[2] ?? 'files', async ({ count, act }, first, place) =>
  sum(await Promise.all(numbers(count, first).map((number) => act(number, place)))),
);
