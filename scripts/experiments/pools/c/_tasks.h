/* One task: so many steps of a pseudo-random sequence. And what the programs take and print. */
#include <stdbool.h>
#include "../../_shared/c/clock.h"
#include "../../_shared/c/kernel.h"
#include "../../_shared/c/workers.h"

enum { STEPS_PER_MICROSECOND = 600 /* roughly */, MOST_WORKERS = 256 };
enum { MOST_PASSES = 99, LEAST = 150 /* ms in which all tasks are done again and again */ };

struct result { unsigned number; int worker; double began, ended, ran; }; /* ms; ran: processor time */
static struct pass { double wall, began, ran; } passes[MOST_PASSES]; /* over all the tasks */
static int passed;

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

/* Notes a pass that has just ended. Returns whether there shall be another. */
static bool pass_again(const struct result *results, double began) {
  struct pass *pass = &passes[passed++];
  *pass = (struct pass){.wall = milliseconds() - began, .began = began};
  for (int at = 0; at < tasks; at++) {
    pass->ran += results[at].ran;
    if (results[at].number != results[0].number) fail("task %d differs: %u", at + 1, results[at].number);
  }
  return passed < MOST_PASSES && milliseconds() - passes[0].began < LEAST;
}

/* Prints what the middle pass took, and with the start and the end of the workers, which have gone by now, and when the tasks
   of the last were done. granted: the cores that could do tasks at the same time */
static void print(const char *name, const struct result *results, int granted, double created) {
  struct pass last = passes[passed - 1];
  double around = passes[0].began - created + milliseconds() - last.began - last.wall;
  for (int at = 0; at < tasks && tasks <= 20; at++) {
    if (strcmp(name, "main") == 0) printf("slice main");
    else printf("slice %s-%d", name, results[at].worker + 1);
    printf(" run %.3f %.3f\n", results[at].began - last.began, results[at].ended - last.began);
  }
  qsort(passes, passed, sizeof *passes, ascending); /* by the first field */
  struct pass middle = passes[passed / 2];
  printf("%d tasks, each with the result %u\n", tasks, results[0].number);
  printf("tasks = %d\n", tasks);
  print_window(last.began, last.began + last.wall);
  printf("wall = %.3f ms\n", middle.wall);
  printf("per-task = %.3f µs\n", middle.wall * 1e3 / tasks);
  printf("overhead = %.3f µs\n", (middle.wall * granted - middle.ran) * 1e3 / tasks);
  printf("wall-with-start = %.3f ms\n", middle.wall + around);
}
