/* Reads many files, one after the other.
   ./sequential.files [readers, always 1] [files] */
#define _GNU_SOURCE
#include "_cost.h"
#include "_folder.h"

int main(int argc, char **argv) {
  int files = argc > 2 ? atoi(argv[2]) : 200;
  long total = 0;
  fill_folder(files);

  struct cost before = cost_of(NULL, 0);
  double began = now();
  for (int number = 0; number < files; number++) total += read_file(number);
  double wall = now() - began;
  struct cost after = cost_of(NULL, 0);
  remove_folder(files);

  printf("%ld bytes in %d files\n", total, files);
  print_cost(files, wall, before, after);
  return 0;
}
