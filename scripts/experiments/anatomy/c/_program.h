/* A copy of this program's file that nobody else runs. It is gone when this process ends. */
#include <dirent.h>
#include <sys/stat.h>

static char folder[] = "/tmp/anatomy-XXXXXX", program[64];

static void clean_up(void) {
  unlink(program);
  rmdir(folder);
}

static void copy_this_program(void) {
  static char bytes[65536];
  if (mkdtemp(folder) == NULL) fail("mkdtemp: %s", strerror(errno));
  snprintf(program, sizeof program, "%s/program", folder);
  atexit(clean_up);
  FILE *from = fopen("/proc/self/exe", "rb"), *to = fopen(program, "wb");
  if (from == NULL || to == NULL) fail("cannot copy /proc/self/exe to %s", program);
  for (size_t size; (size = fread(bytes, 1, sizeof bytes, from)) > 0;) fwrite(bytes, 1, size, to);
  fclose(from);
  if (fclose(to) != 0 || chmod(program, 0700) != 0) fail("%s: %s", program, strerror(errno));
}

static int running(void) { /* how many processes execute the file */
  int count = 0;
  char link[300], file[64];
  DIR *processes = opendir("/proc");
  for (struct dirent *entry; processes != NULL && (entry = readdir(processes)) != NULL;) {
    snprintf(link, sizeof link, "/proc/%s/exe", entry->d_name);
    ssize_t length = readlink(link, file, sizeof file - 1);
    if (length < 0) continue; /* no process, or one that has ended */
    file[length] = '\0';
    count += strcmp(file, program) == 0;
  }
  closedir(processes);
  return count;
}
