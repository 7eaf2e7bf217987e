// Two processes hand a byte back and forth through two pipes: on one core, each hand-over is a context switch.
// The figure is half a round trip, so it includes the read and write system calls that ask for the switch.
// Usage: process [round trips per batch] [working set in KiB] [core this side moves to]
#define _GNU_SOURCE
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { BATCHES = 10, CACHE_LINE = 64 };

static int ping[2], pong[2];
static size_t working_set;

static void walk(volatile char *memory) {
  for (size_t i = 0; i < working_set; i += CACHE_LINE) memory[i]++;
}

static void answer(void) {
  char *memory = calloc(1, working_set + 1);
  char byte;
  while (read(ping[0], &byte, 1) == 1) {
    walk(memory);
    if (write(pong[1], &byte, 1) != 1) break;
  }
  free(memory);
}

static double microseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1e6 + now.tv_nsec / 1e3;
}

static double batch(long round_trips, char *memory) {
  char byte = 0;
  double start = microseconds();
  for (long i = 0; i < round_trips; i++) {
    walk(memory);
    if (write(ping[1], &byte, 1) != 1 || read(pong[0], &byte, 1) != 1) exit(1);
  }
  return (microseconds() - start) / round_trips / 2;
}

static int ascending(const void *a, const void *b) {
  return (*(double *)a > *(double *)b) - (*(double *)a < *(double *)b);
}

int main(int argc, char **argv) {
  long round_trips = argc > 1 ? atol(argv[1]) : 2000;
  working_set = (argc > 2 ? atol(argv[2]) : 0) * 1024;

  if (pipe(ping) || pipe(pong)) return 1;
  pid_t other = fork();
  if (other < 0) return 1;
  if (other == 0) {
    close(ping[1]); // or the child would hold its own pipe open
    answer();
    _exit(0);
  }

  if (argc > 3) {
    cpu_set_t core;
    CPU_ZERO(&core);
    CPU_SET(atoi(argv[3]), &core);
    if (sched_setaffinity(0, sizeof core, &core)) {
      perror("cannot move to that core");
      return 1;
    }
  }

  char *memory = calloc(1, working_set + 1);
  double times[BATCHES];
  batch(round_trips, memory); // warm-up
  for (int i = 0; i < BATCHES; i++) times[i] = batch(round_trips, memory);
  qsort(times, BATCHES, sizeof *times, ascending);

  close(ping[1]); // the other process reads the end of the pipe and exits
  waitpid(other, NULL, 0);

  struct rusage used, child;
  getrusage(RUSAGE_SELF, &used);
  getrusage(RUSAGE_CHILDREN, &child);
  printf("%ld hand-overs: %ld by waiting, %ld by being preempted\n", 2 * round_trips * (BATCHES + 1),
         used.ru_nvcsw + child.ru_nvcsw, used.ru_nivcsw + child.ru_nivcsw);
  printf("switch = %.3f µs\n", (times[BATCHES / 2 - 1] + times[BATCHES / 2]) / 2);
  printf("switches = %ld\n", used.ru_nvcsw + used.ru_nivcsw + child.ru_nvcsw + child.ru_nivcsw);
}
