/* Blurs a picture, a band of it for each thread, on a core each. They read and write the same pixels; none are copied.
   ./thread [threads] [width of the picture] */
#define _GNU_SOURCE
#include "_picture.h"

static struct times times[MOST_WORKERS];
static pthread_barrier_t all_started, go, all_done;

static void *run(void *own) {
  int worker = (struct times *)own - times;
  pin_to_core(worker);
  touch_band(worker);
  pthread_barrier_wait(&all_started);
  pthread_barrier_wait(&go);
  times[worker] = blur_band(worker);
  pthread_barrier_wait(&all_done);
  return NULL;
}

int main(int argc, char **argv) {
  pthread_t threads[MOST_WORKERS];
  arguments(argc, argv);
  double created = milliseconds();
  blurred = allocate((size_t)width * height);
  pthread_barrier_init(&all_started, NULL, workers + 1);
  pthread_barrier_init(&go, NULL, workers + 1);
  pthread_barrier_init(&all_done, NULL, workers + 1);
  for (int worker = 0; worker < workers; worker++) {
    check(pthread_create(&threads[worker], NULL, run, &times[worker]), "pthread_create");
  }
  pthread_barrier_wait(&all_started);
  double began = milliseconds();
  pthread_barrier_wait(&go);
  pthread_barrier_wait(&all_done);
  double wall = milliseconds() - began;
  for (int worker = 0; worker < workers; worker++) pthread_join(threads[worker], NULL);
  print("thread", times, began, wall, milliseconds() - created);
}
