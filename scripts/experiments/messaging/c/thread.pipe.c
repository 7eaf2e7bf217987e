// Messages to a thread through a pipe, as if it were a process: every byte is copied into the kernel and out again.
// The thread reads one byte of every page of what arrives and answers with their sum.
// Usage: thread.pipe [bytes per message] [messages per batch]
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { BATCHES = 3, PAGE = 4096, WINDOW = 4 };

static int there[2], back[2];
static size_t size = 65536;

static int read_all(int from, void *to, size_t bytes) {
  for (size_t got = 0; got < bytes;) {
    ssize_t part = read(from, (char *)to + got, bytes - got);
    if (part <= 0) return 0;
    got += part;
  }
  return 1;
}

static void *answer(void *unused) {
  unsigned char *message = malloc(size);
  while (read_all(there[0], message, size)) {
    unsigned long sum = 0;
    for (size_t at = 0; at < size; at += PAGE) sum += message[at];
    if (write(back[1], &sum, sizeof sum) < 0) break;
  }
  free(message);
  return unused;
}

static void send_message(const unsigned char *message) {
  for (size_t sent = 0; sent < size;) {
    ssize_t part = write(there[1], message + sent, size - sent);
    if (part < 0) exit(1);
    sent += part;
  }
}

static unsigned long receive_answer(void) {
  unsigned long sum;
  return read_all(back[0], &sum, sizeof sum) ? sum : 0;
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
  for (int i = 0; i < WINDOW; i++) messages[i] = memset(malloc(size), 1, size);
  if (pipe(there) || pipe(back)) return 1;
  pthread_t worker;
  if (pthread_create(&worker, NULL, answer, NULL)) return 1;

  exchange(messages, WINDOW, count); // warm-up
  double batches[BATCHES];
  for (int i = 0; i < BATCHES; i++) batches[i] = exchange(messages, 1, count) / count;
  qsort(batches, BATCHES, sizeof *batches, ascending);
  double windowed = exchange(messages, WINDOW, BATCHES * count);
  close(there[1]); // the thread reads the end of the pipe and returns
  pthread_join(worker, NULL);

  printf("latency = %.2f µs\n", batches[BATCHES / 2] * 1e6);
  printf("throughput = %.1f MiB/s\n", BATCHES * count * (size / 1048576.0) / windowed);
}
