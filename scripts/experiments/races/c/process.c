/* Two processes count in one variable of memory that they share, each so many times. They lose counts as threads do.
   ./process [runs] [plain|called|atomic|locked] [counts of each process] */
#include "_counting.h"
#include "../../_shared/c/locks.h"

static void work(int unit) {
  pin_to_core(unit);
  pthread_barrier_wait(&shared->start);
  form->count();
  _exit(0);
}

static long run(void) {
  pid_t workers[2];
  shared->counter = shared->atomic_counter = 0;
  for (int unit = 0; unit < 2; unit++) {
    workers[unit] = fork_bound();
    if (workers[unit] == 0) work(unit);
  }
  wait_for_children(workers, 2);
  return shared->counter + shared->atomic_counter;
}

int main(int argc, char **argv) {
  arguments(argc, argv);
  shared = share(sizeof *shared);
  shared_mutex(&shared->lock);
  shared_barrier(&shared->start, 2);
  for (int i = 0; i < runs; i++) totals[i] = run();
  print_totals();
}
