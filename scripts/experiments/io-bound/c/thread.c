/* Follows every link of a site whose pages make one wait. Each thread waits for one page at a time.
   ./thread [pages in flight] [pages] [ms a page takes] */
#define _GNU_SOURCE
#include "_frontier.h"

static void *work(void *unused) {
  fetch_pages();
  return unused;
}

int main(int argc, char **argv) {
  int in_flight = argc > 1 ? atoi(argv[1]) : 20;
  pthread_t workers[MOST_WORKERS];
  if (in_flight < 1 || in_flight > MOST_WORKERS) fail("expected 1 to %d pages in flight", MOST_WORKERS);
  pid_t server = start_site(argc > 2 ? atoi(argv[2]) : 201, in_flight, argc > 3 ? atof(argv[3]) : 10, &site);
  open_frontier(allocate(sizeof *frontier), false); /* threads share it as it is */

  double created = milliseconds();
  for (int unit = 0; unit < in_flight; unit++) {
    check(pthread_create(&workers[unit], NULL, work, NULL), "pthread_create");
  }
  crawl(in_flight, created, NULL, 0);
  for (int unit = 0; unit < in_flight; unit++) pthread_join(workers[unit], NULL);
  stop_site(server);
}
