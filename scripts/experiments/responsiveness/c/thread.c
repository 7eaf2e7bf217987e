/* The main thread ticks every 5 ms. Work comes in, and a thread that waits for it does it, on a core of its own: how long
   is the longest silence?
   ./thread [jobs] [limit] */
#define _GNU_SOURCE
#include "_ticks.h"

static struct result result;
static pthread_barrier_t go;

static void *run(void *unused) {
  pin_to_core(1);
  pthread_barrier_wait(&go);
  work(&result);
  return unused;
}

int main(int argc, char **argv) {
  arguments(argc, argv);
  pthread_t worker;
  pthread_barrier_init(&go, NULL, 2);
  check(pthread_create(&worker, NULL, run, NULL), "pthread_create");
  tick_some();
  double began = milliseconds();
  pthread_barrier_wait(&go);
  while (!result.done) tick();
  pthread_join(worker, NULL);
  tick_some();
  print("thread", began, &result);
}
