/* Requests that do not wait: each is started, goes on when its connection can be written to or read from, and ends by
   finding the page's links. One thread has them all, so what is found and answered needs no lock. */
#include <stdbool.h>
#include "../../_shared/c/clock.h"
#include "../../_shared/c/workers.h"
#include "_site.h"

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
