/* The main thread ticks every 5 ms. Work comes in, and a process that waits for it does it, on a core of its own: how long
   is the longest silence?
   ./process [jobs] [limit] */
#define _GNU_SOURCE
#include "_ticks.h"

static struct result *result;
static pthread_barrier_t *go;

static void run(void) {
  pin_to_core(1);
  pthread_barrier_wait(go);
  work(result);
  _exit(0);
}

int main(int argc, char **argv) {
  arguments(argc, argv);
  result = share(sizeof *result);
  go = share(sizeof *go);
  shared_barrier(go, 2);
  watch_children();
  pid_t worker = fork_bound();
  if (worker == 0) run();
  tick_some();
  double began = milliseconds();
  pthread_barrier_wait(go);
  while (!result->done) tick();
  wait_for_children(&worker, 1);
  tick_some();
  print("process", began, result);
}
