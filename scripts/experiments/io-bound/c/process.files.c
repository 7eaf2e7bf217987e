/* Reads many files, with processes. Each reads its share, one file after the other.
   ./process.files [readers] [files] */
#define _GNU_SOURCE
#include <pthread.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include "_cost.h"
#include "_folder.h"

enum { MOST_READERS = 500 };

static int readers, files;
static struct { pthread_barrier_t finished, measured; long bytes[MOST_READERS]; } *shared;

static void work(int unit) {
  for (int number = unit; number < files; number += readers) shared->bytes[unit] += read_file(number);
  pthread_barrier_wait(&shared->finished);
  pthread_barrier_wait(&shared->measured);
  _exit(0);
}

int main(int argc, char **argv) {
  pid_t workers[MOST_READERS];
  pthread_barrierattr_t across;
  readers = argc > 1 ? atoi(argv[1]) : 20;
  files = argc > 2 ? atoi(argv[2]) : 200;
  if (readers < 1 || readers > MOST_READERS) return 1;
  fill_folder(files);

  struct cost before = cost_of(NULL, 0);
  double began = now();
  shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (shared == MAP_FAILED) return 1;
  pthread_barrierattr_init(&across);
  pthread_barrierattr_setpshared(&across, PTHREAD_PROCESS_SHARED);
  pthread_barrier_init(&shared->finished, &across, readers + 1);
  pthread_barrier_init(&shared->measured, &across, readers + 1);
  for (int unit = 0; unit < readers; unit++) {
    workers[unit] = fork();
    if (workers[unit] == 0) work(unit);
  }
  pthread_barrier_wait(&shared->finished);
  double wall = now() - began;
  struct cost after = cost_of(workers, readers);
  pthread_barrier_wait(&shared->measured);
  for (int unit = 0; unit < readers; unit++) waitpid(workers[unit], NULL, 0);
  remove_folder(files);

  long total = 0;
  for (int unit = 0; unit < readers; unit++) total += shared->bytes[unit];
  printf("%ld bytes in %d files\n", total, files);
  print_cost(files, wall, before, after);
  return 0;
}
