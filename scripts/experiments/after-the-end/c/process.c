/* Five processes, one after the other, take 64 MiB and end: how much does the program still hold afterwards?
   ./process [large|small|forgotten|terminated] */
#define _GNU_SOURCE
#include "../../_shared/c/workers.h"
#include "../../_shared/c/memory.h"
#include "_take.h"

int main(int argc, char **argv) {
  if (argc > 1) how = argv[1];
  pid_t pids[] = {getpid(), 0};
  struct memory before = settled(pids, 1), held = before, left[TIMES];
  size_t taken = 0;

  for (int time = 0; time < TIMES; time++) {
    int ready[2], go[2];
    char byte;
    size_t bytes = 0;
    check(pipe(ready), "pipe");
    check(pipe(go), "pipe");
    pids[1] = fork_bound();
    if (pids[1] == 0) {
      close(go[1]);
      char **pieces = take(&bytes);
      if (write(ready[1], &bytes, sizeof bytes) != sizeof bytes || read(go[0], &byte, 1) != 0) _exit(1);
      give_back(pieces);
      _exit(0);
    }
    close(ready[1]); /* so that a worker that died ends the waiting */
    if (read(ready[0], &bytes, sizeof bytes) == sizeof bytes) {
      taken += bytes;
      if (time == 0) held = settled(pids, 2);
      if (is("terminated")) kill(pids[1], SIGKILL);
    }
    close(go[1]); /* it may end now */
    if (!is("terminated")) wait_for_children(pids + 1, 1);
    else if (waitpid(pids[1], NULL, 0) != pids[1]) fail("waitpid: %s", strerror(errno));
    close(ready[0]);
    close(go[0]);
    left[time] = settled(pids, 1);
  }
  print(taken, before, held, left);
}
