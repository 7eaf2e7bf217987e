// Two threads take turns on one integer, asleep on a futex in between: on one core, each turn is a context switch.
// The control for processes: the futex is looked up as a shared one, which threads do not need and processes do.
// Usage: thread.futex-shared [round trips per batch] [pages each side touches] [across: the other side on a second core]
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
  key = 0;
  check(pthread_create(&other, NULL, run, NULL), "pthread_create");

  measure();
  give(OVER);
  pthread_join(other, NULL);
  print();
}
