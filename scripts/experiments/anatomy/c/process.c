/* Two processes of one program: which numbers has the operating system given them, and who sees a write?
   ./process */
#define _GNU_SOURCE
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

struct report {
  uint64_t program; /* a hash of the file */
  pid_t process, thread;
  char value[8];
  double began, told, ended; /* ms */
};

static volatile char value[8] = "before";
static const char *file;
static int written[2], writer_reports[2], reader_reports[2]; /* pipes */

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static uint64_t hash(const char *path) { /* FNV-1a, 64 bits */
  uint64_t sum = 14695981039346656037u;
  FILE *program = fopen(path, "rb");
  if (!program) exit(1);
  for (int byte; (byte = getc(program)) != EOF;) sum = (sum ^ (uint64_t)byte) * 1099511628211u;
  fclose(program);
  return sum;
}

static void tell(int pipe, double began, double told) {
  struct report report = {hash(file), getpid(), gettid(), "", began, told, 0};
  for (int i = 0; i < 8; i++) report.value[i] = value[i];
  report.ended = now();
  if (write(pipe, &report, sizeof report) != sizeof report) exit(1);
}

static void reading(void) {
  char byte;
  double began = now();
  if (read(written[0], &byte, 1) != 1) exit(1);
  tell(reader_reports[1], began, now());
}

static void writing(void) {
  double began = now();
  for (int i = 0; i < 8; i++) value[i] = "written"[i];
  tell(writer_reports[1], began, began);
  if (write(written[1], "", 1) != 1) exit(1);
}

static void print(const char *name, struct report report, double began) {
  printf("%s: program %08x…, process %d, thread %d\n", name, (unsigned)(report.program >> 32), (int)report.process,
         (int)report.thread);
  if (report.told > report.began) printf("slice %s wait %.3f %.3f\n", name, report.began - began, report.told - began);
  printf("slice %s run %.3f %.3f\n", name, report.told - began, report.ended - began);
}

int main(int argc, char **argv) {
  (void)argc;
  file = argv[0];
  double began = now();
  void (*work[2])(void) = {reading, writing};
  pid_t workers[2];
  struct report writer, reader;
  if (pipe(written) != 0 || pipe(writer_reports) != 0 || pipe(reader_reports) != 0) return 1;

  for (int i = 0; i < 2; i++) {
    workers[i] = fork();
    if (workers[i] < 0) return 1;
    if (workers[i] == 0) {
      work[i]();
      _exit(0);
    }
  }
  if (read(writer_reports[0], &writer, sizeof writer) != sizeof writer) return 1;
  if (read(reader_reports[0], &reader, sizeof reader) != sizeof reader) return 1;
  for (int i = 0; i < 2; i++) waitpid(workers[i], NULL, 0);

  print("writer", writer, began);
  print("reader", reader, began);
  printf("the writer wrote '%s', the reader read '%s'\n", writer.value, reader.value);
  printf("programs = %d\n", 1 + (writer.program != reader.program));
  printf("pids = %d\n", 1 + (writer.process != reader.process));
  printf("threads = %d\n", 1 + (writer.thread != reader.thread));
  printf("seen = %d\n", strcmp(reader.value, "written") == 0);
  return 0;
}
