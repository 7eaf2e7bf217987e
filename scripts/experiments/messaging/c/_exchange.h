/* Messages there and answers back, checked and timed. The program says how: with `_pipe.h` or with `_pointer.h`. */
#include <stdbool.h>
#include "../../_shared/c/clock.h"
#include "../../_shared/c/workers.h"

enum { FEWEST = 3, MOST = 1000, PAGE = 4096, WINDOW = 4 }; /* the first two in batches */
enum { WARM_UP = 50, LATENCY = 120, THROUGHPUT = 30 };    /* ms at least */

static size_t size = 65536;
static long count = 200;
static bool reads_all; /* else one byte of every page */
static unsigned long result;

static void send_message(unsigned char *message);
static unsigned long receive_answer(void);

static void read_arguments(int argc, char **argv) {
  if (argc > 1) size = strtoul(argv[1], NULL, 10);
  if (argc > 2) count = atol(argv[2]);
  reads_all = argc > 3 && strcmp(argv[3], "all") == 0;
  if (size < 1 || count < 1) fail("expected at least one byte and one message");
}

/* What the receiver does with a message: it adds up what it reads. */
__attribute__((noinline)) static unsigned long read_message(const unsigned char *message) {
  unsigned long sum = 0;
  size_t step = reads_all ? 1 : PAGE;
  for (size_t at = 0; at < size; at += step) sum += message[at];
  return sum;
}

/* Returns the ms it took to send a batch of messages, with at most `window` of them unanswered. */
static double exchange(unsigned char **buffers, long window) {
  unsigned long pages = (size + PAGE - 1) / PAGE, rest = reads_all ? size - pages : 0;
  double start = milliseconds();
  result = 0;
  for (long i = 0; i < count + window; i++) {
    if (i >= window) {
      unsigned long answer = receive_answer();
      if (answer != (i - window) % 256 * pages + rest) fail("a message was lost or changed");
      result += answer;
    }
    if (i >= count) continue;
    unsigned char *message = buffers[i % window];
    for (size_t at = 0; at < size; at += PAGE) message[at] = i % 256;
    send_message(message);
  }
  return milliseconds() - start;
}

/* Sends batches for a while, and returns the ms that a message of the middle one took. */
static double repeat(unsigned char **buffers, long window, double least) {
  double batches[MOST], start = milliseconds();
  int sent = 0;
  while (sent < FEWEST || (sent < MOST && milliseconds() - start < least)) batches[sent++] = exchange(buffers, window);
  return median(batches, sent) / count;
}

/* Times the channel, once every buffer has been written to by the one side and read by the other. */
static void measure(unsigned char **buffers) {
  for (int i = 0; i < WINDOW; i++) memset(buffers[i], 1, size);
  repeat(buffers, WINDOW, WARM_UP);
  double alone = repeat(buffers, 1, LATENCY), windowed = repeat(buffers, WINDOW, THROUGHPUT);

  printf("latency = %.2f µs\n", alone * 1e3);
  printf("throughput = %.1f MiB/s\n", size / 1048576.0 / (windowed / 1e3));
  printf("result = %lu\n", result);
}
