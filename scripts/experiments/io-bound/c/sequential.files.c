/* Reads many files, one after the other.
   ./sequential.files [readers, always 1] [files] */
#define _GNU_SOURCE
#include "_folder.h"

int main(int argc, char **argv) {
  double walls[PASSES];
  long total;
  fill_folder(argc, argv);

  struct cost before = cost_of(NULL, 0);
  for (int pass = 0; pass < PASSES; pass++) {
    double began = milliseconds();
    total = 0;
    for (int number = 0; number < files; number++) total += read_file(number);
    walls[pass] = milliseconds() - began;
  }
  struct cost after = cost_of(NULL, 0);

  printf("result = %ld\n", total);
  print_cost(PASSES * files, median(walls, PASSES), before, after);
}
