/* A channel in memory that both sides see: only the address of a message is handed over, and nothing is copied. */
#include <semaphore.h>
#include "_exchange.h"

static struct channel {
  sem_t sent, answered;
  unsigned char *messages[WINDOW];
  unsigned long answers[WINDOW];
} *channel;

static void open_channel(struct channel *memory, bool between_processes) {
  channel = memory;
  check(sem_init(&channel->sent, between_processes, 0), "sem_init");
  check(sem_init(&channel->answered, between_processes, 0), "sem_init");
}

static void send_message(unsigned char *message) {
  static unsigned long sent;
  channel->messages[sent++ % WINDOW] = message;
  sem_post(&channel->sent);
}

static unsigned long receive_answer(void) {
  static unsigned long received;
  sem_wait(&channel->answered);
  return channel->answers[received++ % WINDOW];
}

/* The receiver: reads and answers until there is no message at the address it is given. */
static void answer_messages(void) {
  for (unsigned long i = 0;; i++) {
    sem_wait(&channel->sent);
    unsigned char *message = channel->messages[i % WINDOW];
    if (message == NULL) return;
    channel->answers[i % WINDOW] = read_message(message);
    sem_post(&channel->answered);
  }
}
