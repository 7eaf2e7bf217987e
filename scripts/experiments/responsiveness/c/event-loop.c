/* The main thread ticks every 5 ms. Work comes in, and the main thread does it in chunks, ticking in between: how long is
   the longest silence?
   ./event-loop [jobs] [limit] */
#define _GNU_SOURCE
#include "_ticks.h"

enum { CHUNK = 5000 };

static struct result result;

static void work_in_chunks(void) {
  for (int job = 0; job < jobs; job++) {
    for (int start = 0; start < limit; start += CHUNK) {
      result.primes += count_primes(start, start + CHUNK < limit ? start + CHUNK : limit);
      if (milliseconds() - ticks[count - 1] >= 5) tick_now();
    }
  }
  result.ended = milliseconds();
}

int main(int argc, char **argv) {
  arguments(argc, argv);
  tick_some();
  double began = milliseconds();
  work_in_chunks();
  tick_some();
  print("main", began, &result);
}
