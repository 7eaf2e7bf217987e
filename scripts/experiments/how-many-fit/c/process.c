/* How many idle processes fit in 2 GiB, and what does each take? Never more than 2,000. ./process [how many are wanted] */
#define _GNU_SOURCE
#include "../../_shared/c/workers.h"
#include "../../_shared/c/memory.h"
#include "_limit.h"

enum { MOST = 2000 };

int main(int argc, char **argv) {
  int asked = argc > 1 ? atoi(argv[1]) : 100, fit = 0, error = 0, ready[2], stop[2];
  int most = asked < MOST ? asked : MOST;
  pid_t pids[1 + MOST] = {getpid()};
  char byte;
  check(pipe(ready), "pipe");
  check(pipe(stop), "pipe"); /* workers wait for its end */
  watch_children(); /* until then each that has started says so */
  struct memory before = settled(pids, 1), after;

  for (; fit < most && !full(pids, 1 + fit, fit, before); fit++) {
    pid_t parent = getpid(), worker = fork();
    if (worker == -1) {
      error = errno;
      break;
    }
    if (worker == 0) {
      if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || getppid() != parent) _exit(1);
      close(stop[1]);
      if (write(ready[1], "", 1) != 1) _exit(1);
      _exit(read(stop[0], &byte, 1) == 0 ? 0 : 1);
    }
    pids[1 + fit] = worker;
    if (read(ready[0], &byte, 1) != 1) fail("read: %s", strerror(errno));
  }
  if (fit == 0) fail("not one process: %s", strerror(error));
  if (error != 0) printf("no more: %s\n", strerror(error));
  after = settled(pids, 1 + fit);
  close(stop[1]);
  wait_for_children(pids + 1, fit);
  print(asked, fit, before, after);
}
