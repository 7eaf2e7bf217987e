/* Reads many files, with threads. Each reads its share, one file after the other.
   ./thread.files [readers] [files] */
#define _GNU_SOURCE
#include <pthread.h>
#include "_cost.h"
#include "_folder.h"

enum { MOST_READERS = 500 };

static int readers, files;
static pthread_barrier_t finished, measured;
static long bytes[MOST_READERS]; /* threads share it as it is */

static void *work(void *own) {
  for (int number = (long *)own - bytes; number < files; number += readers) *(long *)own += read_file(number);
  pthread_barrier_wait(&finished);
  pthread_barrier_wait(&measured);
  return NULL;
}

int main(int argc, char **argv) {
  pthread_t workers[MOST_READERS];
  readers = argc > 1 ? atoi(argv[1]) : 20;
  files = argc > 2 ? atoi(argv[2]) : 200;
  if (readers < 1 || readers > MOST_READERS) return 1;
  fill_folder(files);

  struct cost before = cost_of(NULL, 0);
  double began = now();
  pthread_barrier_init(&finished, NULL, readers + 1);
  pthread_barrier_init(&measured, NULL, readers + 1);
  for (int unit = 0; unit < readers; unit++) {
    if (pthread_create(&workers[unit], NULL, work, &bytes[unit]) != 0) return 1;
  }
  pthread_barrier_wait(&finished);
  double wall = now() - began;
  struct cost after = cost_of(NULL, 0);
  pthread_barrier_wait(&measured);
  for (int unit = 0; unit < readers; unit++) pthread_join(workers[unit], NULL);
  remove_folder(files);

  long total = 0;
  for (int unit = 0; unit < readers; unit++) total += bytes[unit];
  printf("%ld bytes in %d files\n", total, files);
  print_cost(files, wall, before, after);
  return 0;
}
