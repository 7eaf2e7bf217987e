/* A thread starts beside 256 MiB, and one of the two writes to a share of them: how much has been copied afterwards?
   ./thread [worker|parent] [per cent] */
#define _GNU_SOURCE
#include "../../_shared/c/workers.h"
#include "../../_shared/c/memory.h"
#include "_touch.h"

static int by_parent, percent;
static char *held;
static struct touched touched;
static pthread_barrier_t start, done, counted;

static void *work(void *unused) {
  pthread_barrier_wait(&start);
  if (!by_parent) touched = touch(held, percent);
  pthread_barrier_wait(&done);
  pthread_barrier_wait(&counted);
  return unused;
}

int main(int argc, char **argv) {
  by_parent = argc > 1 && strcmp(argv[1], "parent") == 0;
  percent = argc > 2 ? atoi(argv[2]) : 100;
  held = hold(SIZE);
  pthread_barrier_t *all[] = {&start, &done, &counted};
  for (int i = 0; i < 3; i++) check(pthread_barrier_init(all[i], NULL, 2), "barrier");
  pid_t pids[] = {getpid()};
  pthread_t worker;

  check(pthread_create(&worker, NULL, work, NULL), "pthread_create");
  struct memory before = settled(pids, 1);
  pthread_barrier_wait(&start);
  pthread_barrier_wait(&done);
  if (by_parent) touched = touch(held, percent);
  struct memory after = settled(pids, 1);
  pthread_barrier_wait(&counted);
  check(pthread_join(worker, NULL), "pthread_join");
  print(before, after, touched);
}
