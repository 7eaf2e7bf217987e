/* Counting in one variable, in four forms. Every unit counts the same number of times in each of them. */
#define _GNU_SOURCE
#include "../../_shared/c/workers.h"
#include <stdatomic.h>

/* "volatile" keeps the compiler from adding up at once what is written one by one; it does not make anything safe. */
static struct shared {
  volatile long counter;
  atomic_long atomic_counter;
  pthread_mutex_t lock;
  pthread_barrier_t start;
} *shared;

static int runs = 10;
static long counts = 500000; /* of each unit */
static long *totals;         /* of each run */

static void plain(void) {
  for (long i = 0; i < counts; i++) shared->counter++;
}

__attribute__((noinline)) static long add_one(long value) { return value + 1; }

static void called(void) {
  for (long i = 0; i < counts; i++) shared->counter = add_one(shared->counter);
}

static void atomic(void) {
  for (long i = 0; i < counts; i++) atomic_fetch_add(&shared->atomic_counter, 1);
}

static void locked(void) {
  for (long i = 0; i < counts; i++) {
    pthread_mutex_lock(&shared->lock);
    shared->counter++;
    pthread_mutex_unlock(&shared->lock);
  }
}

static const struct form {
  const char *name;
  void (*count)(void);
} forms[] = {{"plain", plain}, {"called", called}, {"atomic", atomic}, {"locked", locked}};
static const struct form *form = forms;

static void arguments(int argc, char **argv) { /* [runs] [plain|called|atomic|locked] [counts of each unit] */
  if (argc > 1) runs = atoi(argv[1]);
  while (argc > 2 && strcmp(form->name, argv[2]) != 0)
    if (++form == forms + sizeof forms / sizeof *forms) fail("expected plain, called, atomic or locked, found \"%s\"", argv[2]);
  if (argc > 3) counts = atol(argv[3]);
  if (runs < 1 || counts < 1) fail("expected at least one run and one count, found %d and %ld", runs, counts);
  totals = allocate(runs * sizeof *totals);
}

static void print_totals(void) {
  long lost = 0, outcomes = 0;
  for (int run = 0; run < runs; run++) {
    printf("counted %ld of %ld\n", totals[run], 2 * counts);
    lost += 2 * counts - totals[run];
    int earlier = 0;
    while (totals[earlier] != totals[run]) earlier++;
    outcomes += earlier == run;
  }
  printf("additions = %ld\nlost = %ld\noutcomes = %ld\n", runs * 2 * counts, lost, outcomes);
}
