/* Many tasks of one size, taken by a pool with a thread per core. When is that sooner than a plain loop?
   ./thread [tasks] [microseconds a task takes, about] */
#define _GNU_SOURCE
#include "_tasks.h"

static int taken; /* threads share it as it is */
static bool over;
static struct result *results;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_barrier_t all_started, go, all_done;

static void *work(void *number) {
  int worker = (int *)number - core_numbers;
  pthread_barrier_wait(&all_started);
  while (pthread_barrier_wait(&go), !over) {
    for (;;) {
      pthread_mutex_lock(&lock);
      int at = taken < tasks ? taken++ : tasks;
      pthread_mutex_unlock(&lock);
      if (at == tasks) break;
      results[at] = task(steps, worker);
    }
    pthread_barrier_wait(&all_done);
  }
  return NULL;
}

int main(int argc, char **argv) {
  arguments(argc, argv);
  pthread_t workers[MOST_WORKERS];
  double began, created = milliseconds();
  results = touched(allocate(tasks * sizeof *results));
  pthread_barrier_init(&all_started, NULL, cores + 1);
  pthread_barrier_init(&go, NULL, cores + 1);
  pthread_barrier_init(&all_done, NULL, cores + 1);
  for (int worker = 0; worker < cores; worker++) {
    check(pthread_create(&workers[worker], NULL, work, &core_numbers[worker]), "pthread_create");
  }
  pthread_barrier_wait(&all_started);
  do {
    taken = 0;
    began = milliseconds();
    pthread_barrier_wait(&go);
    pthread_barrier_wait(&all_done);
  } while (pass_again(results, began));
  over = true;
  pthread_barrier_wait(&go);
  for (int worker = 0; worker < cores; worker++) pthread_join(workers[worker], NULL);
  print("thread", results, cores, created);
}
