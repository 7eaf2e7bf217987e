/* How long until a new thread has done its first work, and until it is gone?
   ./thread [MiB the parent holds] [starts] */
#define _GNU_SOURCE
#include "_start.h"

static pthread_t worker;

static void *run(void *unused) {
  work();
  return unused;
}

static void start_worker(void) {
  check(pthread_create(&worker, NULL, run, NULL), "pthread_create");
}

static void join_worker(void) {
  check(pthread_join(worker, NULL), "pthread_join");
}

int main(int argc, char **argv) {
  check(pipe(replies), "pipe");
  measure(argc, argv);
}
