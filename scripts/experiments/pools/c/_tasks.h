/* One task: so many steps of a pseudo-random sequence. And what the programs take and print. */
#include "../../_shared/c/clock.h"
#include "../../_shared/c/kernel.h"
#include "../../_shared/c/workers.h"

enum { STEPS_PER_MICROSECOND = 600 /* roughly */, MOST_WORKERS = 256 };

struct result { unsigned number; int worker; double began, ended, ran; }; /* ms; ran: processor time */

static int tasks, cores, core_numbers[MOST_WORKERS];
static long steps; /* of each task */

static KERNEL unsigned compute(long steps) {
  unsigned number = 1;
  for (long step = 0; step < steps; step++) number = (number * 1103515245 + 12345) & 0x7fffffff;
  return number;
}

static struct result task(long steps, int worker) {
  struct result result = {.worker = worker, .began = milliseconds()};
  double processor = processor_milliseconds();
  result.number = compute(steps);
  result.ran = processor_milliseconds() - processor;
  result.ended = milliseconds();
  return result;
}

/* Writes to the results, so that their pages are there before the clock starts. */
static struct result *touched(struct result *results) {
  for (int at = 0; at < tasks; at++) results[at].number = 1;
  return results;
}

static void arguments(int argc, char **argv) {
  tasks = argc > 1 ? atoi(argv[1]) : 100;
  steps = (argc > 2 ? atol(argv[2]) : 1000) * STEPS_PER_MICROSECOND;
  cores = allowed_cores(core_numbers, MOST_WORKERS);
  if (tasks < 1 || steps < 1) fail("expected at least one task of one microsecond");
}

/* granted: the cores that could do tasks at the same time */
static void print(const char *name, const struct result *results, int granted, double began, double wall, double with_start) {
  double ran = 0;
  for (int at = 0; at < tasks; at++) {
    const struct result *result = &results[at];
    ran += result->ran;
    if (result->number != results[0].number) fail("task %d differs: %u", at + 1, result->number);
    if (tasks > 20) continue;
    if (strcmp(name, "main") == 0) printf("slice main");
    else printf("slice %s-%d", name, result->worker + 1);
    printf(" run %.3f %.3f\n", result->began - began, result->ended - began);
  }
  printf("%d tasks, each with the result %u\n", tasks, results[0].number);
  printf("tasks = %d\n", tasks);
  print_window(began, began + wall);
  printf("wall = %.3f ms\n", wall);
  printf("per-task = %.3f µs\n", wall * 1e3 / tasks);
  printf("overhead = %.3f µs\n", (wall * granted - ran) * 1e3 / tasks);
  printf("wall-with-start = %.3f ms\n", with_start);
}
