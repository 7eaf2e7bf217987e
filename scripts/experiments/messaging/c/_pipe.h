/* A channel of two pipes: every byte of a message is copied into the kernel and out of it again. */
#include "_exchange.h"

static int there[2], back[2];

static void open_channel(void) {
  check(pipe(there), "pipe");
  check(pipe(back), "pipe");
}

static bool read_all(int from, void *to, size_t bytes) {
  for (size_t got = 0; got < bytes;) {
    ssize_t part = read(from, (char *)to + got, bytes - got);
    if (part == 0) errno = EPIPE; /* the other end has been closed */
    if (part <= 0) return false;
    got += part;
  }
  return true;
}

static void send_message(unsigned char *message) {
  for (size_t sent = 0; sent < size;) {
    ssize_t part = write(there[1], message + sent, size - sent);
    if (part < 0) fail_after_children("the receiver is gone");
    sent += part;
  }
}

static unsigned long receive_answer(void) {
  unsigned long sum;
  if (!read_all(back[0], &sum, sizeof sum)) fail_after_children("the receiver is gone");
  return sum;
}

/* The receiver: reads and answers until the pipe is closed. */
static void answer_messages(void) {
  unsigned char *message = allocate(size);
  while (read_all(there[0], message, size)) {
    unsigned long sum = read_message(message);
    if (write(back[1], &sum, sizeof sum) != sizeof sum) fail("the receiver cannot answer: %s", strerror(errno));
  }
  free(message);
}
