/* Two threads work and record when they ran, and where: held on one core they take turns, on two they run at once.
   ./thread [ms of work] */
#define _GNU_SOURCE
#include "_recording.h"
#include "_print.h"

static struct shared {
  struct recording recordings[UNITS];
  pthread_barrier_t start;
} memory, *shared = &memory;
static double duration = 100;

static void *worker(void *recording) {
  int unit = (struct recording *)recording - shared->recordings;
  pin_to_core(unit);
  pthread_barrier_wait(&shared->start);
  work_and_record(recording, unit + 1, duration);
  return NULL;
}

int main(int argc, char **argv) {
  if (argc > 1) duration = atof(argv[1]);
  printf("recording-cost = %.3f\n", recording_cost());

  double origin = milliseconds();
  pthread_barrier_init(&shared->start, NULL, UNITS);
  pthread_t workers[UNITS];
  for (int unit = 0; unit < UNITS; unit++) {
    check(pthread_create(&workers[unit], NULL, worker, &shared->recordings[unit]), "pthread_create");
  }
  for (int unit = 0; unit < UNITS; unit++) pthread_join(workers[unit], NULL);
  print_timeline(shared->recordings, origin);
}
