/* A small site whose every page takes a while and links to ten more: page 0 to 1-10, page 1 to 11-20, and so on. */
#include <netinet/in.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double now(void) { /* ms */
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static void answer(int connection, int page, int pages) {
  char text[1024];
  int size = sprintf(text, "HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n<h1>Page %d</h1>\n", page);
  for (int link = 10 * page + 1; link <= 10 * page + 10 && link < pages; link++) {
    size += sprintf(text + size, "<a href=\"/%d\">page %d</a>\n", link, link);
  }
  if (write(connection, text, size) != size) perror("site: write");
  close(connection);
}

static void serve(int listener, int pages, double milliseconds) {
  static struct { int connection, page; double due; } waiting[2048]; /* in the order in which they are due */
  unsigned first = 0, end = 0;
  for (;;) {
    int timeout = first == end ? -1 : (int)(waiting[first % 2048].due - now()) + 1;
    struct pollfd ready = {.fd = listener, .events = POLLIN};
    if (poll(&ready, 1, timeout < -1 ? 0 : timeout) > 0) {
      char request[1024] = "";
      int connection = accept(listener, NULL, NULL), page = 0;
      if (read(connection, request, sizeof request - 1) > 0) sscanf(request, "GET /%d", &page);
      waiting[end % 2048].connection = connection;
      waiting[end % 2048].page = page;
      waiting[end++ % 2048].due = now() + milliseconds;
    }
    for (; first != end && waiting[first % 2048].due <= now(); first++) {
      answer(waiting[first % 2048].connection, waiting[first % 2048].page, pages);
    }
  }
}

/* Serves the site from a process of its own. Tells where it listens. */
static pid_t start_site(int pages, double milliseconds, struct sockaddr_in *address) {
  socklen_t size = sizeof *address;
  int listener = socket(AF_INET, SOCK_STREAM, 0);
  *address = (struct sockaddr_in){.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  if (bind(listener, (struct sockaddr *)address, size) != 0 || listen(listener, 1024) != 0) exit(1);
  getsockname(listener, (struct sockaddr *)address, &size);
  pid_t server = fork();
  if (server == 0) serve(listener, pages, milliseconds);
  close(listener);
  return server;
}

static void stop_site(pid_t server) {
  kill(server, SIGKILL);
  waitpid(server, NULL, 0);
}

/* When each page of a small site was waited for. */
static void print_waits(int pages, const double *began, const double *ended, double start) {
  for (int page = 0; page < pages && pages <= 50; page++) {
    printf("slice page-%d io %.3f %.3f\n", page, began[page] - start, ended[page] - start);
  }
}
