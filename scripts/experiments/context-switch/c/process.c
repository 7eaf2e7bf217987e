// Two processes hand a byte back and forth through two pipes: on one core, each hand-over is a context switch.
// The figure is half a round trip, so it includes the read and write system calls that ask for the switch.
// Usage: process [round trips per batch] [pages each side touches] [across: the other side on a second core]
#define _GNU_SOURCE
#include "_pipes.h"

int main(int argc, char **argv) {
  read_arguments(argc, argv);
  open_pipes();
  watch_children(); // a dead one would be waited for for ever
  pid_t other = fork_bound();
  if (other == 0) {
    close(ping[1]); // or the child would hold its own pipe open
    answer();
    _exit(0);
  }
  close(pong[1]); // then this side is told when the child is gone

  measure();
  close(ping[1]); // the other process reads the end of the pipe and exits
  wait_for_children(&other, 1);
  print();
}
