/* Many tasks of one size, each in a thread of its own, one per core at a time. When is that sooner than a plain loop?
   ./thread.per-task [tasks] [microseconds a task takes, about] */
#define _GNU_SOURCE
#include "_tasks.h"

static struct result *results;

static void *work(void *result) {
  *(struct result *)result = task(steps, (struct result *)result - results);
  return NULL;
}

int main(int argc, char **argv) {
  arguments(argc, argv);
  pthread_t *workers = allocate(tasks * sizeof *workers);
  results = touched(allocate(tasks * sizeof *results));
  double began = milliseconds();
  for (int at = 0; at < tasks + cores; at++) {
    if (at >= cores) pthread_join(workers[at - cores], NULL); /* the oldest makes room for the next */
    if (at < tasks) check(pthread_create(&workers[at], NULL, work, &results[at]), "pthread_create");
  }
  pass_again(results, began); /* there is none: each task has had its worker */
  print("thread", results, cores, began);
}
