/* Two threads take two locks, each the other one first: now and then both wait for ever.
   ./thread.deadlock [runs] [opposite|same order] [transfers of each thread] */
#include "_accounts.h"

static void *work(void *unit) {
  move_money((int)(long)unit);
  return NULL;
}

static int run(void) {
  pthread_t workers[2];
  shared->deadlocked = 0;
  for (long unit = 0; unit < 2; unit++) check(pthread_create(&workers[unit], NULL, work, (void *)unit), "pthread_create");
  for (int unit = 0; unit < 2; unit++) check(pthread_join(workers[unit], NULL), "pthread_join");
  return shared->deadlocked;
}

int main(int argc, char **argv) {
  arguments(argc, argv);
  shared = allocate(sizeof *shared);
  for (int i = 0; i < 2; i++) check(pthread_mutex_init(&shared->accounts[i].lock, NULL), "mutex");
  check(pthread_barrier_init(&shared->start, NULL, 2), "barrier");
  int deadlocked = 0;
  for (int i = 0; i < runs; i++) deadlocked += run();
  print_standstills(deadlocked);
}
