/* Two processes take two locks in memory that they share, each the other one first: now and then both wait for ever.
   ./process.deadlock [runs] [opposite|same order] [transfers of each process] */
#include "_accounts.h"
#include "../../_shared/c/locks.h"

static int run(void) {
  pid_t workers[2];
  shared->deadlocked = 0;
  for (int unit = 0; unit < 2; unit++) {
    workers[unit] = fork_bound();
    if (workers[unit] != 0) continue;
    move_money(unit);
    _exit(0);
  }
  wait_for_children(workers, 2);
  return shared->deadlocked;
}

int main(int argc, char **argv) {
  arguments(argc, argv);
  shared = share(sizeof *shared);
  for (int i = 0; i < 2; i++) shared_mutex(&shared->accounts[i].lock);
  shared_barrier(&shared->start, 2);
  int deadlocked = 0;
  for (int i = 0; i < runs; i++) deadlocked += run();
  print_standstills(deadlocked);
}
