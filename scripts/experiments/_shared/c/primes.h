/* Prime numbers by trial division: work that only computes. */
#ifndef SHARED_PRIMES_H
#define SHARED_PRIMES_H
#include "kernel.h"

static KERNEL long count_primes(int start, int end) {
  long primes = 0;
  for (int number = start < 2 ? 2 : start; number < end; number++) {
    int divisor = 2;
    while (divisor * divisor <= number && number % divisor != 0) divisor++;
    if (divisor * divisor > number) primes++;
  }
  return primes;
}
#endif
