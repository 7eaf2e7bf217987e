/* Two processes work and record when they ran, and where: held on one core they take turns, on two they run at once.
   ./process [ms of work] */
#define _GNU_SOURCE
#include "_recording.h"
#include "_print.h"

static struct shared {
  struct recording recordings[UNITS];
  pthread_barrier_t start;
} *shared;
static double duration = 100;

static void worker(int unit) {
  pin_to_core(unit);
  pthread_barrier_wait(&shared->start);
  work_and_record(&shared->recordings[unit], unit + 1, duration);
  _exit(0);
}

int main(int argc, char **argv) {
  if (argc > 1) duration = atof(argv[1]);
  printf("recording-cost = %.3f\n", recording_cost());
  fflush(stdout); /* or every child would have a copy to print */

  double origin = milliseconds();
  shared = share(sizeof *shared);
  shared_barrier(&shared->start, UNITS);
  pid_t workers[UNITS];
  for (int unit = 0; unit < UNITS; unit++) {
    workers[unit] = fork_bound();
    if (workers[unit] == 0) worker(unit);
  }
  wait_for_children(workers, UNITS);
  print_timeline(shared->recordings, origin);
}
