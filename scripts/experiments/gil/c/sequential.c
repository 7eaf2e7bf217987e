/* A fixed amount of work, in parts, one after the other: what threads and processes are compared with.
   ./sequential [parts] [limit] */
#define _GNU_SOURCE
#include "_primes.h"

static struct result results[MOST_UNITS];

int main(int argc, char **argv) {
  arguments(argc, argv);
  double created = milliseconds();
  for (int unit = 0; unit < units; unit++) work(unit, &results[unit]);
  print("main", results, milliseconds() - created);
}
