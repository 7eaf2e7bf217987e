// The ways in which a Web Worker or a frame can fail. Those of node/_worker.mjs that a browser has.

const faults = {
  exception() {
    throw new Error('uncaught');
  },
  // The engine's own limit, well before the stack ends.
  recursion() {
    const dive = (): number => dive() + 1;
    dive();
  },
  'endless-loop'() {
    for (;;);
  },
  // Asked for in a frame only: in a worker it would end the page. Filled arrays, 8 MiB each, up to the engine's limit, which
  // is 4 GiB or less; past 5 GiB it gives up and says so, since then there was no such limit. It pauses after each one,
  // because a message leaves a busy frame no sooner.
  'out-of-memory'(tell: (filled: number) => void) {
    const hoard: number[][] = [];
    const fill = () => {
      if (hoard.length === 640) throw new Error('no limit was met in 5 GiB');
      hoard.push(new Array<number>(2 ** 20).fill(0.5));
      tell(hoard.length * 8);
      setTimeout(fill, 0);
    };
    fill();
  },
};

export type Fault = keyof typeof faults;

/** @param tell hears how many MiB are filled */
export function failAs(fault: Fault, tell: (filled: number) => void): void {
  faults[fault](tell);
}
