/* Follows every link of a site whose pages make one wait. Each process waits for one page at a time.
   ./process [pages in flight] [pages] [ms a page takes] */
#define _GNU_SOURCE
#include <pthread.h>
#include <stdbool.h>
#include <sys/mman.h>
#include "_cost.h"
#include "_site.h"

enum { MOST_WORKERS = 500, MOST_PAGES = 100000 };

struct frontier {
  pthread_mutex_t lock;
  pthread_cond_t changed;
  int found, taken, answered; /* counts of pages */
  bool closed;
  int pages[MOST_PAGES];
  bool seen[MOST_PAGES];
  double began[MOST_PAGES], ended[MOST_PAGES];
};

static struct frontier *frontier; /* processes share only what they map as shared */
static struct sockaddr_in site;

static void find(int page) {
  if (page >= MOST_PAGES || frontier->seen[page]) return;
  frontier->seen[page] = true;
  frontier->pages[frontier->found++] = page;
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

static void work(void) {
  int links[10];
  pthread_mutex_lock(&frontier->lock);
  for (;;) {
    while (frontier->taken == frontier->found && !frontier->closed) {
      pthread_cond_wait(&frontier->changed, &frontier->lock);
    }
    if (frontier->closed) break;
    int page = frontier->pages[frontier->taken++];
    pthread_mutex_unlock(&frontier->lock);
    frontier->began[page] = now();
    int count = fetch(page, links);
    frontier->ended[page] = now();
    pthread_mutex_lock(&frontier->lock);
    for (int link = 0; link < count; link++) find(links[link]);
    frontier->answered++;
    pthread_cond_broadcast(&frontier->changed);
  }
  pthread_mutex_unlock(&frontier->lock);
  _exit(0);
}

int main(int argc, char **argv) {
  int in_flight = argc > 1 ? atoi(argv[1]) : 20;
  pid_t workers[MOST_WORKERS];
  pthread_mutexattr_t shared_lock;
  pthread_condattr_t shared_condition;
  if (in_flight < 1 || in_flight > MOST_WORKERS) return 1;
  pid_t server = start_site(argc > 2 ? atoi(argv[2]) : 111, argc > 3 ? atof(argv[3]) : 20, &site);

  struct cost before = cost_of(NULL, 0);
  double began = now();
  frontier = mmap(NULL, sizeof *frontier, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (frontier == MAP_FAILED) return 1;
  pthread_mutexattr_init(&shared_lock);
  pthread_mutexattr_setpshared(&shared_lock, PTHREAD_PROCESS_SHARED);
  pthread_mutex_init(&frontier->lock, &shared_lock);
  pthread_condattr_init(&shared_condition);
  pthread_condattr_setpshared(&shared_condition, PTHREAD_PROCESS_SHARED);
  pthread_cond_init(&frontier->changed, &shared_condition);
  find(0);
  for (int unit = 0; unit < in_flight; unit++) {
    workers[unit] = fork();
    if (workers[unit] == 0) work();
  }
  pthread_mutex_lock(&frontier->lock);
  while (frontier->answered < frontier->found) pthread_cond_wait(&frontier->changed, &frontier->lock);
  double wall = now() - began;
  struct cost after = cost_of(workers, in_flight);
  frontier->closed = true;
  pthread_cond_broadcast(&frontier->changed);
  pthread_mutex_unlock(&frontier->lock);
  for (int unit = 0; unit < in_flight; unit++) waitpid(workers[unit], NULL, 0);
  stop_site(server);

  print_waits(frontier->answered, frontier->began, frontier->ended, began);
  printf("%d pages fetched\n", frontier->answered);
  print_cost(frontier->answered, wall, before, after);
  return 0;
}
