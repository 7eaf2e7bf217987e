/* Follows every link of a site whose pages make one wait. One thread waits for many pages at a time.
   ./event-loop [pages in flight] [pages] [ms a page takes] */
#define _GNU_SOURCE
#include "_requests.h"
#include "_cost.h"
#include "_waits.h"

int main(int argc, char **argv) {
  int in_flight = argc > 1 ? atoi(argv[1]) : 20;
  if (in_flight < 1 || in_flight > MOST_IN_FLIGHT) fail("expected 1 to %d pages in flight", MOST_IN_FLIGHT);
  pid_t server = start_site(argc > 2 ? atoi(argv[2]) : 201, in_flight, argc > 3 ? atof(argv[3]) : 10, &site);

  struct cost before = cost_of(NULL, 0);
  double began = milliseconds();
  for (int slot = 0; slot < in_flight; slot++) waits[slot].fd = -1; /* free: poll() passes over it */
  find(0);
  while (frontier.answered < frontier.found) {
    for (int slot = 0; slot < in_flight && frontier.taken < frontier.found; slot++) {
      if (waits[slot].fd == -1) start_fetch(slot, frontier.pages[frontier.taken++]);
    }
    int under_way = frontier.taken - frontier.answered;
    if (under_way > frontier.most_in_flight) frontier.most_in_flight = under_way;
    if (poll(waits, in_flight, -1) < 0) fail("poll: %s", strerror(errno));
    for (int slot = 0; slot < in_flight; slot++) {
      if (waits[slot].revents != 0) go_on(slot);
    }
  }
  double wall = milliseconds() - began;
  struct cost after = cost_of(NULL, 0);
  stop_site(server);

  print_waits(frontier.answered, frontier.began, frontier.ended, frontier.most_in_flight, in_flight, began);
  print_cost(frontier.answered, wall, before, after);
}
