// The main thread ticks every 5 ms. Work comes in, and it does it in chunks, ticking in between: how long is the longest
// silence?
// node event-loop.ts [jobs] [limit]
import { setImmediate } from 'node:timers/promises';
import { countPrimes } from '../../_shared/node/primes.ts';
import { warmUp } from '../../_shared/node/warm-up.ts';
import { given, tickWhile } from './_ticking.ts';

const CHUNK = 5000;

const { jobs, limit } = given();
await warmUp(() => countPrimes(0, 20_000));
await tickWhile('main', async () => {
  let primes = 0;
  for (let job = 0; job < jobs; job++) {
    for (let start = 0; start < limit; start += CHUNK) {
      primes += countPrimes(start, Math.min(start + CHUNK, limit));
      await setImmediate(); // the event loop may do something else now
    }
  }
  return primes;
});
