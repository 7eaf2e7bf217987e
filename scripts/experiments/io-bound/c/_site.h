/* A small site whose every page makes one wait. The first links to all others, so that as many as one likes can be under way.
   It holds its first answers back until as many links as shall be waited for together have been asked for, and only then
   lets them wait. */
#include <math.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>

enum { MOST_PAGES = 2048, MOST_TEXT = 40 * MOST_PAGES };

static void answer(int connection, int page, int pages) {
  static char text[MOST_TEXT];
  int size = sprintf(text, "HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n<h1>Page %d</h1>\n", page);
  for (int link = 1; page == 0 && link < pages; link++) {
    size += sprintf(text + size, "<a href=\"/%d\">page %d</a>\n", link, link);
  }
  if (write(connection, text, size) != size) perror("site: write");
  close(connection);
}

static struct visit { int connection, page; double asked; } waiting[MOST_PAGES]; /* in the order in which they asked */
static double all_asked = INFINITY; /* when so many links were being waited for as shall be together */

static double due(const struct visit *visit, double delay) {
  return delay + (visit->page == 0 || visit->asked > all_asked ? visit->asked : all_asked);
}

static void serve(int listener, int pages, int together, double delay) {
  unsigned first = 0, end = 0;
  int links_asked = 0;
  for (;;) {
    double left = first == end ? INFINITY : due(&waiting[first % MOST_PAGES], delay) - milliseconds();
    struct pollfd ready = {.fd = listener, .events = POLLIN};
    if (poll(&ready, 1, left == INFINITY ? -1 : left > 0 ? (int)left + 1 : 0) > 0) {
      char request[1024] = "";
      struct visit *visit = &waiting[end++ % MOST_PAGES];
      *visit = (struct visit){.connection = accept(listener, NULL, NULL)};
      if (read(visit->connection, request, sizeof request - 1) > 0) sscanf(request, "GET /%d", &visit->page);
      visit->asked = milliseconds();
      if (visit->page != 0 && ++links_asked == together) all_asked = visit->asked;
    }
    for (; first != end && due(&waiting[first % MOST_PAGES], delay) <= milliseconds(); first++) {
      answer(waiting[first % MOST_PAGES].connection, waiting[first % MOST_PAGES].page, pages);
    }
  }
}

/* A connection breaks a moment before the system says that the site has died, which then ends the program in its words. */
static _Noreturn void lose_site(const char *what) {
  int error = errno;
  sleep(1);
  fail("%s: %s", what, strerror(error));
}

/* Serves the site from a process of its own, which does not outlive this one. Says where it listens. Its death ends the
   program. */
static pid_t start_site(int pages, int together, double delay, struct sockaddr_in *address) {
  socklen_t size = sizeof *address;
  int listener = socket(AF_INET, SOCK_STREAM, 0);
  if (pages < 1 || pages > MOST_PAGES) fail("expected 1 to %d pages, found %d", MOST_PAGES, pages);
  *address = (struct sockaddr_in){.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  check(bind(listener, (struct sockaddr *)address, size), "bind");
  check(listen(listener, 1024), "listen");
  getsockname(listener, (struct sockaddr *)address, &size);
  signal(SIGPIPE, SIG_IGN);
  watch_children();
  pid_t server = fork_bound();
  if (server == 0) serve(listener, pages, together < pages ? together : pages - 1, delay);
  close(listener);
  return server;
}

static void stop_site(pid_t server) {
  signal(SIGCHLD, SIG_DFL); /* this child is meant to be killed */
  kill(server, SIGKILL);
  waitpid(server, NULL, 0);
}
