/* Five threads, one after the other, take 64 MiB and end: how much does the program still hold afterwards?
   ./thread [large|small|forgotten|terminated] */
#define _GNU_SOURCE
#include "../../_shared/c/workers.h"
#include "../../_shared/c/memory.h"
#include "_take.h"

static int ready[2], go[2]; /* pipes */
static size_t taken;        /* bytes, by all of them */

static void *work(void *unused) {
  char byte, **pieces = take(&taken);
  if (write(ready[1], "", 1) != 1) fail("write: %s", strerror(errno));
  if (read(go[0], &byte, 1) != 1) fail("read: %s", strerror(errno)); /* a thread may be cancelled here */
  give_back(pieces);
  return unused;
}

int main(int argc, char **argv) {
  if (argc > 1) how = argv[1];
  pid_t pids[] = {getpid()};
  check(pipe(ready), "pipe");
  check(pipe(go), "pipe");
  struct memory before = settled(pids, 1), held = before, left[TIMES];

  for (int time = 0; time < TIMES; time++) {
    pthread_t worker;
    char byte;
    check(pthread_create(&worker, NULL, work, NULL), "pthread_create");
    if (read(ready[0], &byte, 1) != 1) fail("read: %s", strerror(errno));
    if (time == 0) held = settled(pids, 1);
    if (is("terminated")) check(pthread_cancel(worker), "pthread_cancel");
    else if (write(go[1], "", 1) != 1) fail("write: %s", strerror(errno));
    check(pthread_join(worker, NULL), "pthread_join");
    left[time] = settled(pids, 1);
  }
  print(taken, before, held, left);
}
