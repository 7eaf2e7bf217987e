/** A known amount of work, made longer by a known factor: `node calibration-program.ts [factor]`. */
const factor = Number(process.argv[2] ?? 1);
const BATCHES = 11;
const STEPS = 600_000;

/** A busy loop: numbers that depend on the one before, so that nothing can be left out. */
function work(steps: number): number {
  let state = 88_172_645;
  for (let step = 0; step < steps; step++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
  }
  return state;
}

let last = work(STEPS); // The compiler's turn; not counted.
const times: number[] = [];
for (let batch = 0; batch < BATCHES; batch++) {
  const start = performance.now();
  last ^= work(Math.round(STEPS * factor));
  times.push(performance.now() - start);
}
const [median] = times.sort((a, b) => a - b).slice(Math.floor(BATCHES / 2));
console.log(`computed ${last}`);
console.log(`time = ${median} ms`);
