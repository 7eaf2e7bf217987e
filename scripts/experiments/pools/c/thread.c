/* Many tasks of one size, dealt out to a pool with a thread per core. When is that sooner than a plain loop?
   ./thread [tasks] [microseconds a task takes, about] */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

enum { STEPS_PER_MICROSECOND = 600 /* roughly */, MOST_WORKERS = 256 };

struct result { unsigned number; int worker; double began, ended; };

static int tasks, taken; /* threads share them as they are */
static long steps;
static struct result *results;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_barrier_t all_started, go, all_done;

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
    printf("slice thread-%d run %.3f %.3f\n", result->worker + 1, result->began - began, result->ended - began);
  }
  for (int at = 0; at < tasks; at++) {
    if (results[at].number != results[0].number) printf("task %d differs: %u\n", at, results[at].number);
  }
  printf("%d tasks, each with the result %u\n", tasks, results[0].number);
  printf("wall = %.3f ms\n", wall);
  printf("per-task = %.3f µs\n", wall * 1000 / tasks);
  printf("wall-with-start = %.3f ms\n", with_start);
}

static void *work(void *worker) {
  pthread_barrier_wait(&all_started);
  pthread_barrier_wait(&go);
  for (;;) {
    pthread_mutex_lock(&lock);
    int at = taken < tasks ? taken++ : tasks;
    pthread_mutex_unlock(&lock);
    if (at == tasks) break;
    results[at] = task(steps);
    results[at].worker = (int)(intptr_t)worker;
  }
  pthread_barrier_wait(&all_done);
  return NULL;
}

int main(int argc, char **argv) {
  int cores = sysconf(_SC_NPROCESSORS_ONLN);
  tasks = argc > 1 ? atoi(argv[1]) : 100;
  steps = (argc > 2 ? atol(argv[2]) : 1000) * STEPS_PER_MICROSECOND;
  results = calloc(tasks, sizeof *results);
  if (tasks < 1 || !results || cores > MOST_WORKERS) return 1;

  pthread_t workers[MOST_WORKERS];
  double created = now();
  pthread_barrier_init(&all_started, NULL, cores + 1);
  pthread_barrier_init(&go, NULL, cores + 1);
  pthread_barrier_init(&all_done, NULL, cores + 1);
  for (int worker = 0; worker < cores; worker++) {
    if (pthread_create(&workers[worker], NULL, work, (void *)(intptr_t)worker) != 0) return 1;
  }
  pthread_barrier_wait(&all_started);
  double began = now();
  pthread_barrier_wait(&go);
  pthread_barrier_wait(&all_done);
  double wall = now() - began;
  for (int worker = 0; worker < cores; worker++) pthread_join(workers[worker], NULL);
  print(began, wall, now() - created);
  free(results);
  return 0;
}
