// Two threads work and record when they ran, and where: held on one core they take turns, on two they run at once.
// Usage: thread [ms of work]
#define _GNU_SOURCE
#include <pthread.h>
#include "_recording.h"

static struct shared {
  struct recording recordings[UNITS];
  pthread_barrier_t start;
} memory, *shared = &memory;
static double duration = 100;

static void *worker(void *recording) {
  pthread_barrier_wait(&shared->start);
  work_and_record(recording, (struct recording *)recording - shared->recordings + 1, duration);
  return NULL;
}

int main(int argc, char **argv) {
  if (argc > 1) duration = atof(argv[1]);
  printf("recording-cost = %.3f\n", recording_cost());

  double origin = milliseconds();
  pthread_barrier_init(&shared->start, NULL, UNITS);
  pthread_t workers[UNITS];
  for (int i = 0; i < UNITS; i++)
    if (pthread_create(&workers[i], NULL, worker, &shared->recordings[i])) return 1;
  for (int i = 0; i < UNITS; i++) pthread_join(workers[i], NULL);

  print_timeline(shared->recordings, origin);
}
