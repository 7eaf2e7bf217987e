// Messages to a thread through a pipe, as if it were a process: every byte is copied into the kernel and out again.
// The thread reads a byte of every page of what arrives, or all of it, and answers with the sum.
// Usage: thread.pipe [bytes per message] [messages per batch] [page|all]
#define _GNU_SOURCE
#include "_pipe.h"

static void *work(void *unused) {
  answer_messages();
  return unused;
}

int main(int argc, char **argv) {
  read_arguments(argc, argv);
  unsigned char *messages[WINDOW];
  open_channel();
  for (int i = 0; i < WINDOW; i++) messages[i] = allocate(size);

  pthread_t worker;
  check(pthread_create(&worker, NULL, work, NULL), "pthread_create");

  measure(messages);
  close(there[1]); // the thread reads the end of the pipe and returns
  pthread_join(worker, NULL);
}
