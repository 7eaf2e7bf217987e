// Messages to a thread: the memory is shared, so a pointer is enough and a large message costs no more than a small one.
// The thread reads a byte of every page of what arrives, or all of it, and answers with the sum.
// Usage: thread [bytes per message] [messages per batch] [page|all]
#define _GNU_SOURCE
#include "_pointer.h"

static void *work(void *unused) {
  answer_messages();
  return unused;
}

int main(int argc, char **argv) {
  read_arguments(argc, argv);
  unsigned char *messages[WINDOW];
  open_channel(allocate(sizeof(struct channel)), false);
  for (int i = 0; i < WINDOW; i++) messages[i] = allocate(size);

  pthread_t worker;
  check(pthread_create(&worker, NULL, work, NULL), "pthread_create");

  measure(messages);
  send_message(NULL);
  pthread_join(worker, NULL);
}
