/* Many tasks of one size, in a plain loop: what the pools are compared with.
   ./sequential [tasks] [microseconds a task takes, about] */
#define _GNU_SOURCE
#include "_tasks.h"

int main(int argc, char **argv) {
  arguments(argc, argv);
  struct result *results = touched(allocate(tasks * sizeof *results));
  double began;
  do {
    began = milliseconds();
    for (int at = 0; at < tasks; at++) results[at] = task(steps, 0);
  } while (pass_again(results, began));
  print("main", results, 1, passes[0].began);
}
