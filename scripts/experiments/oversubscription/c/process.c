/* The same work shared out among more and more processes than there are cores: once freely, once in steps, after each of
   which all wait for the slowest.
   ./process [processes per core] [free or barrier] */
#define _GNU_SOURCE
#include "_work.h"

static struct shared *run(double *ready, double *done) {
  pid_t children[MOST_WORKERS];
  struct shared *memory = share(sizeof *memory);
  shared_barrier(&memory->ready, workers + 1);
  shared_barrier(&memory->step, workers);
  shared_barrier(&memory->done, workers + 1);
  watch_children();
  for (int worker = 0; worker < workers; worker++) {
    children[worker] = fork_bound();
    if (children[worker] == 0) {
      work_in_steps(memory, worker);
      _exit(0);
    }
  }
  pthread_barrier_wait(&memory->ready);
  *ready = milliseconds(); /* taken while all still wait for the second time */
  pthread_barrier_wait(&memory->ready);
  pthread_barrier_wait(&memory->done);
  *done = milliseconds();
  wait_for_children(children, workers);
  return memory;
}

int main(int argc, char **argv) {
  arguments(argc, argv);
  measure("processes");
}
