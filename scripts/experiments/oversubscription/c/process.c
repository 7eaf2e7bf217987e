/* The same work shared out among more and more processes than there are cores: once freely, once in steps, after each of
   which all wait for the slowest.
   ./process [processes per core] [free or barrier] */
#define _GNU_SOURCE
#include "_work.h"

static struct shared *shared;

int main(int argc, char **argv) {
  pid_t children[MOST_WORKERS];
  arguments(argc, argv);
  double start = milliseconds();
  shared = share(sizeof *shared);
  shared_barrier(&shared->ready, workers + 1);
  shared_barrier(&shared->step, workers);
  shared_barrier(&shared->done, workers + 1);
  watch_children();
  for (int worker = 0; worker < workers; worker++) {
    children[worker] = fork_bound();
    if (children[worker] == 0) {
      work_in_steps(shared, worker);
      _exit(0);
    }
  }
  pthread_barrier_wait(&shared->ready);
  double ready = milliseconds(); /* taken while all still wait for the second time */
  pthread_barrier_wait(&shared->ready);
  pthread_barrier_wait(&shared->done);
  double done = milliseconds();
  wait_for_children(children, workers);
  print("processes", shared, start, ready, done);
}
