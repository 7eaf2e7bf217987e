/* Many tasks of one size, each in a thread of its own, one per core at a time. When is that sooner than a plain loop?
   ./thread.per-task [tasks] [microseconds a task takes, about] */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

enum { STEPS_PER_MICROSECOND = 600 /* roughly */, MOST_WORKERS = 256 };

struct result { unsigned number; double began, ended; };

static int tasks;
static long steps;
static struct result *results;

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

static void print(double began, double wall, double with_start) {
  for (int at = 0; at < tasks && tasks <= 20; at++) {
    printf("slice thread-%d run %.3f %.3f\n", at + 1, results[at].began - began, results[at].ended - began);
  }
  for (int at = 0; at < tasks; at++) {
    if (results[at].number != results[0].number) printf("task %d differs: %u\n", at, results[at].number);
  }
  printf("%d tasks, each with the result %u\n", tasks, results[0].number);
  printf("wall = %.3f ms\n", wall);
  printf("per-task = %.3f µs\n", wall * 1000 / tasks);
  printf("wall-with-start = %.3f ms\n", with_start);
}

static void *work(void *result) {
  *(struct result *)result = task(steps);
  return NULL;
}

int main(int argc, char **argv) {
  int cores = sysconf(_SC_NPROCESSORS_ONLN);
  tasks = argc > 1 ? atoi(argv[1]) : 100;
  steps = (argc > 2 ? atol(argv[2]) : 1000) * STEPS_PER_MICROSECOND;
  results = calloc(tasks, sizeof *results);
  if (tasks < 1 || !results || cores > MOST_WORKERS) return 1;

  pthread_t workers[MOST_WORKERS];
  double began = now();
  for (int first = 0; first < tasks; first += cores) {
    int end = first + cores < tasks ? first + cores : tasks;
    for (int at = first; at < end; at++) {
      if (pthread_create(&workers[at - first], NULL, work, &results[at]) != 0) return 1;
    }
    for (int at = first; at < end; at++) pthread_join(workers[at - first], NULL);
  }
  double wall = now() - began;
  print(began, wall, wall);
  free(results);
  return 0;
}
