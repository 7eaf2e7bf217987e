/** How fast this machine is right now: arithmetic in registers, and reads that depend on each other and miss the caches. */
const REPETITIONS = 8;
const ARITHMETIC_STEPS = 2_000_000;
const READS = 200_000;
/** 64 MiB: more than the share of the last cache that one core has. */
const TABLE = new Int32Array(1 << 24).fill(2);

function integer(): number {
  let state = 88_172_645;
  for (let step = 0; step < ARITHMETIC_STEPS; step++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
  }
  return state;
}

/** i → 5 i + 3 visits every place of a table whose length is a power of two; 2 of the 3 come from the table. */
function memory(): number {
  let at = 1;
  for (let read = 0; read < READS; read++) at = (5 * at + 1 + (TABLE[at] ?? 0)) & (TABLE.length - 1);
  return at;
}

/** ms of the quickest repetition: the first ones are the compiler's, and a disturbance only ever makes one longer. */
function quickest(work: () => number): number {
  let [best, done] = [Number.POSITIVE_INFINITY, 0];
  for (let repetition = 0; repetition < REPETITIONS; repetition++) {
    const start = performance.now();
    done += work();
    best = Math.min(best, performance.now() - start);
  }
  console.log(`computed ${done}`);
  return best;
}

console.log(`integer = ${quickest(integer)} ms`);
console.log(`memory = ${quickest(memory)} ms`);
