/* How much more memory does each thread cost? Pages that are shared count once (PSS, Linux), and the kernel's share counts.
   ./thread [workers] [MiB of their own] [MiB of the parent] */
#define _GNU_SOURCE
#include "../../_shared/c/workers.h"
#include "../../_shared/c/memory.h"
#include "_print.h"

enum { MOST = 64 };

static int ready[2], stop[2]; /* pipes: a worker says that it is ready, then waits until `stop` is closed */

static void *work(void *own) {
  char *mine = hold(*(size_t *)own), byte;
  if (write(ready[1], own, sizeof(size_t)) != sizeof(size_t)) fail("write: %s", strerror(errno));
  if (read(stop[0], &byte, 1) != 0) fail("expected the end of the pipe");
  free(mine);
  return NULL;
}

int main(int argc, char **argv) {
  int count = argc > 1 ? atoi(argv[1]) : 4;
  size_t own = (argc > 2 ? strtoul(argv[2], NULL, 10) : 0) << 20;
  char *held = hold((argc > 3 ? strtoul(argv[3], NULL, 10) : 0) << 20);
  size_t each, written = 0;
  if (count < 1 || count > MOST) fail("expected 1 to %d workers, found %s", MOST, argv[1]);
  check(pipe(ready), "pipe");
  check(pipe(stop), "pipe");
  pthread_t workers[MOST];
  pid_t pids[] = {getpid()};

  struct memory before = settled(pids, 1);
  for (int i = 0; i < count; i++) check(pthread_create(&workers[i], NULL, work, &own), "pthread_create");
  for (int i = 0; i < count; i++, written += each)
    if (read(ready[0], &each, sizeof each) != sizeof each) fail("read: %s", strerror(errno));
  struct memory after = settled(pids, 1), only = after;
  only.uss -= before.uss;
  close(stop[1]);
  for (int i = 0; i < count; i++) check(pthread_join(workers[i], NULL), "pthread_join");

  printf("%d threads in one process of %ld KiB\n", count, after.pss);
  print(count, written, before, after, only);
  free(held);
}
