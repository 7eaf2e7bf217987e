/* Two processes count, each for itself, and tell the parent after every thousand. They share nothing, and nothing is lost.
   ./process.messages [runs] [counts of each process] */
#include "_counting.h"

static void work(int unit, int to_parent) {
  pin_to_core(unit);
  long told = 0;
  for (long counted = 1; counted <= counts; counted++) {
    if (counted % 1000 != 0 && counted != counts) continue;
    long message = counted - told;
    if (write(to_parent, &message, sizeof message) != sizeof message) _exit(1);
    told = counted;
  }
  _exit(0);
}

static long run(void) {
  pid_t workers[2];
  int ends[2];
  check(pipe(ends), "pipe");
  for (int unit = 0; unit < 2; unit++) {
    workers[unit] = fork_bound();
    if (workers[unit] == 0) work(unit, ends[1]);
  }
  close(ends[1]); /* only the children write: when both have ended, so has the pipe */
  long total = 0;
  for (long message; read(ends[0], &message, sizeof message) == sizeof message;) total += message;
  close(ends[0]);
  wait_for_children(workers, 2);
  return total;
}

int main(int argc, char **argv) {
  arguments(argc < 2 ? argc : 2, argv);
  if (argc > 2) counts = atol(argv[2]);
  watch_children();
  for (int i = 0; i < runs; i++) totals[i] = run();
  print_totals();
}
