/* How long until a new process has done its first work, and until it is gone?
   ./process [MiB the parent holds] [starts] */
#define _POSIX_C_SOURCE 200809L
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static int replies[2]; /* a pipe: the worker writes its answer, the parent reads it */

static double now(void) { /* ms */
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static void work(void) {
  long sum = 0;
  for (long number = 0; number < 1000; number++) sum += number;
  if (write(replies[1], &sum, sizeof sum) != sizeof sum) perror("write");
}

static long start(double *ready, double *joined) {
  double began = now();
  long answer;
  pid_t worker = fork();
  if (worker < 0) exit(1);
  if (worker == 0) {
    work();
    _exit(0);
  }
  if (read(replies[0], &answer, sizeof answer) != sizeof answer) exit(1);
  *ready = now() - began;
  waitpid(worker, NULL, 0);
  *joined = now() - began;
  return answer;
}

static int ascending(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

static double median(double *times, int count) {
  qsort(times, count, sizeof *times, ascending);
  return times[count / 2];
}

int main(int argc, char **argv) {
  size_t size = (argc > 1 ? strtoul(argv[1], NULL, 10) : 64) << 20;
  int starts = argc > 2 ? atoi(argv[2]) : 5;
  volatile char *held = malloc(size + 1);
  double *ready = calloc(starts + 1, sizeof *ready), *joined = calloc(starts + 1, sizeof *joined);
  if (starts < 1 || !held || !ready || !joined || pipe(replies) != 0) return 1;
  for (size_t at = 0; at < size; at += 4096) held[at] = 'x'; /* written to, so that it is really there */

  long answer = start(ready, joined); /* the first one warms up and is not counted */
  for (int count = 0; count < starts; count++) answer = start(&ready[count], &joined[count]);

  struct rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  printf("each worker answered %ld\n", answer);
  printf("resident = %ld MiB\n", usage.ru_maxrss / 1024);
  printf("ready = %.3f ms\n", median(ready, starts));
  printf("joined = %.3f ms\n", median(joined, starts));
  free((void *)held);
  free(ready);
  free(joined);
  return 0;
}
