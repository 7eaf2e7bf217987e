/* Follows every link of a site whose pages make one wait. It waits for each page before it asks for the next.
   ./sequential [pages in flight, always 1] [pages] [ms a page takes] */
#define _GNU_SOURCE
#include "_frontier.h"

int main(int argc, char **argv) {
  int links[MOST_PAGES];
  pid_t server = start_site(argc > 2 ? atoi(argv[2]) : 201, 1, argc > 3 ? atof(argv[3]) : 10, &site);
  open_frontier(allocate(sizeof *frontier), false);

  struct cost before = cost_of(NULL, 0);
  double start = milliseconds();
  find(0);
  for (; frontier->answered < frontier->found; frontier->answered++) {
    int page = frontier->pages[frontier->answered];
    frontier->began[page] = milliseconds();
    int count = fetch(page, links);
    frontier->ended[page] = milliseconds();
    for (int link = 0; link < count; link++) find(links[link]);
  }
  double wall = milliseconds() - start;
  struct cost after = cost_of(NULL, 0);
  stop_site(server);

  print_waits(frontier->answered, frontier->began, frontier->ended, 1, 1, start);
  print_cost(frontier->answered, wall, before, after);
}
