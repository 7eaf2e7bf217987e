/* Blurs a picture, a band of it for each process. They inherit the picture, and send their rows back through a pipe.
   ./process [processes] [width of the picture] */
#define _POSIX_C_SOURCE 200809L
#include <sys/wait.h>
#include <unistd.h>
#include "_picture.h"

enum { MOST_WORKERS = 64 };

static int workers, width, height;
static unsigned char *pixels, *blurred;
static struct times times[MOST_WORKERS];
static int rows[MOST_WORKERS][2], go[2]; /* pipes */

static void send_all(int pipe, const void *bytes, size_t size) {
  for (ssize_t sent; size > 0; bytes = (const char *)bytes + sent, size -= sent) {
    if ((sent = write(pipe, bytes, size)) <= 0) _exit(1);
  }
}

static void take_all(int pipe, void *bytes, size_t size) {
  for (ssize_t taken; size > 0; bytes = (char *)bytes + taken, size -= taken) {
    if ((taken = read(pipe, bytes, size)) <= 0) exit(1);
  }
}

static int edge(int worker) { return height * worker / workers; }

static void run(int worker) {
  int first = edge(worker), last = edge(worker + 1);
  send_all(rows[worker][1], "!", 1); /* is there */
  take_all(go[0], (char[1]){0}, 1);
  times[worker].began = now();
  blur(pixels, blurred, width, height, first, last);
  times[worker].ended = now();
  send_all(rows[worker][1], &times[worker], sizeof *times);
  send_all(rows[worker][1], blurred + (size_t)first * width, (size_t)(last - first) * width);
  _exit(0);
}

int main(int argc, char **argv) {
  pid_t children[MOST_WORKERS];
  workers = argc > 1 ? atoi(argv[1]) : 2;
  width = argc > 2 ? atoi(argv[2]) : 3000;
  height = width * 2 / 3;
  pixels = malloc((size_t)width * height);
  blurred = malloc((size_t)width * height);
  if (workers < 1 || workers > MOST_WORKERS || !pixels || !blurred) return 1;
  render(pixels, width, height);

  double created = now();
  if (pipe(go) != 0) return 1;
  for (int worker = 0; worker < workers; worker++) {
    if (pipe(rows[worker]) != 0) return 1;
    children[worker] = fork();
    if (children[worker] == 0) run(worker);
  }
  for (int worker = 0; worker < workers; worker++) take_all(rows[worker][0], (char[1]){0}, 1);
  double began = now();
  for (int worker = 0; worker < workers; worker++) send_all(go[1], "!", 1);
  for (int worker = 0; worker < workers; worker++) {
    take_all(rows[worker][0], &times[worker], sizeof *times);
    size_t start = (size_t)edge(worker) * width, end = (size_t)edge(worker + 1) * width;
    take_all(rows[worker][0], blurred + start, end - start);
  }
  double wall = now() - began;
  for (int worker = 0; worker < workers; worker++) waitpid(children[worker], NULL, 0);
  double with_start = now() - created;

  double first = times[0].began, last = times[0].ended;
  for (int worker = 0; worker < workers; worker++) {
    if (times[worker].began < first) first = times[worker].began;
    if (times[worker].ended > last) last = times[worker].ended;
    printf("slice process-%d run %.3f %.3f\n", worker + 1, times[worker].began - began, times[worker].ended - began);
  }
  print(blurred, width, height, wall - (last - first), wall, with_start);
  return 0;
}
