/* The same work shared out among more and more threads than there are cores: once freely, once in steps, after each of
   which all wait for the slowest.
   ./thread [threads per core] [free or barrier] */
#define _GNU_SOURCE
#include "_work.h"

static struct shared memory;

static void *work_here(void *result) {
  work_in_steps(&memory, (unsigned long *)result - memory.results);
  return NULL;
}

static struct shared *run(double *ready, double *done) {
  pthread_t threads[MOST_WORKERS];
  memory = (struct shared){0};
  pthread_barrier_init(&memory.ready, NULL, workers + 1);
  pthread_barrier_init(&memory.step, NULL, workers);
  pthread_barrier_init(&memory.done, NULL, workers + 1);
  for (int worker = 0; worker < workers; worker++) {
    check(pthread_create(&threads[worker], NULL, work_here, &memory.results[worker]), "pthread_create");
  }
  pthread_barrier_wait(&memory.ready);
  *ready = milliseconds(); /* taken while all still wait for the second time */
  pthread_barrier_wait(&memory.ready);
  pthread_barrier_wait(&memory.done);
  *done = milliseconds();
  for (int worker = 0; worker < workers; worker++) pthread_join(threads[worker], NULL);
  return &memory;
}

int main(int argc, char **argv) {
  arguments(argc, argv);
  measure("threads");
}
