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
  // Asked for in a frame only: in a worker it would end the page. One array grows until the engine can hold it no longer.
  'out-of-memory'() {
    const hoard: number[] = [];
    for (;;) hoard.push(0);
  },
};

export type Fault = keyof typeof faults;

export function failAs(fault: Fault): void {
  faults[fault]();
}
