// A child process that does one task after the other, as they come.
import { warmUp } from '../../_shared/node/warm-up.ts';
import { task } from './_kernel.ts';

process.on('message', async (steps: number | 'warm up') => {
  if (steps === 'warm up') await warmUp(() => task(20_000));
  process.send?.(steps === 'warm up' ? 'warm' : task(steps));
});
