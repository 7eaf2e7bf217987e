// Two processes work and record when they ran, and where: held on one core they take turns, on two they run at once.
// Usage: process [ms of work]
#define _GNU_SOURCE
#include <pthread.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>
#include "_recording.h"

static struct shared {
  struct recording recordings[UNITS];
  pthread_barrier_t start;
} *shared;
static double duration = 100;

static void worker(int i) {
  pthread_barrier_wait(&shared->start);
  work_and_record(&shared->recordings[i], i + 1, duration);
}

int main(int argc, char **argv) {
  if (argc > 1) duration = atof(argv[1]);
  printf("recording-cost = %.3f\n", recording_cost());
  fflush(stdout); // or every child would have a copy to print

  double origin = milliseconds();
  shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (shared == MAP_FAILED) return 1;
  pthread_barrierattr_t between_processes;
  pthread_barrierattr_init(&between_processes);
  pthread_barrierattr_setpshared(&between_processes, PTHREAD_PROCESS_SHARED);
  pthread_barrier_init(&shared->start, &between_processes, UNITS);
  for (int i = 0; i < UNITS; i++) {
    pid_t child = fork();
    if (child < 0) return 1;
    if (child == 0) {
      worker(i);
      _exit(0);
    }
  }
  for (int i = 0; i < UNITS; i++) wait(NULL);

  print_timeline(shared->recordings, origin);
}
