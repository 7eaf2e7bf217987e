/* A folder of fresh files: just written, so the system still has them in memory, and no disk makes one wait. */
#include "../../_shared/c/clock.h"
#include "../../_shared/c/workers.h"
#include "_cost.h"

enum { MOST_READERS = 500, PASSES = 9 /* over all the files; the middle one's time counts */ };

static char folder[] = "/tmp/files-XXXXXX";
static int readers = 20, files = 200;
static pid_t owner;

static FILE *open_file(int number, const char *mode) {
  char path[100];
  snprintf(path, sizeof path, "%s/%d.txt", folder, number);
  FILE *file = fopen(path, mode);
  if (file == NULL) fail("%s: %s", path, strerror(errno));
  return file;
}

static void remove_folder(void) {
  char path[100];
  if (getpid() != owner) return; /* a child's end is not the program's */
  for (int number = 0; number < files; number++) {
    snprintf(path, sizeof path, "%s/%d.txt", folder, number);
    unlink(path);
  }
  rmdir(folder);
}

/* Writes the folder; it is removed when the program ends. */
static void fill_folder(int argc, char **argv) {
  if (argc > 1) readers = atoi(argv[1]);
  if (argc > 2) files = atoi(argv[2]);
  if (readers < 1 || readers > MOST_READERS) fail("expected 1 to %d readers", MOST_READERS);
  if (mkdtemp(folder) == NULL) fail("%s: %s", folder, strerror(errno));
  owner = getpid();
  atexit(remove_folder);
  for (int number = 0; number < files; number++) {
    FILE *file = open_file(number, "w");
    for (int line = 0; line < 10000; line++) fputs("a line of a file\n", file);
    fclose(file);
  }
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
