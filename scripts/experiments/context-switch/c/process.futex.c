// Two processes take turns on one integer in shared memory, asleep on a futex in between: on one core, each turn is a
// context switch. The figure is half a round trip, system calls included. The futex has to be a shared one.
// Usage: process.futex [round trips per batch] [working set in KiB] [core this side moves to]
#define _GNU_SOURCE
#include <linux/futex.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { BATCHES = 10, CACHE_LINE = 64, MINE = 0, OTHERS = 1, OVER = 2 };

static _Atomic int *turn;
static size_t working_set;

static int wait_for(int whose) {
  int now;
  while ((now = atomic_load(turn)) != whose && now != OVER) syscall(SYS_futex, turn, FUTEX_WAIT, now, NULL, NULL, 0);
  return now;
}

static void give(int whose) {
  atomic_store(turn, whose);
  syscall(SYS_futex, turn, FUTEX_WAKE, 1, NULL, NULL, 0);
}

static void walk(volatile char *memory) {
  for (size_t i = 0; i < working_set; i += CACHE_LINE) memory[i]++;
}

static void answer(void) {
  char *memory = calloc(1, working_set + 1);
  while (wait_for(OTHERS) != OVER) {
    walk(memory);
    give(MINE);
  }
  free(memory);
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

  turn = mmap(NULL, sizeof *turn, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (turn == MAP_FAILED) return 1;
  pid_t other = fork();
  if (other < 0) return 1;
  if (other == 0) {
    answer();
    _exit(0);
  }

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
  waitpid(other, NULL, 0);

  struct rusage used, child;
  getrusage(RUSAGE_SELF, &used);
  getrusage(RUSAGE_CHILDREN, &child);
  printf("%ld hand-overs: %ld by waiting, %ld by being preempted\n", 2 * round_trips * (BATCHES + 1),
         used.ru_nvcsw + child.ru_nvcsw, used.ru_nivcsw + child.ru_nivcsw);
  printf("switch = %.3f µs\n", (times[BATCHES / 2 - 1] + times[BATCHES / 2]) / 2);
  printf("switches = %ld\n", used.ru_nvcsw + used.ru_nivcsw + child.ru_nvcsw + child.ru_nivcsw);
}
