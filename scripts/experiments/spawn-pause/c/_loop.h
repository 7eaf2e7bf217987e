/* A loop that turns, starts a worker now and then, and notes the longest time between two turns. */
#include <stdbool.h>
#include "../../_shared/c/clock.h"
#include "../../_shared/c/workers.h"
#include "../../_shared/c/memory.h"
#include "../../_shared/c/resident.h"

enum { MOST_STARTS = 1000, WARM_UP = 5 /* starts */ };

static void start_worker(void);
static bool worker_is_gone(void); /* does not wait; joins it where it is */

static double last, longest;

static void turn(void) {
  double now = milliseconds();
  if (now - last > longest) longest = now - last;
  last = now;
}

static void turn_for(double time) {
  for (double start = milliseconds(); milliseconds() - start < time;) turn();
}

static void time_start(double *silence, double *without, double *call) {
  double began = last = milliseconds();
  longest = 0;
  start_worker();
  *call = milliseconds() - began;
  while (!worker_is_gone()) turn();
  turn();
  *silence = longest;
  double took = last - began;
  longest = 0;
  turn_for(took);
  *without = longest;
}

static void measure(int argc, char **argv) {
  static double silence[MOST_STARTS], without[MOST_STARTS], call[MOST_STARTS];
  size_t size = (argc > 1 ? strtoul(argv[1], NULL, 10) : 512) << 20;
  int starts = argc > 2 ? atoi(argv[2]) : 15;
  if (starts < 1 || starts > MOST_STARTS) fail("expected 1 to %d starts", MOST_STARTS);
  char *held = hold(size);

  for (int at = 0; at < WARM_UP; at++) time_start(&silence[0], &without[0], &call[0]);
  for (int at = 0; at < starts; at++) time_start(&silence[at], &without[at], &call[at]);

  printf("silence = %.3f ms\n", median(silence, starts));
  printf("silence-without = %.3f ms\n", median(without, starts));
  printf("call = %.3f ms\n", median(call, starts));
  print_resident();
  printf("result = %d\n", starts);
  free(held);
}
