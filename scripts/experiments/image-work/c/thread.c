/* Blurs a picture, a band of it for each thread. The threads read and write the same pixels; none are copied.
   ./thread [threads] [width of the picture] */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include "_picture.h"

enum { MOST_WORKERS = 64 };

static int workers, width, height;
static unsigned char *pixels, *blurred;
static struct times times[MOST_WORKERS];
static pthread_barrier_t all_started, go, all_done;

static void *run(void *own) {
  int worker = (struct times *)own - times;
  pthread_barrier_wait(&all_started);
  pthread_barrier_wait(&go);
  times[worker].began = now();
  blur(pixels, blurred, width, height, height * worker / workers, height * (worker + 1) / workers);
  times[worker].ended = now();
  pthread_barrier_wait(&all_done);
  return NULL;
}

int main(int argc, char **argv) {
  pthread_t threads[MOST_WORKERS];
  workers = argc > 1 ? atoi(argv[1]) : 2;
  width = argc > 2 ? atoi(argv[2]) : 3000;
  height = width * 2 / 3;
  pixels = malloc((size_t)width * height);
  blurred = malloc((size_t)width * height);
  if (workers < 1 || workers > MOST_WORKERS || !pixels || !blurred) return 1;
  render(pixels, width, height);

  double created = now();
  pthread_barrier_init(&all_started, NULL, workers + 1);
  pthread_barrier_init(&go, NULL, workers + 1);
  pthread_barrier_init(&all_done, NULL, workers + 1);
  for (int worker = 0; worker < workers; worker++) {
    if (pthread_create(&threads[worker], NULL, run, &times[worker]) != 0) return 1;
  }
  pthread_barrier_wait(&all_started);
  double began = now();
  pthread_barrier_wait(&go);
  pthread_barrier_wait(&all_done);
  double wall = now() - began;
  for (int worker = 0; worker < workers; worker++) pthread_join(threads[worker], NULL);
  double with_start = now() - created;

  double first = times[0].began, last = times[0].ended;
  for (int worker = 0; worker < workers; worker++) {
    if (times[worker].began < first) first = times[worker].began;
    if (times[worker].ended > last) last = times[worker].ended;
    printf("slice thread-%d run %.3f %.3f\n", worker + 1, times[worker].began - began, times[worker].ended - began);
  }
  print(blurred, width, height, wall - (last - first), wall, with_start);
  return 0;
}
