/* The pages of a site: found, each taken by one worker, answered. Workers wait here until there is a page to fetch.
   It lies in memory that all workers see. */
#include <stdbool.h>
#include "../../_shared/c/clock.h"
#include "../../_shared/c/workers.h"
#include "_cost.h"
#include "_site.h"
#include "_waits.h"

enum { MOST_WORKERS = 500 };

static struct sockaddr_in site;
static struct frontier {
  pthread_mutex_t lock;
  pthread_cond_t changed;
  int ready, found, taken, answered, most_in_flight; /* workers, then pages */
  bool closed;
  int pages[MOST_PAGES];
  bool seen[MOST_PAGES];
  double began[MOST_PAGES], ended[MOST_PAGES];
} *frontier;

static void open_frontier(struct frontier *memory, bool between_processes) {
  pthread_mutexattr_t of_lock;
  pthread_condattr_t of_condition;
  int shared = between_processes ? PTHREAD_PROCESS_SHARED : PTHREAD_PROCESS_PRIVATE;
  frontier = memory;
  pthread_mutexattr_init(&of_lock);
  pthread_mutexattr_setpshared(&of_lock, shared);
  check(pthread_mutex_init(&frontier->lock, &of_lock), "mutex");
  pthread_condattr_init(&of_condition);
  pthread_condattr_setpshared(&of_condition, shared);
  check(pthread_cond_init(&frontier->changed, &of_condition), "condition");
}

static void find(int page) {
  if (page < 0 || page >= MOST_PAGES || frontier->seen[page]) return;
  frontier->seen[page] = true;
  frontier->pages[frontier->found++] = page;
}

/* Returns how many links the page has. */
static int fetch(int page, int *links) {
  char text[MOST_TEXT], *end = text;
  int connection = socket(AF_INET, SOCK_STREAM, 0), count = 0;
  ssize_t size;
  if (connect(connection, (struct sockaddr *)&site, sizeof site) != 0) lose_site("connect");
  dprintf(connection, "GET /%d HTTP/1.0\r\n\r\n", page);
  while ((size = read(connection, end, text + sizeof text - 1 - end)) > 0) end += size;
  if (size < 0 || end == text) lose_site("read");
  *end = '\0';
  close(connection);
  for (char *at = text; (at = strstr(at, "href=\"/")) && count < MOST_PAGES;) links[count++] = atoi(at += 7);
  return count;
}

/* What each worker does. */
static void fetch_pages(void) {
  int links[MOST_PAGES];
  pthread_mutex_lock(&frontier->lock);
  frontier->ready++;
  pthread_cond_broadcast(&frontier->changed);
  for (;;) {
    while (frontier->taken == frontier->found && !frontier->closed) {
      pthread_cond_wait(&frontier->changed, &frontier->lock);
    }
    if (frontier->closed) break;
    int page = frontier->pages[frontier->taken++], in_flight = frontier->taken - frontier->answered;
    if (in_flight > frontier->most_in_flight) frontier->most_in_flight = in_flight;
    pthread_mutex_unlock(&frontier->lock);
    frontier->began[page] = milliseconds();
    int count = fetch(page, links);
    frontier->ended[page] = milliseconds();
    pthread_mutex_lock(&frontier->lock);
    for (int link = 0; link < count; link++) find(links[link]);
    frontier->answered++;
    if (count > 0 || frontier->answered == frontier->found) pthread_cond_broadcast(&frontier->changed);
  }
  pthread_mutex_unlock(&frontier->lock);
}

/* Waits until all workers are there, lets them fetch the whole site, and prints what that took. */
static void crawl(int workers, double created, const pid_t *children, int count) {
  pthread_mutex_lock(&frontier->lock);
  while (frontier->ready < workers) pthread_cond_wait(&frontier->changed, &frontier->lock);
  double started = milliseconds() - created;
  struct cost before = cost_of(children, count);
  double began = milliseconds();
  find(0);
  pthread_cond_broadcast(&frontier->changed);
  while (frontier->answered < frontier->found) pthread_cond_wait(&frontier->changed, &frontier->lock);
  double wall = milliseconds() - began;
  struct cost after = cost_of(children, count);
  frontier->closed = true;
  pthread_cond_broadcast(&frontier->changed);
  pthread_mutex_unlock(&frontier->lock);

  print_waits(frontier->answered, frontier->began, frontier->ended, frontier->most_in_flight, workers, began);
  printf("start = %.3f ms\n", started);
  print_cost(frontier->answered, wall, before, after);
}
