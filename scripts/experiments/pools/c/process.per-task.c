/* Many tasks of one size, each in a process of its own, one per core at a time. When is that sooner than a plain loop?
   ./process.per-task [tasks] [microseconds a task takes, about] */
#define _GNU_SOURCE
#include "_tasks.h"

static struct result *results;

static void work(int at) {
  results[at] = task(steps, at);
  _exit(0);
}

int main(int argc, char **argv) {
  arguments(argc, argv);
  pid_t *workers = allocate(tasks * sizeof *workers);
  results = touched(share(tasks * sizeof *results));
  double began = milliseconds();
  for (int at = 0; at < tasks + cores; at++) {
    if (at >= cores) wait_for_child(workers, tasks); /* one that has ended makes room for the next */
    if (at < tasks && (workers[at] = fork_bound()) == 0) work(at);
  }
  pass_again(results, began); /* there is none: each task has had its worker */
  print("process", results, cores, began);
}
