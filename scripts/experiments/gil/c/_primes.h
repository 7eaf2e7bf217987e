/* The work: prime numbers below a limit, by trial division, shared out in chunks. Each unit notes when it really ran. */
#include "../../_shared/c/clock.h"
#include "../../_shared/c/primes.h"
#include "../../_shared/c/workers.h"

enum { CHUNK = 100, MOST_UNITS = 64, MOST_STRETCHES = 256 };

struct stretch { double began, ended; }; /* ms */
struct result { long primes; double ran; int count; struct stretch stretches[MOST_STRETCHES]; };

static int units, limit;

static void work(int unit, struct result *result) {
  double processor = processor_milliseconds(), began = milliseconds(), seen = began;
  for (int start = unit * CHUNK; start < limit; start += units * CHUNK) {
    result->primes += count_primes(start, start + CHUNK < limit ? start + CHUNK : limit);
    double time = milliseconds();
    if (time - seen > 1 && result->count < MOST_STRETCHES - 1) { /* the clock jumped: in between, somebody else ran */
      result->stretches[result->count++] = (struct stretch){began, seen};
      began = time;
    }
    seen = time;
  }
  result->stretches[result->count++] = (struct stretch){began, seen};
  result->ran = processor_milliseconds() - processor;
}

static void arguments(int argc, char **argv) {
  units = argc > 1 ? atoi(argv[1]) : 2;
  limit = argc > 2 ? atoi(argv[2]) : 1000000;
  if (units < 1 || units > MOST_UNITS) fail("expected 1 to %d units, found %d", MOST_UNITS, units);
}

static void print(const char *name, const struct result *results, double with_start) {
  double first = results[0].stretches[0].began, last = first, ran = 0;
  long primes = 0;
  for (int unit = 0; unit < units; unit++) {
    const struct result *result = &results[unit];
    if (result->count == 0) fail("%s-%d did no work", name, unit + 1);
    primes += result->primes;
    ran += result->ran;
    if (result->stretches[0].began < first) first = result->stretches[0].began;
    if (result->stretches[result->count - 1].ended > last) last = result->stretches[result->count - 1].ended;
  }
  for (int unit = 0; unit < units; unit++) {
    for (int at = 0; at < results[unit].count; at++) {
      struct stretch stretch = results[unit].stretches[at];
      if (strcmp(name, "main") == 0) printf("slice main");
      else printf("slice %s-%d", name, unit + 1);
      printf(" run %.3f %.3f\n", stretch.began - first, stretch.ended - first);
    }
  }
  printf("%ld primes below %d\n", primes, limit);
  printf("primes = %ld\n", primes);
  print_window(first, last);
  printf("wall = %.3f ms\n", last - first);
  printf("wall-with-start = %.3f ms\n", with_start);
  printf("running-at-once = %.3f\n", ran / (last - first));
}
