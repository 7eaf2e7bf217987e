/* Two threads count in one variable, each so many times. Plain and called, they lose counts; atomic or locked, none.
   ./thread [runs] [plain|called|atomic|locked] [counts of each thread] */
#include "_counting.h"

static void *work(void *unit) {
  pin_to_core((int)(long)unit);
  pthread_barrier_wait(&shared->start);
  form->count();
  return NULL;
}

static long run(void) {
  pthread_t workers[2];
  shared->counter = shared->atomic_counter = 0;
  for (long unit = 0; unit < 2; unit++) check(pthread_create(&workers[unit], NULL, work, (void *)unit), "pthread_create");
  for (int unit = 0; unit < 2; unit++) check(pthread_join(workers[unit], NULL), "pthread_join");
  return shared->counter + shared->atomic_counter;
}

int main(int argc, char **argv) {
  arguments(argc, argv);
  shared = allocate(sizeof *shared);
  check(pthread_mutex_init(&shared->lock, NULL), "mutex");
  check(pthread_barrier_init(&shared->start, NULL, 2), "barrier");
  for (int i = 0; i < runs; i++) totals[i] = run();
  print_totals();
}
