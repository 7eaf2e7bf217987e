// Messages to a thread: the memory is shared, so a pointer is enough and a large message costs no more than a small one.
// The thread reads one byte of every page of what arrives and answers with their sum.
// Usage: thread [bytes per message] [messages per batch]
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { BATCHES = 3, PAGE = 4096, WINDOW = 4 };

static struct channel {
  sem_t sent, answered;
  unsigned char *messages[WINDOW];
  unsigned long answers[WINDOW];
} *channel;

static size_t size = 65536;

static void *answer(void *unused) {
  for (unsigned long i = 0;; i++) {
    sem_wait(&channel->sent);
    unsigned char *message = channel->messages[i % WINDOW];
    if (message == NULL) return unused;
    unsigned long sum = 0;
    for (size_t at = 0; at < size; at += PAGE) sum += message[at];
    channel->answers[i % WINDOW] = sum;
    sem_post(&channel->answered);
  }
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

static double seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec + now.tv_nsec / 1e9;
}

// Seconds to send `count` messages with at most `window` of them unanswered.
static double exchange(unsigned char **messages, long window, long count) {
  unsigned long pages = (size + PAGE - 1) / PAGE;
  double start = seconds();
  for (long i = 0; i < count + window; i++) {
    if (i >= window && receive_answer() != (i - window) % 256 * pages) {
      fprintf(stderr, "a message was lost or changed\n");
      exit(1);
    }
    if (i >= count) continue;
    unsigned char *message = messages[i % window];
    for (size_t at = 0; at < size; at += PAGE) message[at] = i % 256;
    send_message(message);
  }
  return seconds() - start;
}

static int ascending(const void *a, const void *b) {
  return (*(double *)a > *(double *)b) - (*(double *)a < *(double *)b);
}

int main(int argc, char **argv) {
  if (argc > 1) size = atol(argv[1]);
  long count = argc > 2 ? atol(argv[2]) : 200;

  unsigned char *messages[WINDOW];
  channel = malloc(sizeof *channel);
  for (int i = 0; i < WINDOW; i++) messages[i] = memset(malloc(size), 1, size);
  sem_init(&channel->sent, 0, 0);
  sem_init(&channel->answered, 0, 0);
  pthread_t worker;
  if (pthread_create(&worker, NULL, answer, NULL)) return 1;

  exchange(messages, WINDOW, count); // warm-up
  double batches[BATCHES];
  for (int i = 0; i < BATCHES; i++) batches[i] = exchange(messages, 1, count) / count;
  qsort(batches, BATCHES, sizeof *batches, ascending);
  double windowed = exchange(messages, WINDOW, BATCHES * count);
  send_message(NULL);
  pthread_join(worker, NULL);

  printf("latency = %.2f µs\n", batches[BATCHES / 2] * 1e6);
  printf("throughput = %.1f MiB/s\n", BATCHES * count * (size / 1048576.0) / windowed);
}
