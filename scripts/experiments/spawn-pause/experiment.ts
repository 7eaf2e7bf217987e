/**
 * A server's main loop turns, and now and then starts a worker: for how long does nothing else get its turn? The longest time
 * between two turns from before the call until the worker is gone; the median over the starts, beside the same without any.
 * fork copies the page tables of all the memory that the parent has touched, in the thread that calls it; posix_spawn and
 * vfork do not, and starting a thread is the control. The child runs `true`. Between two turns lies nothing but the clock.
 */
import { defineExperiment } from '../../harness/definition/experiment.ts';

/** Workers started one after the other, after a few that are not timed. */
const STARTS = '15';

export default defineExperiment({
  title: 'Pause while spawning',
  question: "For how long does a server's loop stand still while it starts a process, and does its size matter?",
  order: 25,
  quick: false,
  axis: { label: 'memory the parent has touched', unit: 'MiB', log: false },
  metrics: {
    silence: { label: 'Longest silence of the loop while a worker starts and ends', unit: 'ms', better: 'lower' },
    'silence-without': { label: 'Longest silence in as long a time without a start', unit: 'ms', better: 'lower' },
    call: { label: 'Time until the call that starts the worker returns', unit: 'ms', better: 'lower' },
    resident: { label: 'Resident memory of the parent after the starts, the control', unit: 'MiB', better: 'neither' },
    result: { label: 'Workers that started and ended well', unit: 'count', better: 'neither', result: true },
  },
  cases: {
    'parent-0': { label: 'parent of 0 MiB', args: ['0', STARTS], x: 0, quick: true },
    'parent-512': { label: 'parent of 512 MiB', args: ['512', STARTS], x: 512, quick: true },
    'parent-2048': { label: 'parent of 2,048 MiB', args: ['2048', '7'], x: 2048 },
  },
  variants: {
    thread: { label: 'thread', kind: 'thread' },
    process: { label: "process, the runtime's usual way to run a program", kind: 'process' },
    'process.fork': { label: 'fork, without another program', kind: 'process', languages: ['python'] },
    'process.posix-spawn': { label: 'posix_spawn', kind: 'process', languages: ['c'] },
  },
  pinning: 'free',
  timeLimit: 30,
  rounds: 'ratios',
});
