/* For how long does a loop stand still while it starts a thread?
   ./thread [MiB the parent holds] [starts] */
#define _GNU_SOURCE
#include <stdatomic.h>
#include "_loop.h"

static pthread_t worker;
static atomic_bool done;

static void *run(void *unused) {
  done = true;
  return unused;
}

static void start_worker(void) {
  done = false;
  check(pthread_create(&worker, NULL, run, NULL), "pthread_create");
}

static bool worker_is_gone(void) {
  if (!done) return false;
  check(pthread_join(worker, NULL), "pthread_join");
  return true;
}

int main(int argc, char **argv) {
  measure(argc, argv);
}
