// Two accounts, each with a lock, and two units that move money, one each way. Each unit locks the account it takes from, then
// the other: now and then both hold one lock and wait for the other's for ever. Here they give up, so that it can be counted.

const PATIENCE = 20; // ms

export interface Bank {
  locks: Int32Array;
  balances: Int32Array;
  /** Holds one lock, and has not got the other. */
  waiting: Int32Array;
  /** How many units have come to the start. */
  gate: Int32Array;
}

export const openBank = (): Bank => {
  const pair = () => new Int32Array(new SharedArrayBuffer(8));
  return { locks: pair(), balances: pair(), waiting: pair(), gate: pair() };
};

/** Takes the lock of an account; false if that takes longer than `patience` ms. */
function lock({ locks }: Bank, account: number, patience = Number.POSITIVE_INFINITY) {
  while (Atomics.exchange(locks, account, 1) === 1) {
    if (Atomics.wait(locks, account, 1, patience) === 'timed-out') return false;
  }
  return true;
}

function unlock({ locks }: Bank, account: number) {
  Atomics.store(locks, account, 0);
  Atomics.notify(locks, account, 1);
}

/** Moves money once both units are here. Whether they came to a standstill. */
export function moveMoney(bank: Bank, from: number, order: string, transfers: number): boolean {
  const to = 1 - from;
  const [first, second] = order === 'same' ? [0, 1] : [from, to];
  Atomics.add(bank.gate, 0, 1);
  while (Atomics.load(bank.gate, 0) < 2); // without sleeping, so that both begin at once
  for (let i = 0; i < transfers; i++) {
    lock(bank, first);
    Atomics.store(bank.waiting, from, 1);
    const locked = lock(bank, second, PATIENCE);
    const stuck = !locked && Atomics.load(bank.waiting, to) === 1; // each waits for what the other holds
    Atomics.store(bank.waiting, from, 0);
    if (locked) {
      Atomics.sub(bank.balances, from, 1);
      Atomics.add(bank.balances, to, 1);
      unlock(bank, second);
    }
    unlock(bank, first);
    if (!locked) return stuck;
  }
  return false;
}
