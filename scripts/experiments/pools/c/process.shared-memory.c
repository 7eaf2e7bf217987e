/* As thread.c, but with a process per core: they take tasks from a counter in memory that is mapped as shared.
   ./process.shared-memory [tasks] [microseconds a task takes, about] */
#define _GNU_SOURCE
#include "_tasks.h"

static struct shared {
  int taken;
  bool over;
  pthread_mutex_t lock;
  pthread_barrier_t all_started, go, all_done;
} *shared;
static struct result *results;

static void work(int worker) {
  pthread_barrier_wait(&shared->all_started);
  while (pthread_barrier_wait(&shared->go), !shared->over) {
    for (;;) {
      pthread_mutex_lock(&shared->lock);
      int at = shared->taken < tasks ? shared->taken++ : tasks;
      pthread_mutex_unlock(&shared->lock);
      if (at == tasks) break;
      results[at] = task(steps, worker);
    }
    pthread_barrier_wait(&shared->all_done);
  }
  _exit(0);
}

int main(int argc, char **argv) {
  arguments(argc, argv);
  pid_t workers[MOST_WORKERS];
  pthread_mutexattr_t between_processes;
  double began, created = milliseconds();
  results = touched(share(tasks * sizeof *results));
  shared = share(sizeof *shared);
  pthread_mutexattr_init(&between_processes);
  pthread_mutexattr_setpshared(&between_processes, PTHREAD_PROCESS_SHARED);
  check(pthread_mutex_init(&shared->lock, &between_processes), "pthread_mutex_init");
  shared_barrier(&shared->all_started, cores + 1);
  shared_barrier(&shared->go, cores + 1);
  shared_barrier(&shared->all_done, cores + 1);
  watch_children();
  for (int worker = 0; worker < cores; worker++) {
    workers[worker] = fork_bound();
    if (workers[worker] == 0) work(worker);
  }
  pthread_barrier_wait(&shared->all_started);
  do {
    shared->taken = 0;
    began = milliseconds();
    pthread_barrier_wait(&shared->go);
    pthread_barrier_wait(&shared->all_done);
  } while (pass_again(results, began));
  shared->over = true;
  pthread_barrier_wait(&shared->go);
  wait_for_children(workers, cores);
  print("process", results, cores, created);
}
