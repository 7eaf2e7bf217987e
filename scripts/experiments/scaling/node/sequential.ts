// Every unit's steps, one unit after the other: what threads and processes are compared with.
// node sequential.ts [units] [nothing, line, lock or count] [steps]
import { warmUp } from '../../_shared/node/warm-up.ts';
import { counted, counters, work } from './_kernel.ts';
import { given, print } from './_print.ts';

const { units, kind, steps } = given();
await warmUp(() => work(0, kind, 20_000, counters()));
const shared = counters();
const results = Array.from({ length: units }, (_, unit) => work(unit, kind, steps, shared));
print(results, counted(shared));
