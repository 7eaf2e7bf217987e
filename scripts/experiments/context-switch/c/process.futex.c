// Two processes take turns on one integer in shared memory, asleep on a futex in between: on one core, each turn is a
// context switch. The figure is half a round trip, system calls included. The futex has to be a shared one.
// Usage: process.futex [round trips per batch] [pages each side touches] [across: the other side on a second core]
#define _GNU_SOURCE
#include "_futex.h"

int main(int argc, char **argv) {
  read_arguments(argc, argv);
  turn = share(sizeof *turn);
  key = 0;
  watch_children(); // a dead one would be waited for for ever
  pid_t other = fork_bound();
  if (other == 0) {
    answer();
    _exit(0);
  }

  measure();
  give(OVER);
  wait_for_children(&other, 1);
  print();
}
