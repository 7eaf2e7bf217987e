/* Reads many files, with threads. Each reads its share, one file after the other.
   ./thread.files [readers] [files] */
#define _GNU_SOURCE
#include "_readers.h"

static void *work(void *own) {
  read_share((long *)own - all->bytes);
  return NULL;
}

int main(int argc, char **argv) {
  pthread_t workers[MOST_READERS];
  fill_folder(argc, argv);
  open_readers(allocate(sizeof *all)); /* threads share it as it is */

  double created = milliseconds();
  for (int unit = 0; unit < readers; unit++) {
    check(pthread_create(&workers[unit], NULL, work, &all->bytes[unit]), "pthread_create");
  }
  read_all(created, NULL, 0);
  for (int unit = 0; unit < readers; unit++) pthread_join(workers[unit], NULL);
}
