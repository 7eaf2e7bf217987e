// Messages to a process through a pipe: every byte is copied into the kernel and out again.
// The process reads a byte of every page of what arrives, or all of it, and answers with the sum.
// Usage: process [bytes per message] [messages per batch] [page|all]
#define _GNU_SOURCE
#include "_pipe.h"

int main(int argc, char **argv) {
  read_arguments(argc, argv);
  unsigned char *messages[WINDOW];
  open_channel();
  for (int i = 0; i < WINDOW; i++) messages[i] = allocate(size);

  watch_children();
  pid_t worker = fork_bound();
  if (worker == 0) {
    close(there[1]); // or the child would hold its own pipe open
    answer_messages();
    _exit(0);
  }
  notice_broken_pipes();
  close(there[0]); // then this side is told when the child is gone
  close(back[1]);

  measure(messages);
  close(there[1]); // the process reads the end of the pipe and exits
  wait_for_children(&worker, 1);
}
