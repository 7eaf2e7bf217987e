/* For how long does a loop stand still while it starts a process with fork and exec?
   ./process [MiB the parent holds] [starts] */
#define _GNU_SOURCE
#include "_child.h"

static void start_worker(void) {
  worker = fork();
  if (worker == -1) fail("fork: %s", strerror(errno));
  if (worker == 0) {
    execvp(ARGUMENTS[0], ARGUMENTS);
    _exit(127);
  }
}

int main(int argc, char **argv) {
  measure(argc, argv);
}
