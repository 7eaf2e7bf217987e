/* A process is forked beside 256 MiB, and one of the two writes to a share of them: how much has been copied afterwards?
   ./process [worker|parent] [per cent] */
#define _GNU_SOURCE
#include "../../_shared/c/workers.h"
#include "../../_shared/c/memory.h"
#include "_touch.h"

int main(int argc, char **argv) {
  int by_parent = argc > 1 && strcmp(argv[1], "parent") == 0, percent = argc > 2 ? atoi(argv[2]) : 100;
  char *held = hold(SIZE);
  int go[2], done[2];
  struct touched touched = {0, 0};
  check(pipe(go), "pipe");
  check(pipe(done), "pipe");

  pid_t pids[] = {getpid(), fork_bound()};
  if (pids[1] == 0) {
    char byte;
    close(go[1]);
    if (read(go[0], &byte, 1) != 1) _exit(1);
    if (!by_parent) touched = touch(held, percent);
    if (write(done[1], &touched, sizeof touched) != sizeof touched) _exit(1);
    _exit(read(go[0], &byte, 1) == 0 ? 0 : 1); /* at the end of the pipe, when the memory has been counted */
  }
  watch_children();
  notice_broken_pipes();
  close(done[1]); /* so that a worker that died ends the waiting */
  struct memory before = settled(pids, 2), after = before;
  if (write(go[1], "", 1) == 1 && read(done[0], &touched, sizeof touched) == sizeof touched) {
    if (by_parent) touched = touch(held, percent);
    after = settled(pids, 2);
  }
  close(go[1]);
  wait_for_children(pids + 1, 1);
  print(before, after, touched);
}
