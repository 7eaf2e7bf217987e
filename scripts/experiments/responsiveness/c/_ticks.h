/* The ticks of the main thread, the work that comes in, and what the programs print. */
#include "../../_shared/c/clock.h"
#include "../../_shared/c/primes.h"
#include "../../_shared/c/workers.h"
#include <stdatomic.h>

enum { MOST_TICKS = 10000, SPARE_TICKS = 5 };

struct result { long primes; double ended; atomic_bool done; };

static int jobs, limit, count;
static double ticks[MOST_TICKS]; /* ms */

static inline void work(struct result *result) {
  for (int job = 0; job < jobs; job++) result->primes += count_primes(0, limit);
  result->ended = milliseconds();
  result->done = 1;
}

static void tick_now(void) {
  if (count < MOST_TICKS) ticks[count++] = milliseconds();
}

static void tick(void) {
  nanosleep(&(struct timespec){0, 5000000}, NULL);
  tick_now();
}

static void tick_some(void) {
  for (int at = 0; at < SPARE_TICKS; at++) tick();
}

static void arguments(int argc, char **argv) {
  jobs = argc > 1 ? atoi(argv[1]) : 1;
  limit = argc > 2 ? atoi(argv[2]) : 1000000;
}

static void print(const char *worker, double began, const struct result *result) {
  double gaps[MOST_TICKS] = {0};
  for (int at = 0; at < count; at++) {
    if (at > 0) gaps[at - 1] = ticks[at] - ticks[at - 1];
    printf("slice main mark %.3f %.3f\n", ticks[at] - ticks[0], ticks[at] - ticks[0]);
  }
  qsort(gaps, count - 1, sizeof *gaps, ascending);
  printf("slice %s run %.3f %.3f\n", worker, began - ticks[0], result->ended - ticks[0]);
  printf("%ld primes found\n", result->primes);
  printf("primes = %ld\n", result->primes);
  printf("ticks = %d\n", count);
  print_window(began, result->ended);
  printf("worst-gap = %.3f ms\n", gaps[count - 2]);
  printf("gap-95 = %.3f ms\n", gaps[(int)((count - 1) * 0.95)]);
  printf("wall = %.3f ms\n", result->ended - began);
}
