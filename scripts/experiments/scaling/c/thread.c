/* Steps shared out among threads, on a core each, which all see the same counters.
   ./thread [threads] [nothing, line, lock or count] [steps] */
#define _GNU_SOURCE
#include "_steps.h"

static pthread_barrier_t all_started;
static struct counters counters = {.lock = PTHREAD_MUTEX_INITIALIZER};
static struct result results[MOST_UNITS];

static void *run(void *result) {
  int unit = (struct result *)result - results;
  pin_to_core(unit);
  pthread_barrier_wait(&all_started);
  work(unit, &counters, result);
  return NULL;
}

int main(int argc, char **argv) {
  pthread_t workers[MOST_UNITS];
  arguments(argc, argv);
  pthread_barrier_init(&all_started, NULL, units);
  for (int unit = 0; unit < units; unit++) {
    check(pthread_create(&workers[unit], NULL, run, &results[unit]), "pthread_create");
  }
  for (int unit = 0; unit < units; unit++) pthread_join(workers[unit], NULL);
  print(results, counted(&counters));
}
