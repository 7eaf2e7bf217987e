/* A fixed amount of work, in parts, one after the other: what threads and processes are compared with.
   ./sequential [parts] [limit] */
#define _POSIX_C_SOURCE 200809L
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { CHUNK = 100, MOST_UNITS = 64, MOST_STRETCHES = 256 };

struct stretch { double began, ended; };
struct result { long primes; int count; struct stretch stretches[MOST_STRETCHES]; };

static int units, limit;
static struct result results[MOST_UNITS];

static double now(void) { /* ms */
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
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

static void work(int unit, struct result *result) {
  double began = now(), seen = began;
  for (int start = unit * CHUNK; start < limit; start += units * CHUNK) {
    result->primes += count_primes(start, start + CHUNK < limit ? start + CHUNK : limit);
    double time = now();
    if (time - seen > 1 && result->count < MOST_STRETCHES - 1) { /* the clock jumped: in between, somebody else ran */
      result->stretches[result->count++] = (struct stretch){began, seen};
      began = time;
    }
    seen = time;
  }
  result->stretches[result->count++] = (struct stretch){began, seen};
}

static void print(double with_start) {
  double first = results[0].stretches[0].began, last = first, ran = 0;
  long primes = 0;
  for (int unit = 0; unit < units; unit++) {
    struct result *result = &results[unit];
    primes += result->primes;
    if (result->stretches[0].began < first) first = result->stretches[0].began;
    if (result->stretches[result->count - 1].ended > last) last = result->stretches[result->count - 1].ended;
  }
  for (int unit = 0; unit < units; unit++) {
    for (int at = 0; at < results[unit].count; at++) {
      struct stretch stretch = results[unit].stretches[at];
      ran += stretch.ended - stretch.began;
      printf("slice main run %.3f %.3f\n", stretch.began - first, stretch.ended - first);
    }
  }
  printf("%ld primes below %d\n", primes, limit);
  printf("wall = %.3f ms\n", last - first);
  printf("wall-with-start = %.3f ms\n", with_start);
  printf("running-at-once = %.3f\n", ran / (last - first));
}

int main(int argc, char **argv) {
  units = argc > 1 ? atoi(argv[1]) : 2;
  limit = argc > 2 ? atoi(argv[2]) : 1000000;
  if (units < 1 || units > MOST_UNITS) return 1;

  double created = now();
  for (int unit = 0; unit < units; unit++) work(unit, &results[unit]);
  print(now() - created);
  return 0;
}
