// Two threads take turns on one integer, asleep on a futex in between: on one core, each turn is a context switch.
// The control for processes: the futex is looked up as a shared one, which threads do not need and processes do.
// Usage: thread.futex-shared [round trips per batch] [working set in KiB] [core this side moves to]
#define _GNU_SOURCE
#include <linux/futex.h>
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

enum { BATCHES = 10, CACHE_LINE = 64, MINE = 0, OTHERS = 1, OVER = 2 };

static _Atomic int turn;
static size_t working_set;

static int wait_for(int whose) {
  int now;
  while ((now = atomic_load(&turn)) != whose && now != OVER) syscall(SYS_futex, &turn, FUTEX_WAIT, now, NULL, NULL, 0);
  return now;
}

static void give(int whose) {
  atomic_store(&turn, whose);
  syscall(SYS_futex, &turn, FUTEX_WAKE, 1, NULL, NULL, 0);
}

static void walk(volatile char *memory) {
  for (size_t i = 0; i < working_set; i += CACHE_LINE) memory[i]++;
}

static void *answer(void *unused) {
  char *memory = calloc(1, working_set + 1);
  while (wait_for(OTHERS) != OVER) {
    walk(memory);
    give(MINE);
  }
  free(memory);
  return unused;
}

static double microseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1e6 + now.tv_nsec / 1e3;
}

static double batch(long round_trips, char *memory) {
  double start = microseconds();
  for (long i = 0; i < round_trips; i++) {
    walk(memory);
    give(OTHERS);
    wait_for(MINE);
  }
  return (microseconds() - start) / round_trips / 2;
}

static int ascending(const void *a, const void *b) {
  return (*(double *)a > *(double *)b) - (*(double *)a < *(double *)b);
}

int main(int argc, char **argv) {
  long round_trips = argc > 1 ? atol(argv[1]) : 2000;
  working_set = (argc > 2 ? atol(argv[2]) : 0) * 1024;

  pthread_t other;
  if (pthread_create(&other, NULL, answer, NULL)) return 1;

  if (argc > 3) {
    cpu_set_t core;
    CPU_ZERO(&core);
    CPU_SET(atoi(argv[3]), &core);
    if (sched_setaffinity(0, sizeof core, &core)) {
      perror("cannot move to that core");
    give(OVER);
      return 1;
    }
  }

  char *memory = calloc(1, working_set + 1);
  double times[BATCHES];
  batch(round_trips, memory); // warm-up
  for (int i = 0; i < BATCHES; i++) times[i] = batch(round_trips, memory);
  qsort(times, BATCHES, sizeof *times, ascending);

  give(OVER);
  pthread_join(other, NULL);

  struct rusage used;
  getrusage(RUSAGE_SELF, &used);
  printf("%ld hand-overs: %ld by waiting, %ld by being preempted\n", 2 * round_trips * (BATCHES + 1),
         used.ru_nvcsw, used.ru_nivcsw);
  printf("switch = %.3f µs\n", (times[BATCHES / 2 - 1] + times[BATCHES / 2]) / 2);
  printf("switches = %ld\n", used.ru_nvcsw + used.ru_nivcsw);
}
