/* Follows every link of a site whose pages make one wait. Each process waits for one page at a time.
   ./process [pages in flight] [pages] [ms a page takes] */
#define _GNU_SOURCE
#include "_frontier.h"

int main(int argc, char **argv) {
  int in_flight = argc > 1 ? atoi(argv[1]) : 20;
  pid_t workers[MOST_WORKERS];
  if (in_flight < 1 || in_flight > MOST_WORKERS) fail("expected 1 to %d pages in flight", MOST_WORKERS);
  pid_t server = start_site(argc > 2 ? atoi(argv[2]) : 201, in_flight, argc > 3 ? atof(argv[3]) : 10, &site);
  open_frontier(share(sizeof *frontier), true); /* processes share only what they map as shared */

  double created = milliseconds();
  for (int unit = 0; unit < in_flight; unit++) {
    workers[unit] = fork_bound();
    if (workers[unit] == 0) {
      fetch_pages();
      _exit(0);
    }
  }
  crawl(in_flight, created, workers, in_flight);
  wait_for_children(workers, in_flight);
  stop_site(server);
}
