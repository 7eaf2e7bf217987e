// Messages to a process through memory that both have mapped: nothing is copied, but the memory must be asked for.
// The child, forked after the mapping, knows it under the same address. It reads a byte of every page, or all, and answers.
// Usage: process.shared-memory [bytes per message] [messages per batch] [page|all]
#define _GNU_SOURCE
#include "_pointer.h"

int main(int argc, char **argv) {
  read_arguments(argc, argv);
  unsigned char *messages[WINDOW];
  open_channel(share(sizeof(struct channel)), true);
  for (int i = 0; i < WINDOW; i++) messages[i] = share(size);

  watch_children(); // or its death would leave this side asleep for ever
  pid_t worker = fork_bound();
  if (worker == 0) {
    answer_messages();
    _exit(0);
  }

  measure(messages);
  send_message(NULL);
  wait_for_children(&worker, 1);
}
