/* Many tasks of one size, in a plain loop: what the pools are compared with.
   ./sequential [tasks] [microseconds a task takes, about] */
#define _POSIX_C_SOURCE 200809L
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { STEPS_PER_MICROSECOND = 600 /* roughly */ };

struct result { unsigned number; double began, ended; };

static double now(void) { /* ms */
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static struct result task(long steps) {
  struct result result = {1, now(), 0};
  for (long step = 0; step < steps; step++) result.number = (result.number * 1103515245 + 12345) & 0x7fffffff;
  result.ended = now();
  return result;
}

static void print(int tasks, const struct result *results, double began, double wall, double with_start) {
  for (int at = 0; at < tasks && tasks <= 20; at++) {
    printf("slice main run %.3f %.3f\n", results[at].began - began, results[at].ended - began);
  }
  for (int at = 0; at < tasks; at++) {
    if (results[at].number != results[0].number) printf("task %d differs: %u\n", at, results[at].number);
  }
  printf("%d tasks, each with the result %u\n", tasks, results[0].number);
  printf("wall = %.3f ms\n", wall);
  printf("per-task = %.3f µs\n", wall * 1000 / tasks);
  printf("wall-with-start = %.3f ms\n", with_start);
}

int main(int argc, char **argv) {
  int tasks = argc > 1 ? atoi(argv[1]) : 100;
  long steps = (argc > 2 ? atol(argv[2]) : 1000) * STEPS_PER_MICROSECOND;
  struct result *results = calloc(tasks, sizeof *results);
  if (tasks < 1 || !results) return 1;

  double began = now();
  for (int at = 0; at < tasks; at++) results[at] = task(steps);
  double wall = now() - began;
  print(tasks, results, began, wall, wall);
  free(results);
  return 0;
}
