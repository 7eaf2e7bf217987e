/* A folder of fresh files: just written, so the system still has them in memory, and no disk makes one wait. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

static char folder[] = "/tmp/files-XXXXXX";

static double now(void) { /* ms */
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static FILE *open_file(int number, const char *mode) {
  char path[100];
  snprintf(path, sizeof path, "%s/%d.txt", folder, number);
  FILE *file = fopen(path, mode);
  if (!file) exit(1);
  return file;
}

static void fill_folder(int files) {
  if (!mkdtemp(folder)) exit(1);
  for (int number = 0; number < files; number++) {
    FILE *file = open_file(number, "w");
    for (int line = 0; line < 10000; line++) fputs("a line of a file\n", file);
    fclose(file);
  }
}

static void remove_folder(int files) {
  char path[100];
  for (int number = 0; number < files; number++) {
    snprintf(path, sizeof path, "%s/%d.txt", folder, number);
    unlink(path);
  }
  rmdir(folder);
}

/* Returns how many bytes it read. */
static long read_file(int number) {
  char text[65536];
  long bytes = 0;
  FILE *file = open_file(number, "r");
  for (size_t size; (size = fread(text, 1, sizeof text, file)) > 0;) bytes += size;
  fclose(file);
  return bytes;
}
