/* Readers that start together once all are there, and wait until they have been counted. It lies in memory that all see. */
#include "_folder.h"

static struct readers { pthread_barrier_t ready, go, finished, measured; long bytes[MOST_READERS]; } *all;

static void open_readers(struct readers *memory) {
  all = memory;
  for (pthread_barrier_t *barrier = &all->ready; barrier <= &all->measured; barrier++) shared_barrier(barrier, readers + 1);
}

/* What each reader does: its share of the files, one after the other. */
static void read_share(int unit) {
  pthread_barrier_wait(&all->ready);
  for (int pass = 0; pass < PASSES; pass++) {
    pthread_barrier_wait(&all->go);
    all->bytes[unit] = 0;
    for (int number = unit; number < files; number += readers) all->bytes[unit] += read_file(number);
    pthread_barrier_wait(&all->finished);
  }
  pthread_barrier_wait(&all->measured);
}

/* Lets them read, and prints what that took. */
static void read_all(double created, const pid_t *children, int count) {
  pthread_barrier_wait(&all->ready);
  double started = milliseconds() - created;
  struct cost before = cost_of(children, count);
  double walls[PASSES];
  for (int pass = 0; pass < PASSES; pass++) {
    double began = milliseconds();
    pthread_barrier_wait(&all->go);
    pthread_barrier_wait(&all->finished);
    walls[pass] = milliseconds() - began;
  }
  struct cost after = cost_of(children, count);
  pthread_barrier_wait(&all->measured);

  long total = 0;
  for (int unit = 0; unit < readers; unit++) total += all->bytes[unit];
  printf("result = %ld\n", total);
  printf("start = %.3f ms\n", started);
  print_cost(PASSES * files, median(walls, PASSES), before, after);
}
