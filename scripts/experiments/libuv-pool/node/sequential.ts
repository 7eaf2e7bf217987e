// Asks for one thing after the other, and waits for each.
// node sequential.ts [sockets|files|slow-files|lookups|hashes|compression]
import { measure, numbers } from './_measure.ts';

await measure(process.argv[2] ?? 'files', async ({ count, act }, first, place) => {
  let sum = 0;
  for (const number of numbers(count, first)) sum += await act(number, place);
  return sum;
});
