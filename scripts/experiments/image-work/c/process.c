/* Blurs a picture, a band of it for each process, on a core each. They inherit the picture, and send their rows back
   through a pipe.
   ./process [processes] [width of the picture] */
#define _GNU_SOURCE
#include "_picture.h"

static struct times times[MOST_WORKERS];
static pid_t children[MOST_WORKERS];
static int rows[MOST_WORKERS][2], go[2]; /* pipes */

static void send_all(int pipe, const void *bytes, size_t size) {
  for (ssize_t sent; size > 0; bytes = (const char *)bytes + sent, size -= sent) {
    if ((sent = write(pipe, bytes, size)) <= 0) fail_after_children("the workers are gone");
  }
}

static void take_all(int pipe, void *bytes, size_t size) {
  for (ssize_t taken; size > 0; bytes = (char *)bytes + taken, size -= taken) {
    if ((taken = read(pipe, bytes, size)) > 0) continue;
    wait_for_child(children, workers); /* says which one died, and how */
    fail("a worker ended before its work was done");
  }
}

static void run(int worker) {
  pin_to_core(worker);
  touch_band(worker);
  send_all(rows[worker][1], "!", 1); /* is there */
  take_all(go[0], (char[1]){0}, 1);
  times[worker] = blur_band(worker);
  send_all(rows[worker][1], &times[worker], sizeof *times);
  send_all(rows[worker][1], band_of(worker), band_size(worker));
  _exit(0);
}

int main(int argc, char **argv) {
  arguments(argc, argv);
  double created = milliseconds();
  blurred = allocate((size_t)width * height);
  check(pipe(go), "pipe");
  watch_children();
  for (int worker = 0; worker < workers; worker++) {
    check(pipe(rows[worker]), "pipe");
    children[worker] = fork_bound();
    if (children[worker] == 0) run(worker);
    close(rows[worker][1]); /* or a dead worker's pipe would never end */
  }
  notice_broken_pipes();
  for (int worker = 0; worker < workers; worker++) take_all(rows[worker][0], (char[1]){0}, 1);
  for (int worker = 0; worker < workers; worker++) touch_band(worker);
  double began = milliseconds();
  for (int worker = 0; worker < workers; worker++) send_all(go[1], "!", 1);
  for (int worker = 0; worker < workers; worker++) {
    take_all(rows[worker][0], &times[worker], sizeof *times);
    take_all(rows[worker][0], band_of(worker), band_size(worker));
  }
  double wall = milliseconds() - began;
  wait_for_children(children, workers);
  print("process", times, began, wall, milliseconds() - created);
}
