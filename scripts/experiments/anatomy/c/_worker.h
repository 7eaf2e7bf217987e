/* What each of two workers does: the writer writes to a variable; the reader reads it when it has heard of that. Then they report. */
#define _GNU_SOURCE
#include "../../_shared/c/clock.h"
#include "../../_shared/c/workers.h"
#include <stdint.h>

struct report {
  uint64_t program; /* a hash of the file that runs */
  pid_t process, thread;
  char value[8];
  double began, told, ended; /* ms */
};

static volatile char value[8] = "before";

static uint64_t hash(const char *path) { /* FNV-1a, 64 bits */
  uint64_t sum = 14695981039346656037u;
  FILE *program = fopen(path, "rb");
  if (program == NULL) fail("%s: %s", path, strerror(errno));
  for (int byte; (byte = getc(program)) != EOF;) sum = (sum ^ (uint64_t)byte) * 1099511628211u;
  fclose(program);
  return sum;
}

static void must_read(int pipe, void *into, size_t size, const char *whose) {
  if (read(pipe, into, size) != (ssize_t)size) fail("the %s ended before it had told", whose);
}

/* `in` brings the reader one byte when the writer has written; the report goes out at `out`. */
static void work(const char *name, int in, int out) {
  char byte;
  double began = milliseconds(), told = began;
  if (strcmp(name, "writer") == 0) {
    for (int i = 0; i < 8; i++) value[i] = "written"[i];
  } else {
    if (read(in, &byte, 1) != 1) _exit(1); /* whoever started it has ended, and has said why */
    told = milliseconds();
  }
  struct report report = {hash("/proc/self/exe"), getpid(), gettid(), "", began, told, 0};
  for (int i = 0; i < 8; i++) report.value[i] = value[i];
  report.ended = milliseconds();
  if (write(out, &report, sizeof report) != sizeof report) fail("the %s cannot report: %s", name, strerror(errno));
}

static void print_worker(const char *name, struct report report, double start) {
  printf("%s: program %08x…, process %d, thread %d\n", name, (unsigned)(report.program >> 32), (int)report.process,
         (int)report.thread);
  if (report.told > report.began) printf("slice %s wait %.3f %.3f\n", name, report.began - start, report.told - start);
  printf("slice %s run %.3f %.3f\n", name, report.told - start, report.ended - start);
}

static void print_reports(struct report writer, struct report reader, double start) {
  print_worker("writer", writer, start);
  print_worker("reader", reader, start);
  printf("the writer wrote '%s', the reader read '%s'\n", writer.value, reader.value);
  printf("programs = %d\n", 1 + (writer.program != reader.program));
  printf("pids = %d\n", 1 + (writer.process != reader.process));
  printf("threads = %d\n", 1 + (writer.thread != reader.thread));
  printf("written = %d\n", strcmp(writer.value, "written") == 0);
  printf("seen = %d\n", strcmp(reader.value, "written") == 0);
}
