/* Two accounts, each with a lock, and two units that move money, one each way. Each unit locks the account it takes from, then
   the other: now and then both hold one lock and wait for the other's for ever. Here they give up, so that it can be counted. */
#define _GNU_SOURCE
#include "../../_shared/c/workers.h"
#include <stdatomic.h>
#include <time.h>

enum { PATIENCE = 20000000 }; /* ns */

static struct shared {
  struct account {
    pthread_mutex_t lock;
    long balance;
  } accounts[2];
  pthread_barrier_t start;
  atomic_int waiting[2]; /* holds one lock, and has not got the other */
  atomic_int deadlocked;
} *shared;

static int runs = 10, same_order;
static long transfers = 2000; /* of each unit */

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
  shared->waiting[from] = 1;
  int locked = lock_patiently(&shared->accounts[second].lock);
  if (!locked && shared->waiting[to]) shared->deadlocked = 1; /* each waits for what the other holds */
  shared->waiting[from] = 0;
  if (locked) {
    shared->accounts[from].balance--;
    shared->accounts[to].balance++;
    pthread_mutex_unlock(&shared->accounts[second].lock);
  }
  pthread_mutex_unlock(&shared->accounts[first].lock);
  return locked;
}

static void move_money(int from) {
  pin_to_core(from);
  pthread_barrier_wait(&shared->start);
  for (long i = 0; i < transfers && transfer(from, !from); i++);
}

static void arguments(int argc, char **argv) { /* [runs] [opposite|same order] [transfers of each unit] */
  if (argc > 1) runs = atoi(argv[1]);
  same_order = argc > 2 && strcmp(argv[2], "same") == 0;
  if (argc > 3) transfers = atol(argv[3]);
}

static void print_standstills(int deadlocked) {
  printf("%d of %d runs came to a standstill\nruns = %d\ndeadlocked = %d\n", deadlocked, runs, runs, deadlocked);
}
