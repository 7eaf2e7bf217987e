/* One thread fails while another one counts. Who is still there afterwards?
   ./thread [fault, see _faults.h] */
#define _GNU_SOURCE
#include <pthread.h>
#include <stdatomic.h>
#include <time.h>
#include "_faults.h"

static atomic_int ticks, ended;

static void pause_ms(int ms) { nanosleep(&(struct timespec){ms / 1000, ms % 1000 * 1000000}, NULL); }

static void *count(void *unused) {
  for (;;) {
    ticks++;
    pause_ms(1);
  }
  return unused;
}

static void *work(void *fault) {
  fail(fault);
  ended = 1;
  return NULL;
}

int main(int argc, char **argv) {
  char *fault = argc > 1 ? argv[1] : "segfault";
  pthread_t bystander, worker;

  if (pthread_create(&bystander, NULL, count, NULL) != 0) return 1;
  while (ticks == 0) pause_ms(1);
  if (pthread_create(&worker, NULL, work, fault) != 0) return 1;
  for (int wait = 0; wait < 500 && !ended; wait++) pause_ms(1);
  /* A thread that does not end cannot be ended from outside. */

  printf("gone = %d\n", ended);
  int before = ticks;
  for (int wait = 0; wait < 1000 && ticks == before; wait++) pause_ms(1);
  printf("bystander = %d\n", ticks > before);
  printf("intact = %d\n", strcmp(memory.notes, "intact") == 0);
  return 0;
}
