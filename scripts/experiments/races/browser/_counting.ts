// Counting in shared memory, plain and with Atomics: the two loops of node/thread.ts, for a browser's Web Worker.

type Counter = Int32Array & { 0: number };

function plain(counter: Counter, counts: number) {
  for (let i = 0; i < counts; i++) counter[0]++;
}

function atomic(counter: Counter, counts: number) {
  for (let i = 0; i < counts; i++) Atomics.add(counter, 0, 1);
}

export function countAs(form: 'plain' | 'atomic', counter: Int32Array, counts: number): void {
  if (form === 'plain') plain(counter as Counter, counts);
  else atomic(counter as Counter, counts);
}
