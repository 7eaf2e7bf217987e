#include <sys/resource.h>

enum { SIZE = 256 << 20, PAGE = 4096 };

struct touched {
  long pages, faults;
};

/* Writes one byte to each page of the first so many per cent, and counts the page faults of the calling thread. */
static struct touched touch(volatile char *held, int percent) {
  struct rusage before, after;
  long pages = (long)(SIZE / PAGE) * percent / 100;
  getrusage(RUSAGE_THREAD, &before);
  for (long page = 0; page < pages; page++) held[page * PAGE] = 'y';
  getrusage(RUSAGE_THREAD, &after);
  return (struct touched){pages, after.ru_minflt - before.ru_minflt};
}

static void print(struct memory before, struct memory after, struct touched touched) {
  printf("copied = %.2f MiB\nfaults = %ld\ntouched = %ld\n", (after.pss - before.pss) / 1024.0, touched.faults, touched.pages);
}
