// Two threads take turns on one integer, asleep on a futex in between: on one core, each turn is a context switch.
// The figure is half a round trip, system calls included. The futex is private to the process, as in a mutex between threads.
// Usage: thread.futex [round trips per batch] [pages each side touches] [across: the other side on a second core]
#define _GNU_SOURCE
#include "_futex.h"

static void *run(void *unused) {
  answer();
  return unused;
}

int main(int argc, char **argv) {
  pthread_t other;
  read_arguments(argc, argv);
  turn = allocate(sizeof *turn);
  key = FUTEX_PRIVATE_FLAG;
  check(pthread_create(&other, NULL, run, NULL), "pthread_create");

  measure();
  give(OVER);
  pthread_join(other, NULL);
  print();
}
