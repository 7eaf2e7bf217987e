/* Many tasks of one size, dealt out to a pool with a process per core. When is that sooner than a plain loop?
   ./process [tasks] [microseconds a task takes, about] */
#define _GNU_SOURCE
#include "_tasks.h"

enum { MOST_GIVEN = 64 }; /* tasks at a time, so that the pipes never fill */

static struct result *results;
static int questions[2], answers[2]; /* pipes: processes share nothing else, so tasks and results go through them */

static void work(int worker) {
  close(questions[1]); /* so that the end of the tasks is seen */
  while (read(questions[0], &steps, sizeof steps) == sizeof steps) {
    struct result result = task(steps, worker);
    if (write(answers[1], &result, sizeof result) != sizeof result) _exit(1);
  }
  _exit(0);
}

static void give(long steps) {
  if (write(questions[1], &steps, sizeof steps) != sizeof steps) fail_after_children("the workers are gone");
}

static void take(struct result *result) {
  if (read(answers[0], result, sizeof *result) != sizeof *result) fail_after_children("the workers are gone");
}

int main(int argc, char **argv) {
  arguments(argc, argv);
  pid_t workers[MOST_WORKERS];
  double began, created = milliseconds();
  results = touched(allocate(tasks * sizeof *results));
  check(pipe(questions), "pipe");
  check(pipe(answers), "pipe");
  watch_children();
  for (int worker = 0; worker < cores; worker++) {
    workers[worker] = fork_bound();
    if (workers[worker] == 0) work(worker);
  }
  notice_broken_pipes();
  for (int worker = 0; worker < cores; worker++) give(1);
  for (int worker = 0; worker < cores; worker++) take(&results[0]); /* now the workers are there */

  do {
    began = milliseconds();
    for (int given = 0, taken = 0; taken < tasks;) {
      if (given < tasks && given - taken < MOST_GIVEN) {
        give(steps);
        given++;
      } else {
        take(&results[taken++]);
      }
    }
  } while (pass_again(results, began));
  close(questions[1]);
  wait_for_children(workers, cores);
  print("process", results, cores, created);
}
