/* Every unit's steps, one unit after the other: what threads and processes are compared with.
   ./sequential [units] [nothing, line, lock or count] [steps] */
#define _GNU_SOURCE
#include "_steps.h"

static struct counters counters = {.lock = PTHREAD_MUTEX_INITIALIZER};
static struct result results[MOST_UNITS];

int main(int argc, char **argv) {
  arguments(argc, argv);
  for (int unit = 0; unit < units; unit++) work(unit, &counters, &results[unit]);
  print(results, counted(&counters));
}
