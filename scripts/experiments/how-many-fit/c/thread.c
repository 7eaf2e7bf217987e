/* How many idle threads fit in 2 GiB, and what does each take? ./thread [how many are wanted] */
#define _GNU_SOURCE
#include "../../_shared/c/workers.h"
#include "../../_shared/c/memory.h"
#include "_limit.h"

static pthread_barrier_t ready;
static int stop[2]; /* a pipe: workers wait for its end */

static void *work(void *unused) {
  char byte;
  pthread_barrier_wait(&ready);
  if (read(stop[0], &byte, 1) != 0) fail("expected the end of the pipe");
  return unused;
}

int main(int argc, char **argv) {
  int asked = argc > 1 ? atoi(argv[1]) : 100, fit = 0, error = 0;
  pid_t pids[] = {getpid()};
  pthread_t *workers = allocate(asked * sizeof *workers);
  check(pipe(stop), "pipe");
  check(pthread_barrier_init(&ready, NULL, 2), "barrier");
  struct memory before = settled(pids, 1);

  for (; fit < asked && !full(pids, 1, fit, before); fit++) {
    error = pthread_create(&workers[fit], NULL, work, NULL);
    if (error != 0) break;
    pthread_barrier_wait(&ready);
  }
  if (fit == 0) fail("not one thread: %s", strerror(error));
  if (error != 0) printf("no more: %s\n", strerror(error));
  struct memory after = settled(pids, 1);
  close(stop[1]);
  for (int i = 0; i < fit; i++) check(pthread_join(workers[i], NULL), "pthread_join");
  print(asked, fit, before, after);
}
