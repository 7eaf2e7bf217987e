// The same work shared out among more and more processes than there are cores, once freely and once in steps, after each
// of which all wait for the slowest.
// Usage: process [processes per core] [free|barrier]
#define _GNU_SOURCE
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { STEPS = 50 };
static const long WORK = 60000000;

static struct shared {
  pthread_barrier_t ready, step;
} *shared;
static long workers;
static int together;

static volatile unsigned long result; // kept, so that the compiler can't leave the work out

// Each step needs the one before.
static void work(long rounds) {
  unsigned long state = 1;
  for (long i = 0; i < rounds; i++) state = state * 6364136223846793005 + 1;
  result = state;
}

static void worker(void) {
  pthread_barrier_wait(&shared->ready);
  pthread_barrier_wait(&shared->ready);
  for (int step = 0; step < STEPS; step++) {
    work(WORK / STEPS / workers);
    if (together) pthread_barrier_wait(&shared->step);
  }
}

static double milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

int main(int argc, char **argv) {
  workers = (argc > 1 ? atol(argv[1]) : 4) * sysconf(_SC_NPROCESSORS_ONLN);
  together = argc > 2 && strcmp(argv[2], "barrier") == 0;

  shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (shared == MAP_FAILED) return 1;
  pthread_barrierattr_t between_processes;
  pthread_barrierattr_init(&between_processes);
  pthread_barrierattr_setpshared(&between_processes, PTHREAD_PROCESS_SHARED);
  pthread_barrier_init(&shared->ready, &between_processes, workers + 1);
  pthread_barrier_init(&shared->step, &between_processes, workers);
  double start = milliseconds();
  for (int i = 0; i < workers; i++) {
    pid_t child = fork();
    if (child < 0) return 1;
    if (child == 0) {
      worker();
      _exit(0);
    }
  }
  pthread_barrier_wait(&shared->ready);
  double ready = milliseconds(); // taken while all still wait for the second time
  pthread_barrier_wait(&shared->ready);
  for (int i = 0; i < workers; i++) wait(NULL);
  double end = milliseconds();

  printf("%ld processes\n", workers);
  printf("wall = %.3f ms\n", end - ready);
  printf("total = %.3f ms\n", end - start);
}
