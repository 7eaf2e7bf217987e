// Counting in one place of shared memory, in four forms: the loops, the gate at which two units meet, and the report.

export type Memory = { counter: Int32Array & { 0: number }; lock: Int32Array; gate: Int32Array };

/** How often each unit counts, in every form. */
export const COUNTS = 200_000;

export const shared = (): Memory => {
  const [counter, lock, gate] = [4, 4, 4].map((bytes) => new Int32Array(new SharedArrayBuffer(bytes)));
  return { counter, lock, gate } as Memory;
};

function plain({ counter }: Memory, counts: number) {
  for (let i = 0; i < counts; i++) counter[0]++;
}

function addOne(value: number) {
  return value + 1;
}

function called({ counter }: Memory, counts: number) {
  for (let i = 0; i < counts; i++) counter[0] = addOne(counter[0]);
}

function atomic({ counter }: Memory, counts: number) {
  for (let i = 0; i < counts; i++) Atomics.add(counter, 0, 1);
}

function locked({ counter, lock }: Memory, counts: number) {
  for (let i = 0; i < counts; i++) {
    while (Atomics.exchange(lock, 0, 1) === 1) Atomics.wait(lock, 0, 1);
    counter[0]++;
    Atomics.store(lock, 0, 0);
    Atomics.notify(lock, 0, 1);
  }
}

const forms = { plain, called, atomic, locked };
export type Form = keyof typeof forms;
export const isForm = (name: string): name is Form => Object.hasOwn(forms, name);

/** Counts as soon as the other unit is here too, or one could be done before the other begins. */
export function count(form: Form, memory: Memory, counts: number): void {
  Atomics.add(memory.gate, 0, 1);
  while (Atomics.load(memory.gate, 0) < 2); // without sleeping, so that both begin at once
  forms[form](memory, counts);
}

export function printTotals(totals: readonly number[], counts: number): void {
  for (const total of totals) console.log(`counted ${total} of ${2 * counts}`);
  console.log(`additions = ${2 * counts * totals.length}`);
  console.log(`lost = ${totals.reduce((lost, total) => lost + 2 * counts - total, 0)}`);
  console.log(`outcomes = ${new Set(totals).size}`);
}
