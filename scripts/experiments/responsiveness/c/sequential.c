/* The main thread ticks every 5 ms. A job comes in, and the main thread computes it in place: how long is the longest silence?
   ./sequential [jobs] [limit] */
#define _POSIX_C_SOURCE 200809L
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { MOST_TICKS = 10000 };

static int jobs, limit, count;
static double ticks[MOST_TICKS];
static long primes;
static double ended;

static double now(void) { /* ms */
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static void tick(void) {
  nanosleep(&(struct timespec){0, 5000000}, NULL);
  if (count < MOST_TICKS) ticks[count++] = now();
}

static long count_primes(int start, int end) {
  long primes = 0;
  for (int number = start < 2 ? 2 : start; number < end; number++) {
    int divisor = 2;
    while (divisor * divisor <= number && number % divisor != 0) divisor++;
    if (divisor * divisor > number) primes++;
  }
  return primes;
}

static void run(void) {
  for (int job = 0; job < jobs; job++) primes += count_primes(0, limit);
  ended = now();
}

static void print(double began) {
  double worst = 0;
  for (int at = 0; at < count; at++) {
    if (at > 0 && ticks[at] - ticks[at - 1] > worst) worst = ticks[at] - ticks[at - 1];
    printf("slice main mark %.3f %.3f\n", ticks[at] - ticks[0], ticks[at] - ticks[0]);
  }
  printf("slice main run %.3f %.3f\n", began - ticks[0], ended - ticks[0]);
  printf("%ld primes found\n", primes);
  printf("ticks = %d\n", count);
  printf("worst-gap = %.3f ms\n", worst);
  printf("wall = %.3f ms\n", ended - began);
}

int main(int argc, char **argv) {
  jobs = argc > 1 ? atoi(argv[1]) : 1;
  limit = argc > 2 ? atoi(argv[2]) : 1000000;
  for (int at = 0; at < 5; at++) tick();

  double began = now();
  run();

  for (int at = 0; at < 5; at++) tick();
  print(began);
  return 0;
}
