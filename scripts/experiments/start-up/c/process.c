/* How long until a new process has done its first work, and until it is gone?
   ./process [MiB the parent holds] [starts] */
#define _GNU_SOURCE
#include "_start.h"

static pid_t worker;

static void start_worker(void) {
  worker = fork();
  if (worker == -1) fail("fork: %s", strerror(errno));
  if (worker == 0) {
    work();
    _exit(0);
  }
}

static void join_worker(void) {
  wait_for_children(&worker, 1);
}

int main(int argc, char **argv) {
  check(pipe(replies), "pipe");
  watch_children(); /* one that dies before it has answered would be waited for for ever */
  measure(argc, argv);
}
