"""Prime numbers by trial division: work that only computes, and holds the GIL."""


def count_primes(start, end):
    primes = 0
    for number in range(max(start, 2), end):
        divisor = 2
        while divisor * divisor <= number and number % divisor != 0:
            divisor += 1
        if divisor * divisor > number:
            primes += 1
    return primes
