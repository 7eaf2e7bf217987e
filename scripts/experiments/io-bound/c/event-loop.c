/* Follows every link of a site whose pages make one wait. One thread waits for many pages at a time.
   ./event-loop [pages in flight] [pages] [ms a page takes] */
#define _GNU_SOURCE
#include <stdbool.h>
#include "../../_shared/c/clock.h"
#include "../../_shared/c/workers.h"
#include "_cost.h"
#include "_site.h"
#include "_waits.h"

enum { MOST_IN_FLIGHT = 500 };

struct frontier {
  int found, taken, answered, most_in_flight; /* counts of pages */
  int pages[MOST_PAGES];
  bool seen[MOST_PAGES];
  double began[MOST_PAGES], ended[MOST_PAGES];
};

struct request {
  int page, size;
  char text[MOST_TEXT];
};

static struct frontier frontier;
static struct request requests[MOST_IN_FLIGHT];
static struct pollfd waits[MOST_IN_FLIGHT]; /* what each request waits for */
static struct sockaddr_in site;

static void find(int page) {
  if (page < 0 || page >= MOST_PAGES || frontier.seen[page]) return;
  frontier.seen[page] = true;
  frontier.pages[frontier.found++] = page;
}

/* Asks for a connection and does not wait for it. */
static void start_fetch(int slot, int page) {
  int connection = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
  frontier.began[page] = milliseconds();
  if (connect(connection, (struct sockaddr *)&site, sizeof site) != 0 && errno != EINPROGRESS) {
    lose_site("connect");
  }
  requests[slot].page = page;
  requests[slot].size = 0;
  waits[slot] = (struct pollfd){.fd = connection, .events = POLLOUT}; /* it can be written to when it is connected */
}

static void end_fetch(int slot) {
  struct request *request = &requests[slot];
  close(waits[slot].fd);
  waits[slot].fd = -1;
  frontier.ended[request->page] = milliseconds();
  frontier.answered++;
  request->text[request->size] = '\0';
  for (char *at = request->text; (at = strstr(at, "href=\"/"));) find(atoi(at += 7));
}

/* Does what can be done for a request without waiting. */
static void go_on(int slot) {
  struct request *request = &requests[slot];
  if (waits[slot].events == POLLOUT) {
    if (dprintf(waits[slot].fd, "GET /%d HTTP/1.0\r\n\r\n", request->page) < 0) lose_site("write");
    waits[slot].events = POLLIN;
    return;
  }
  ssize_t size = read(waits[slot].fd, request->text + request->size, sizeof request->text - 1 - request->size);
  if (size < 0 || (size == 0 && request->size == 0)) lose_site("read");
  request->size += size;
  if (size == 0) end_fetch(slot);
}

int main(int argc, char **argv) {
  int in_flight = argc > 1 ? atoi(argv[1]) : 20;
  if (in_flight < 1 || in_flight > MOST_IN_FLIGHT) fail("expected 1 to %d pages in flight", MOST_IN_FLIGHT);
  pid_t server = start_site(argc > 2 ? atoi(argv[2]) : 201, argc > 3 ? atof(argv[3]) : 10, &site);

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

  print_waits(frontier.answered, frontier.began, frontier.ended, frontier.most_in_flight, began);
  print_cost(frontier.answered, wall, before, after);
}
