// A fixed amount of work in parts, one after the other: what threads and processes are compared with.
// node sequential.ts [parts] [limit]
import { countPrimes, work } from './_kernel.ts';
import { print } from './_print.ts';

const units = Number(process.argv[2] ?? 2);
const limit = Number(process.argv[3] ?? 1_000_000);

countPrimes(0, 20_000); // warms up: the engine has compiled it now
const created = performance.now();
const results = Array.from({ length: units }, (_, unit) => work(unit, units, limit));
print(results, () => 'main', performance.now() - created);
