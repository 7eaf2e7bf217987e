/* The same work shared out among more and more threads than there are cores: once freely, once in steps, after each of
   which all wait for the slowest.
   ./thread [threads per core] [free or barrier] */
#define _GNU_SOURCE
#include "_work.h"

static struct shared memory, *shared = &memory;

static void *run(void *result) {
  work_in_steps(shared, (unsigned long *)result - shared->results);
  return NULL;
}

int main(int argc, char **argv) {
  pthread_t threads[MOST_WORKERS];
  arguments(argc, argv);
  double start = milliseconds();
  pthread_barrier_init(&shared->ready, NULL, workers + 1);
  pthread_barrier_init(&shared->step, NULL, workers);
  pthread_barrier_init(&shared->done, NULL, workers + 1);
  for (int worker = 0; worker < workers; worker++) {
    check(pthread_create(&threads[worker], NULL, run, &shared->results[worker]), "pthread_create");
  }
  pthread_barrier_wait(&shared->ready);
  double ready = milliseconds(); /* taken while all still wait for the second time */
  pthread_barrier_wait(&shared->ready);
  pthread_barrier_wait(&shared->done);
  double done = milliseconds();
  for (int worker = 0; worker < workers; worker++) pthread_join(threads[worker], NULL);
  print("threads", shared, start, ready, done);
}
