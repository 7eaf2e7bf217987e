// Two sides take turns, and one of them takes the time. The program says how a turn is given away and waited for.
import { median } from '../../_shared/node/median.ts';

const BATCHES = 20;
/** One byte of every page, and each on a cache line of its own. */
const STRIDE = 4096 + 64;
type Switches = Pick<NodeJS.ResourceUsage, 'voluntaryContextSwitches' | 'involuntaryContextSwitches'>;

const [roundTrips = 2000, pages = 0] = process.argv.slice(2).map(Number);

/** The memory of one side. */
export const ownPages = () => new Uint8Array(pages * STRIDE);

export function walk(memory: Uint8Array) {
  for (let i = 0; i < memory.length; i += STRIDE) memory[i] = i;
}

/** How many hand-overs were made; µs of one without the walks through memory, and of one side's walk. */
export function measure(handOver: () => void) {
  const [memory, other] = [ownPages(), ownPages()];
  const both = () => {
    walk(memory);
    walk(other);
  };
  const turns = () => {
    walk(memory);
    handOver();
  };
  const batch = (act: () => void) => {
    const start = performance.now();
    for (let i = 0; i < roundTrips; i++) act();
    return ((performance.now() - start) / roundTrips / 2) * 1000;
  };
  let handOvers = 0;
  const batchOfTurns = () => {
    const time = batch(turns);
    handOvers += 2 * roundTrips;
    return time;
  };
  batch(both); // warm-up
  batchOfTurns();
  // In turn, so that both meet the machine at the same speed.
  const pairs = Array.from({ length: BATCHES }, () => ({ walks: batch(both), turns: batchOfTurns() }));
  return {
    handOvers,
    handOver: median(pairs.map((pair) => pair.turns - pair.walks)),
    walks: median(pairs.map((pair) => pair.walks)),
  };
}

/** Once the other side is gone. Only where every hand-over was one switch is the figure one. */
export function report(figures: ReturnType<typeof measure>, ...used: Switches[]) {
  const { handOvers } = figures;
  const waiting = used.reduce((sum, { voluntaryContextSwitches }) => sum + voluntaryContextSwitches, 0);
  const preempted = used.reduce((sum, { involuntaryContextSwitches }) => sum + involuntaryContextSwitches, 0);
  const each = (waiting + preempted) / handOvers;
  console.log(`${handOvers} hand-overs: ${waiting} by waiting, ${preempted} by being preempted`);
  if (each > 0.9 && each < 1.1) console.log(`switch = ${figures.handOver.toFixed(3)} µs`);
  console.log(`hand-over = ${figures.handOver.toFixed(3)} µs`);
  console.log(`hand-overs = ${handOvers}`);
  console.log(`walk = ${figures.walks.toFixed(3)} µs`);
  console.log(`switches = ${waiting + preempted}`);
  console.log(`switches-per-hand-over = ${each.toFixed(3)}`);
}
