// Prime numbers by trial division: work that only computes. Runs the same in Node.js and in a browser.
export function countPrimes(start: number, end: number): number {
  let primes = 0;
  for (let number = Math.max(start, 2); number < end; number++) {
    let divisor = 2;
    while (divisor * divisor <= number && number % divisor !== 0) divisor++;
    if (divisor * divisor > number) primes++;
  }
  return primes;
}
