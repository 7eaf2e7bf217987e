// Two threads move money between two accounts, one each way. Each locks the account it takes from, then the other: now
// and then both hold one lock and wait for the other's for ever. Here they give up after a while, so that it can be counted.
// Usage: thread.deadlock [runs] [opposite|same order] [transfers of each thread]
#define _GNU_SOURCE
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { PATIENCE = 20000000 }; // ns

static struct shared {
  struct account {
    pthread_mutex_t lock;
    long balance;
  } accounts[2];
  pthread_barrier_t start;
  atomic_int waiting[2], deadlocked;
} memory, *shared = &memory;

static int same_order;
static long transfers = 2000;

static int lock_patiently(pthread_mutex_t *lock) {
  struct timespec until;
  clock_gettime(CLOCK_REALTIME, &until);
  until.tv_nsec += PATIENCE;
  until.tv_sec += until.tv_nsec / 1000000000;
  until.tv_nsec %= 1000000000;
  return pthread_mutex_timedlock(lock, &until) == 0;
}

static int transfer(int from, int to) {
  int first = same_order ? 0 : from, second = !first;
  pthread_mutex_lock(&shared->accounts[first].lock);
  shared->waiting[from] = 1; // holds one lock, wants the other
  int locked = lock_patiently(&shared->accounts[second].lock);
  if (locked) {
    shared->accounts[from].balance--;
    shared->accounts[to].balance++;
    pthread_mutex_unlock(&shared->accounts[second].lock);
  } else if (shared->waiting[to]) {
    shared->deadlocked = 1; // and so does the other thread
  }
  shared->waiting[from] = 0;
  pthread_mutex_unlock(&shared->accounts[first].lock);
  return locked;
}

static void *worker(void *account) {
  int from = account == &shared->accounts[1];
  pthread_barrier_wait(&shared->start);
  for (long i = 0; i < transfers && transfer(from, !from); i++);
  return NULL;
}

static int run(void) {
  shared->deadlocked = 0;
  pthread_t workers[2];
  for (int i = 0; i < 2; i++)
    if (pthread_create(&workers[i], NULL, worker, &shared->accounts[i])) exit(1);
  for (int i = 0; i < 2; i++) pthread_join(workers[i], NULL);
  return shared->deadlocked;
}

int main(int argc, char **argv) {
  int runs = argc > 1 ? atoi(argv[1]) : 10;
  same_order = argc > 2 && strcmp(argv[2], "same") == 0;
  if (argc > 3) transfers = atol(argv[3]);
  for (int i = 0; i < 2; i++) pthread_mutex_init(&shared->accounts[i].lock, NULL);
  pthread_barrier_init(&shared->start, NULL, 2);

  int deadlocked = 0;
  for (int i = 0; i < runs; i++) deadlocked += run();
  printf("%d of %d runs came to a standstill\n", deadlocked, runs);
  printf("deadlocked = %d\n", deadlocked);
}
