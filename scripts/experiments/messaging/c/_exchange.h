/* Messages there and answers back, checked and timed. The program says how: with `_pipe.h` or with `_pointer.h`. */
#include <stdbool.h>
#include "../../_shared/c/clock.h"
#include "../../_shared/c/workers.h"

enum { BATCHES = 9, PAGE = 4096, WINDOW = 4 };

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

/* Returns the ms it took to send `messages`, with at most `window` of them unanswered. */
static double exchange(unsigned char **buffers, long window, long messages) {
  unsigned long pages = (size + PAGE - 1) / PAGE, rest = reads_all ? size - pages : 0;
  double start = milliseconds();
  for (long i = 0; i < messages + window; i++) {
    if (i >= window) {
      unsigned long answer = receive_answer();
      if (answer != (i - window) % 256 * pages + rest) fail("a message was lost or changed");
      result += answer;
    }
    if (i >= messages) continue;
    unsigned char *message = buffers[i % window];
    for (size_t at = 0; at < size; at += PAGE) message[at] = i % 256;
    send_message(message);
  }
  return milliseconds() - start;
}

/* Times the channel, once every buffer has been written to by the one side and read by the other. */
static void measure(unsigned char **buffers) {
  double batches[BATCHES];
  for (int i = 0; i < WINDOW; i++) memset(buffers[i], 1, size);
  exchange(buffers, WINDOW, count > 2 * WINDOW ? count : 2 * WINDOW); /* warm-up */
  result = 0;
  for (int i = 0; i < BATCHES; i++) batches[i] = exchange(buffers, 1, count) / count;
  double windowed = exchange(buffers, WINDOW, BATCHES * count);

  printf("latency = %.2f µs\n", median(batches, BATCHES) * 1e3);
  printf("throughput = %.1f MiB/s\n", BATCHES * count * (size / 1048576.0) / (windowed / 1e3));
  printf("result = %lu\n", result);
}
