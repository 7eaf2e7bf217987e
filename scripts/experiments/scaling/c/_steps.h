/* The work: counting. What differs is where the counter lies, and whether a lock goes round it. */
#include "../../_shared/c/clock.h"
#include "../../_shared/c/kernel.h"
#include "../../_shared/c/workers.h"
#include <stdatomic.h>

enum { MOST_UNITS = 16, LINE = 128 /* bytes: processors fetch cache lines of 64 in pairs */ };

struct counters {
  _Alignas(LINE) atomic_int line[MOST_UNITS]; /* a counter each, side by side in one cache line */
  struct { _Alignas(LINE) atomic_int count; } own[MOST_UNITS]; /* a counter each, in a cache line of its own */
  _Alignas(LINE) pthread_mutex_t lock;
  int locked;
};
struct result { double began, ended, ran; long steps; }; /* ms */

static int units, steps; /* of each unit */
static const char *kind;

static KERNEL void count(atomic_int *counter) {
  for (int step = 0; step < steps; step++) atomic_fetch_add_explicit(counter, 1, memory_order_relaxed);
}

static KERNEL void count_locked(struct counters *counters) {
  for (int step = 0; step < steps; step++) {
    pthread_mutex_lock(&counters->lock);
    counters->locked++;
    pthread_mutex_unlock(&counters->lock);
  }
}

static void work(int unit, struct counters *counters, struct result *result) {
  double processor = processor_milliseconds();
  result->began = milliseconds();
  if (strcmp(kind, "nothing") == 0) count(&counters->own[unit].count);
  else if (strcmp(kind, "line") == 0) count(&counters->line[unit]);
  else if (strcmp(kind, "count") == 0) count(&counters->line[0]);
  else if (strcmp(kind, "lock") == 0) count_locked(counters);
  else fail("expected nothing, line, lock or count, found %s", kind);
  result->ended = milliseconds();
  result->ran = processor_milliseconds() - processor;
}

static long counted(const struct counters *counters) {
  long sum = counters->locked;
  for (int unit = 0; unit < MOST_UNITS; unit++) sum += counters->line[unit] + counters->own[unit].count;
  return sum;
}

static void arguments(int argc, char **argv) {
  units = argc > 1 ? atoi(argv[1]) : 2;
  kind = argc > 2 ? argv[2] : "count";
  if (units < 1 || units > MOST_UNITS) fail("expected 1 to %d units, found %d", MOST_UNITS, units);
  steps = (argc > 3 ? atoi(argv[3]) : strcmp(kind, "lock") == 0 ? 4000000 : 16000000) / units;
}

static void print(const struct result *results, long steps) {
  double first = results[0].began, last = results[0].ended, ran = 0;
  for (int unit = 0; unit < units; unit++) {
    if (results[unit].ended == 0) fail("unit %d did no work", unit + 1);
    if (results[unit].began < first) first = results[unit].began;
    if (results[unit].ended > last) last = results[unit].ended;
    ran += results[unit].ran;
  }
  printf("%ld steps by %d units\n", steps, units);
  printf("steps = %ld\n", steps);
  print_window(first, last);
  printf("wall = %.3f ms\n", last - first);
  printf("per-step = %.3f ns\n", ran * 1e6 / steps);
  printf("running-at-once = %.3f\n", ran / (last - first));
}
