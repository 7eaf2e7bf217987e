/* A fixed amount of work, shared among processes, on a core each. They share only what they map as shared.
   ./process [processes] [limit] */
#define _GNU_SOURCE
#include "_primes.h"

static pthread_barrier_t *all_started;
static struct result *results;

static void run(int unit) {
  pin_to_core(unit);
  pthread_barrier_wait(all_started);
  work(unit, &results[unit]);
  _exit(0);
}

int main(int argc, char **argv) {
  pid_t workers[MOST_UNITS];
  arguments(argc, argv);
  double created = milliseconds();
  results = share(units * sizeof *results);
  all_started = share(sizeof *all_started);
  shared_barrier(all_started, units);
  for (int unit = 0; unit < units; unit++) {
    workers[unit] = fork_bound();
    if (workers[unit] == 0) run(unit);
  }
  wait_for_children(workers, units);
  print("process", results, milliseconds() - created);
}
