// Two processes hand a byte back and forth through two named pipes: on one core, each hand-over is a context switch.
// The figure is half a round trip, so it includes the system calls that ask for the switch, and Node's own way to them.
// node process.ts [round trips per batch] [pages each side touches]
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { closeSync } from 'node:fs';
import { end, watched } from '../../_shared/node/workers.ts';
import { measure, report } from './_hand_over.ts';
import { answer, makePipes } from './_pipes.ts';

if (process.send === undefined) {
  const { paths, open } = makePipes();
  const env = { ...process.env, PING: paths[0], PONG: paths[1] };
  const child = watched(fork(import.meta.filename, process.argv.slice(2), { env }), 'process-1');
  await once(child, 'message'); // a dead one would never open its end of the pipes
  const { write, handOver } = open();
  const figures = measure(handOver);
  const told = once(child, 'message');
  closeSync(write); // the other process reads the end of the pipe, says what it used, and exits
  const [childsUse] = await told;
  await end([child]);
  report(figures, process.resourceUsage(), childsUse);
} else {
  process.send('ready');
  answer(process.env.PING ?? '', process.env.PONG ?? '');
  process.send(process.resourceUsage());
}
