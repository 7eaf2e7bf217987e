// Messages to a process through memory that both have mapped: nothing is copied, but the memory must be asked for.
// The child, forked after the mapping, knows it under the same address. It reads one byte of every page of what arrives
// and answers with their sum.
// Usage: process.shared-memory [bytes per message] [messages per batch]
#define _GNU_SOURCE
#include <semaphore.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { BATCHES = 3, PAGE = 4096, WINDOW = 4 };

static struct channel {
  sem_t sent, answered;
  unsigned char *messages[WINDOW];
  unsigned long answers[WINDOW];
} *channel;

static size_t size = 65536;

static void answer(void) {
  for (unsigned long i = 0;; i++) {
    sem_wait(&channel->sent);
    unsigned char *message = channel->messages[i % WINDOW];
    if (message == NULL) return;
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

static void *shared(size_t bytes) {
  void *memory = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (memory != MAP_FAILED) return memory;
  perror("mmap");
  exit(1);
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
  channel = shared(sizeof *channel);
  for (int i = 0; i < WINDOW; i++) messages[i] = memset(shared(size), 1, size);
  sem_init(&channel->sent, 1, 0);
  sem_init(&channel->answered, 1, 0);
  pid_t worker = fork();
  if (worker < 0) return 1;
  if (worker == 0) {
    answer();
    _exit(0);
  }

  exchange(messages, WINDOW, count); // warm-up
  double batches[BATCHES];
  for (int i = 0; i < BATCHES; i++) batches[i] = exchange(messages, 1, count) / count;
  qsort(batches, BATCHES, sizeof *batches, ascending);
  double windowed = exchange(messages, WINDOW, BATCHES * count);
  send_message(NULL);
  waitpid(worker, NULL, 0);

  printf("latency = %.2f µs\n", batches[BATCHES / 2] * 1e6);
  printf("throughput = %.1f MiB/s\n", BATCHES * count * (size / 1048576.0) / windowed);
}
