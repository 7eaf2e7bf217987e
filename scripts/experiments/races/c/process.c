// Two processes count in one variable of shared memory, each so many times.
// Plain and called, they lose counts as threads do; atomic or locked, none.
// "volatile" keeps the compiler from adding up at once what is written one by one; it does not make anything safe.
// Usage: process [runs] [plain|called|atomic|locked] [counts of each process]
#define _GNU_SOURCE
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static struct shared {
  volatile long counter;
  atomic_long atomic_counter;
  pthread_mutex_t lock;
  pthread_barrier_t start;
} *shared;

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

static void worker(struct form *form) {
  pthread_barrier_wait(&shared->start);
  form->count(form->counts);
}

static long run(struct form *form) {
  shared->counter = 0;
  shared->atomic_counter = 0;
  for (int i = 0; i < 2; i++) {
    pid_t child = fork();
    if (child < 0) exit(1);
    if (child == 0) {
      worker(form);
      _exit(0);
    }
  }
  for (int i = 0; i < 2; i++) wait(NULL);
  return shared->counter + shared->atomic_counter;
}

int main(int argc, char **argv) {
  int runs = argc > 1 ? atoi(argv[1]) : 10;
  struct form *form = forms;
  while (argc > 2 && strcmp(form->name, argv[2]) != 0)
    if (++form == forms + sizeof forms / sizeof *forms) return fprintf(stderr, "no form \"%s\"\n", argv[2]), 2;
  if (argc > 3) form->counts = atol(argv[3]);

  shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (shared == MAP_FAILED) return 1;
  pthread_mutexattr_t shared_lock;
  pthread_mutexattr_init(&shared_lock);
  pthread_mutexattr_setpshared(&shared_lock, PTHREAD_PROCESS_SHARED);
  pthread_mutex_init(&shared->lock, &shared_lock);
  pthread_barrierattr_t shared_barrier;
  pthread_barrierattr_init(&shared_barrier);
  pthread_barrierattr_setpshared(&shared_barrier, PTHREAD_PROCESS_SHARED);
  pthread_barrier_init(&shared->start, &shared_barrier, 2);

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
