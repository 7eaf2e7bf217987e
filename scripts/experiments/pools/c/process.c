/* Many tasks of one size, dealt out to a pool with a process per core. When is that sooner than a plain loop?
   ./process [tasks] [microseconds a task takes, about] */
#define _POSIX_C_SOURCE 200809L
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { STEPS_PER_MICROSECOND = 600 /* roughly */, MOST_WORKERS = 256, MOST_GIVEN = 64 };

struct result { unsigned number; int worker; double began, ended; };

static int tasks;
static long steps;
static struct result *results;
static int questions[2], answers[2]; /* pipes: processes share nothing else, so tasks and results go through them */

static double now(void) { /* ms */
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static struct result task(long steps) {
  struct result result = {1, 0, now(), 0};
  for (long step = 0; step < steps; step++) result.number = (result.number * 1103515245 + 12345) & 0x7fffffff;
  result.ended = now();
  return result;
}

static void print(double began, double wall, double with_start) {
  for (int at = 0; at < tasks && tasks <= 20; at++) {
    struct result *result = &results[at];
    printf("slice process-%d run %.3f %.3f\n", result->worker + 1, result->began - began, result->ended - began);
  }
  for (int at = 0; at < tasks; at++) {
    if (results[at].number != results[0].number) printf("task %d differs: %u\n", at, results[at].number);
  }
  printf("%d tasks, each with the result %u\n", tasks, results[0].number);
  printf("wall = %.3f ms\n", wall);
  printf("per-task = %.3f µs\n", wall * 1000 / tasks);
  printf("wall-with-start = %.3f ms\n", with_start);
}

static void work(int worker) {
  close(questions[1]); /* so that the end of the tasks is seen */
  while (read(questions[0], &steps, sizeof steps) == sizeof steps) {
    struct result result = task(steps);
    result.worker = worker;
    if (write(answers[1], &result, sizeof result) != sizeof result) _exit(1);
  }
  _exit(0);
}

static void give(long steps) {
  if (write(questions[1], &steps, sizeof steps) != sizeof steps) exit(1);
}

static void take(struct result *result) {
  if (read(answers[0], result, sizeof *result) != sizeof *result) exit(1);
}

int main(int argc, char **argv) {
  int cores = sysconf(_SC_NPROCESSORS_ONLN);
  tasks = argc > 1 ? atoi(argv[1]) : 100;
  steps = (argc > 2 ? atol(argv[2]) : 1000) * STEPS_PER_MICROSECOND;
  results = calloc(tasks, sizeof *results);
  if (tasks < 1 || !results || cores > MOST_WORKERS) return 1;

  double created = now();
  pid_t workers[MOST_WORKERS];
  if (pipe(questions) != 0 || pipe(answers) != 0) return 1;
  for (int worker = 0; worker < cores; worker++) {
    workers[worker] = fork();
    if (workers[worker] == 0) work(worker);
  }
  for (int worker = 0; worker < cores; worker++) give(1);
  for (int worker = 0; worker < cores; worker++) take(&results[0]); /* now the workers are there */

  double began = now();
  for (int given = 0, taken = 0; taken < tasks;) {
    if (given < tasks && given - taken < MOST_GIVEN) {
      give(steps);
      given++;
    } else {
      take(&results[taken++]);
    }
  }
  double wall = now() - began;
  close(questions[1]);
  for (int worker = 0; worker < cores; worker++) waitpid(workers[worker], NULL, 0);
  print(began, wall, now() - created);
  free(results);
  return 0;
}
