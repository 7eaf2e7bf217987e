// The same work shared out among more and more threads than there are cores, once freely and once in steps, after each
// of which all wait for the slowest.
// Usage: thread [threads per core] [free|barrier]
#define _GNU_SOURCE
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { STEPS = 50 };
static const long WORK = 60000000;

static struct shared {
  pthread_barrier_t ready, step;
} memory, *shared = &memory;
static long workers;
static int together;

static volatile unsigned long result; // kept, so that the compiler can't leave the work out

// Each step needs the one before.
static void work(long rounds) {
  unsigned long state = 1;
  for (long i = 0; i < rounds; i++) state = state * 6364136223846793005 + 1;
  result = state;
}

static void *worker(void *unused) {
  pthread_barrier_wait(&shared->ready);
  pthread_barrier_wait(&shared->ready);
  for (int step = 0; step < STEPS; step++) {
    work(WORK / STEPS / workers);
    if (together) pthread_barrier_wait(&shared->step);
  }
  return unused;
}

static double milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

int main(int argc, char **argv) {
  workers = (argc > 1 ? atol(argv[1]) : 4) * sysconf(_SC_NPROCESSORS_ONLN);
  together = argc > 2 && strcmp(argv[2], "barrier") == 0;

  pthread_barrier_init(&shared->ready, NULL, workers + 1);
  pthread_barrier_init(&shared->step, NULL, workers);
  double start = milliseconds();
  pthread_t threads[workers];
  for (int i = 0; i < workers; i++)
    if (pthread_create(&threads[i], NULL, worker, NULL)) return 1;
  pthread_barrier_wait(&shared->ready);
  double ready = milliseconds(); // taken while all still wait for the second time
  pthread_barrier_wait(&shared->ready);
  for (int i = 0; i < workers; i++) pthread_join(threads[i], NULL);
  double end = milliseconds();

  printf("%ld threads\n", workers);
  printf("wall = %.3f ms\n", end - ready);
  printf("total = %.3f ms\n", end - start);
}
