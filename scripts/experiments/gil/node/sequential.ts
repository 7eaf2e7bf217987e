// A fixed amount of work in parts, one after the other: what threads and processes are compared with.
// node sequential.ts [parts] [limit]
import { warmUp } from '../../_shared/node/warm-up.ts';
import { work } from './_kernel.ts';
import { print } from './_print.ts';

const units = Number(process.argv[2] ?? 2);
const limit = Number(process.argv[3] ?? 1_000_000);

await warmUp(() => work(0, 1, 20_000));
const results = Array.from({ length: units }, (_, unit) => work(unit, units, limit));
print(results, () => 'main', 0);
