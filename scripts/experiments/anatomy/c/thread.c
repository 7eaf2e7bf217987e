/* Two threads of one program: which numbers has the operating system given them, and who sees a write?
   ./thread */
#include "_worker.h"

static int written[2], writer_reports[2], reader_reports[2]; /* pipes */

static void *read_value(void *unused) {
  work("reader", written[0], reader_reports[1]);
  return unused;
}

static void *write_value(void *unused) {
  work("writer", -1, writer_reports[1]);
  return unused;
}

int main(void) {
  struct report writer, reader;
  pthread_t workers[2];
  check(pipe(written), "pipe");
  check(pipe(writer_reports), "pipe");
  check(pipe(reader_reports), "pipe");

  double start = milliseconds();
  check(pthread_create(&workers[0], NULL, read_value, NULL), "pthread_create");
  check(pthread_create(&workers[1], NULL, write_value, NULL), "pthread_create");
  must_read(writer_reports[0], &writer, sizeof writer, "writer");
  if (write(written[1], "", 1) != 1) fail("the reader cannot be told: %s", strerror(errno));
  must_read(reader_reports[0], &reader, sizeof reader, "reader");
  for (int i = 0; i < 2; i++) check(pthread_join(workers[i], NULL), "pthread_join");

  print_reports(writer, reader, start);
}
