// Two threads hand a byte back and forth through two pipes: on one core, each hand-over is a context switch.
// The figure is half a round trip, so it includes the read and write system calls that ask for the switch.
// Usage: thread [round trips per batch] [pages each side touches] [across: the other side on a second core]
#define _GNU_SOURCE
#include "_pipes.h"

static void *run(void *unused) {
  answer();
  return unused;
}

int main(int argc, char **argv) {
  pthread_t other;
  read_arguments(argc, argv);
  open_pipes();
  check(pthread_create(&other, NULL, run, NULL), "pthread_create");

  measure();
  close(ping[1]); // the other thread reads the end of the pipe and returns
  pthread_join(other, NULL);
  print();
}
