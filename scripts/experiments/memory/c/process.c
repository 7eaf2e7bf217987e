/* How much more memory does each process cost? Pages that are shared count once (PSS, Linux), and the kernel's share counts.
   ./process [workers] [MiB of their own] [MiB of the parent] */
#define _GNU_SOURCE
#include "../../_shared/c/workers.h"
#include "../../_shared/c/memory.h"
#include "_print.h"

enum { MOST = 64 };

static int ready[2], stop[2]; /* pipes: a worker says that it is ready, then waits until `stop` is closed */

static void work(size_t own) {
  char *mine = hold(own), byte;
  close(stop[1]); /* each process has a copy, and the last one must be closed for the end to be seen */
  if (write(ready[1], &own, sizeof own) != sizeof own) _exit(1);
  close(ready[1]);
  if (read(stop[0], &byte, 1) != 0) _exit(1);
  free(mine);
}

int main(int argc, char **argv) {
  int count = argc > 1 ? atoi(argv[1]) : 4, arrived = 0;
  size_t own = (argc > 2 ? strtoul(argv[2], NULL, 10) : 0) << 20;
  char *held = hold((argc > 3 ? strtoul(argv[3], NULL, 10) : 0) << 20);
  size_t each, written = 0;
  if (count < 1 || count > MOST) fail("expected 1 to %d workers, found %s", MOST, argv[1]);
  check(pipe(ready), "pipe");
  check(pipe(stop), "pipe");
  pid_t pids[1 + MOST] = {getpid()}, *workers = pids + 1;

  struct memory before = settled(pids, 1), after = before, only = before;
  for (int i = 0; i < count; i++) {
    workers[i] = fork_bound();
    if (workers[i] == 0) {
      work(own);
      _exit(0);
    }
  }
  close(ready[1]); /* so that a worker that died ends the waiting */
  for (; arrived < count && read(ready[0], &each, sizeof each) == sizeof each; arrived++) written += each;
  if (arrived == count) {
    after = settled(pids, 1 + count);
    only = memory_of(workers, count);
  }
  close(stop[1]);
  wait_for_children(workers, count);

  printf("%d processes and their parent share %ld KiB\n", count, after.pss);
  print(count, written, before, after, only);
  free(held);
}
