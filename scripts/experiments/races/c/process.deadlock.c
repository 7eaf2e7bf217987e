// Two processes move money between two accounts in shared memory, one each way. Each locks the account it takes from, then
// the other: now and then both hold one lock and wait for the other's for ever. Here they give up, so that it can be counted.
// Usage: process.deadlock [runs] [opposite|same order] [transfers of each process]
#define _GNU_SOURCE
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { PATIENCE = 20000000 }; // ns

static struct shared {
  struct account {
    pthread_mutex_t lock;
    long balance;
  } accounts[2];
  pthread_barrier_t start;
  atomic_int waiting[2], deadlocked;
} *shared;

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
    shared->deadlocked = 1; // and so does the other process
  }
  shared->waiting[from] = 0;
  pthread_mutex_unlock(&shared->accounts[first].lock);
  return locked;
}

static void worker(int from) {
  pthread_barrier_wait(&shared->start);
  for (long i = 0; i < transfers && transfer(from, !from); i++);
}

static int run(void) {
  shared->deadlocked = 0;
  for (int i = 0; i < 2; i++) {
    pid_t child = fork();
    if (child < 0) exit(1);
    if (child == 0) {
      worker(i);
      _exit(0);
    }
  }
  for (int i = 0; i < 2; i++) wait(NULL);
  return shared->deadlocked;
}

int main(int argc, char **argv) {
  int runs = argc > 1 ? atoi(argv[1]) : 10;
  same_order = argc > 2 && strcmp(argv[2], "same") == 0;
  if (argc > 3) transfers = atol(argv[3]);

  shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (shared == MAP_FAILED) return 1;
  pthread_mutexattr_t shared_lock;
  pthread_mutexattr_init(&shared_lock);
  pthread_mutexattr_setpshared(&shared_lock, PTHREAD_PROCESS_SHARED);
  for (int i = 0; i < 2; i++) pthread_mutex_init(&shared->accounts[i].lock, &shared_lock);
  pthread_barrierattr_t shared_barrier;
  pthread_barrierattr_init(&shared_barrier);
  pthread_barrierattr_setpshared(&shared_barrier, PTHREAD_PROCESS_SHARED);
  pthread_barrier_init(&shared->start, &shared_barrier, 2);

  int deadlocked = 0;
  for (int i = 0; i < runs; i++) deadlocked += run();
  printf("%d of %d runs came to a standstill\n", deadlocked, runs);
  printf("deadlocked = %d\n", deadlocked);
}
