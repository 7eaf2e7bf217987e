/* Reads many files, one after the other.
   ./sequential.files [readers, always 1] [files] */
#define _GNU_SOURCE
#include "_folder.h"

int main(int argc, char **argv) {
  long total = 0;
  fill_folder(argc, argv);

  struct cost before = cost_of(NULL, 0);
  double began = milliseconds();
  for (int number = 0; number < files; number++) total += read_file(number);
  double wall = milliseconds() - began;
  struct cost after = cost_of(NULL, 0);

  printf("result = %ld\n", total);
  print_cost(files, wall, before, after);
}
