// Two threads count in one variable, each so many times. Plain and called, they lose counts; atomic or locked, none.
// "volatile" keeps the compiler from adding up at once what is written one by one; it does not make anything safe.
// Usage: thread [runs] [plain|called|atomic|locked] [counts of each thread]
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct shared {
  volatile long counter;
  atomic_long atomic_counter;
  pthread_mutex_t lock;
  pthread_barrier_t start;
} memory, *shared = &memory;

static void plain(long counts) {
  for (long i = 0; i < counts; i++) shared->counter++;
}

__attribute__((noinline)) static long add_one(long value) { return value + 1; }

static void called(long counts) {
  for (long i = 0; i < counts; i++) shared->counter = add_one(shared->counter);
}

static void atomic(long counts) {
  for (long i = 0; i < counts; i++) atomic_fetch_add(&shared->atomic_counter, 1);
}

static void locked(long counts) {
  for (long i = 0; i < counts; i++) {
    pthread_mutex_lock(&shared->lock);
    shared->counter++;
    pthread_mutex_unlock(&shared->lock);
  }
}

static struct form {
  const char *name;
  void (*count)(long counts);
  long counts;
} forms[] = {{"plain", plain, 10000000}, {"called", called, 10000000}, {"atomic", atomic, 500000}, {"locked", locked, 200000}};

static void *worker(void *argument) {
  struct form *form = argument;
  pthread_barrier_wait(&shared->start);
  form->count(form->counts);
  return NULL;
}

static long run(struct form *form) {
  shared->counter = 0;
  shared->atomic_counter = 0;
  pthread_t workers[2];
  for (int i = 0; i < 2; i++)
    if (pthread_create(&workers[i], NULL, worker, form)) exit(1);
  for (int i = 0; i < 2; i++) pthread_join(workers[i], NULL);
  return shared->counter + shared->atomic_counter;
}

int main(int argc, char **argv) {
  int runs = argc > 1 ? atoi(argv[1]) : 10;
  struct form *form = forms;
  while (argc > 2 && strcmp(form->name, argv[2]) != 0)
    if (++form == forms + sizeof forms / sizeof *forms) return fprintf(stderr, "no form \"%s\"\n", argv[2]), 2;
  if (argc > 3) form->counts = atol(argv[3]);
  pthread_mutex_init(&shared->lock, NULL);
  pthread_barrier_init(&shared->start, NULL, 2);

  long totals[runs], lost = 0, outcomes = 0;
  for (int i = 0; i < runs; i++) {
    totals[i] = run(form);
    printf("counted %ld of %ld\n", totals[i], 2 * form->counts);
    lost += 2 * form->counts - totals[i];
    int earlier = 0;
    while (totals[earlier] != totals[i]) earlier++;
    outcomes += earlier == i;
  }
  printf("lost = %ld\n", lost);
  printf("outcomes = %ld\n", outcomes);
}
