/* Steps shared out among processes, on a core each. Each counts in a copy of its own: nothing is shared.
   ./process [processes] [nothing, line, lock or count] [steps] */
#define _GNU_SOURCE
#include "_steps.h"

static pthread_barrier_t *all_started;
static _Alignas(4096) struct counters counters = {.lock = PTHREAD_MUTEX_INITIALIZER}; /* in one page */
static struct result *results;

static void run(int unit) {
  pin_to_core(unit);
  counters.locked = 0; /* written to, so that the copy is made before the clock starts */
  pthread_barrier_wait(all_started);
  work(unit, &counters, &results[unit]);
  results[unit].steps = counted(&counters);
  _exit(0);
}

int main(int argc, char **argv) {
  pid_t workers[MOST_UNITS];
  long steps = 0;
  arguments(argc, argv);
  results = share(units * sizeof *results);
  all_started = share(sizeof *all_started);
  shared_barrier(all_started, units);
  for (int unit = 0; unit < units; unit++) {
    workers[unit] = fork_bound();
    if (workers[unit] == 0) run(unit);
  }
  wait_for_children(workers, units);
  for (int unit = 0; unit < units; unit++) steps += results[unit].steps;
  print(results, steps);
}
