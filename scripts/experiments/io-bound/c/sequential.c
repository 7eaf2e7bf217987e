/* Follows every link of a site whose pages make one wait. It waits for each page before it asks for the next.
   ./sequential [pages in flight, always 1] [pages] [ms a page takes] */
#define _GNU_SOURCE
#include <stdbool.h>
#include "_cost.h"
#include "_site.h"

enum { MOST_PAGES = 100000 };

struct frontier {
  int found, answered; /* counts of pages */
  int pages[MOST_PAGES];
  bool seen[MOST_PAGES];
  double began[MOST_PAGES], ended[MOST_PAGES];
};

static struct frontier frontier;
static struct sockaddr_in site;

static void find(int page) {
  if (page >= MOST_PAGES || frontier.seen[page]) return;
  frontier.seen[page] = true;
  frontier.pages[frontier.found++] = page;
}

/* Returns how many links the page has. */
static int fetch(int page, int *links) {
  char text[4096], *end = text;
  int connection = socket(AF_INET, SOCK_STREAM, 0), count = 0;
  if (connect(connection, (struct sockaddr *)&site, sizeof site) != 0) exit(1);
  dprintf(connection, "GET /%d HTTP/1.0\r\n\r\n", page);
  for (ssize_t size; (size = read(connection, end, text + sizeof text - 1 - end)) > 0;) end += size;
  *end = '\0';
  close(connection);
  for (char *at = text; (at = strstr(at, "href=\"/")) && count < 10;) links[count++] = atoi(at += 7);
  return count;
}

int main(int argc, char **argv) {
  int links[10];
  pid_t server = start_site(argc > 2 ? atoi(argv[2]) : 111, argc > 3 ? atof(argv[3]) : 20, &site);

  struct cost before = cost_of(NULL, 0);
  double began = now();
  find(0);
  for (; frontier.answered < frontier.found; frontier.answered++) {
    int page = frontier.pages[frontier.answered];
    frontier.began[page] = now();
    int count = fetch(page, links);
    frontier.ended[page] = now();
    for (int link = 0; link < count; link++) find(links[link]);
  }
  double wall = now() - began;
  struct cost after = cost_of(NULL, 0);
  stop_site(server);

  print_waits(frontier.answered, frontier.began, frontier.ended, began);
  printf("%d pages fetched\n", frontier.answered);
  print_cost(frontier.answered, wall, before, after);
  return 0;
}
