/* Blurs a picture, a band of it for each process, on a core each. They inherit the picture, and write to memory that all map.
   ./process.shared-memory [processes] [width of the picture] */
#define _GNU_SOURCE
#include "_picture.h"

static struct times *times;
static struct { pthread_barrier_t all_started, go, all_done; } *barriers;

static void run(int worker) {
  pin_to_core(worker);
  touch_band(worker);
  pthread_barrier_wait(&barriers->all_started);
  pthread_barrier_wait(&barriers->go);
  times[worker] = blur_band(worker);
  pthread_barrier_wait(&barriers->all_done);
  _exit(0);
}

int main(int argc, char **argv) {
  pid_t children[MOST_WORKERS];
  arguments(argc, argv);
  double created = milliseconds();
  blurred = share((size_t)width * height);
  times = share(workers * sizeof *times);
  barriers = share(sizeof *barriers);
  shared_barrier(&barriers->all_started, workers + 1);
  shared_barrier(&barriers->go, workers + 1);
  shared_barrier(&barriers->all_done, workers + 1);
  watch_children();
  for (int worker = 0; worker < workers; worker++) {
    children[worker] = fork_bound();
    if (children[worker] == 0) run(worker);
  }
  pthread_barrier_wait(&barriers->all_started);
  double began = milliseconds();
  pthread_barrier_wait(&barriers->go);
  pthread_barrier_wait(&barriers->all_done);
  double wall = milliseconds() - began;
  wait_for_children(children, workers);
  print("process", times, began, wall, milliseconds() - created);
}
