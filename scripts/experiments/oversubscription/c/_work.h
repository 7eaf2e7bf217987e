/* The work, shared out in steps, and what the programs take and print. */
#include "../../_shared/c/clock.h"
#include "../../_shared/c/kernel.h"
#include "../../_shared/c/workers.h"

enum { MOST_WORKERS = 4096, TIMES = 5 /* that workers come, work and go; the middle time counts */ };
static const long WORK = 60000000; /* rounds, all workers together */

struct shared {
  pthread_barrier_t ready, step, done;
  unsigned long results[MOST_WORKERS];
};

static int workers, steps;

/* Each round needs the one before. */
static KERNEL unsigned long work(long rounds) {
  unsigned long state = 1;
  for (long round = 0; round < rounds; round++) state = state * 6364136223846793005 + 1;
  return state;
}

static void work_in_steps(struct shared *shared, int worker) {
  pthread_barrier_wait(&shared->ready);
  pthread_barrier_wait(&shared->ready);
  for (int step = 0; step < steps; step++) {
    shared->results[worker] += work(WORK / steps / workers) % 1000;
    if (steps > 1) pthread_barrier_wait(&shared->step); /* all wait for the slowest */
  }
  pthread_barrier_wait(&shared->done);
}

static void arguments(int argc, char **argv) {
  int cores[MOST_WORKERS];
  workers = (argc > 1 ? atoi(argv[1]) : 4) * allowed_cores(cores, MOST_WORKERS);
  steps = argc > 2 && strcmp(argv[2], "barrier") == 0 ? 50 : 1;
  if (workers < 1 || workers > MOST_WORKERS) fail("expected 1 to %d workers, found %d", MOST_WORKERS, workers);
}

/* Starts the workers, waits until they have ended, and notes when they were ready and when they were done. */
static struct shared *run(double *ready, double *done);

static void measure(const char *name) {
  struct shared *shared;
  double walls[TIMES], totals[TIMES], ready, done;
  for (int time = 0; time < TIMES; time++) {
    double start = milliseconds();
    shared = run(&ready, &done);
    totals[time] = milliseconds() - start;
    walls[time] = done - ready;
  }
  unsigned long sum = 0;
  for (int worker = 0; worker < workers; worker++) sum += shared->results[worker];
  printf("%d %s\n", workers, name);
  printf("result = %lu\n", sum);
  print_window(ready, done);
  printf("wall = %.3f ms\n", median(walls, TIMES));
  printf("total = %.3f ms\n", median(totals, TIMES));
}
