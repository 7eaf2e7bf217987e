/* Reads many files, with processes. Each reads its share, one file after the other.
   ./process.files [readers] [files] */
#define _GNU_SOURCE
#include "_readers.h"

int main(int argc, char **argv) {
  pid_t workers[MOST_READERS];
  fill_folder(argc, argv);
  open_readers(share(sizeof *all)); /* processes share only what they map as shared */

  double created = milliseconds();
  watch_children(); /* a dead one would leave the others, and this one, at a barrier */
  for (int unit = 0; unit < readers; unit++) {
    workers[unit] = fork_bound();
    if (workers[unit] == 0) {
      read_share(unit);
      _exit(0);
    }
  }
  read_all(created, workers, readers);
  wait_for_children(workers, readers);
}
