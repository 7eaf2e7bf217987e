// The main thread ticks every 5 ms. Work comes in, and it does it in place: how long is the longest silence?
// node sequential.ts [jobs] [limit]

import { countPrimes } from '../../_shared/node/primes.ts';
import { warmUp } from '../../_shared/node/warm-up.ts';
import { given, tickWhile } from './_ticking.ts';

const { jobs, limit } = given();
await warmUp(() => countPrimes(0, 20_000));
await tickWhile('main', () => {
  let primes = 0;
  for (let job = 0; job < jobs; job++) primes += countPrimes(0, limit);
  return primes;
});
