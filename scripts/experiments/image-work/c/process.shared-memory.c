/* Blurs a picture, a band of it for each process. They inherit the picture, and write to memory that all of them map.
   ./process.shared-memory [processes] [width of the picture] */
#define _GNU_SOURCE
#include <pthread.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>
#include "_picture.h"

enum { MOST_WORKERS = 64 };

static int workers, width, height;
static unsigned char *pixels, *blurred;
static struct times *times;
static struct { pthread_barrier_t all_started, go, all_done; } *barriers;

static void run(int worker) {
  pthread_barrier_wait(&barriers->all_started);
  pthread_barrier_wait(&barriers->go);
  times[worker].began = now();
  blur(pixels, blurred, width, height, height * worker / workers, height * (worker + 1) / workers);
  times[worker].ended = now();
  pthread_barrier_wait(&barriers->all_done);
  _exit(0);
}

static void *share(size_t size) {
  void *memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) exit(1);
  return memory;
}

int main(int argc, char **argv) {
  pid_t children[MOST_WORKERS];
  pthread_barrierattr_t across;
  workers = argc > 1 ? atoi(argv[1]) : 2;
  width = argc > 2 ? atoi(argv[2]) : 3000;
  height = width * 2 / 3;
  pixels = malloc((size_t)width * height);
  if (workers < 1 || workers > MOST_WORKERS || !pixels) return 1;
  render(pixels, width, height);

  double created = now();
  blurred = share((size_t)width * height);
  times = share(workers * sizeof *times);
  barriers = share(sizeof *barriers);
  pthread_barrierattr_init(&across);
  pthread_barrierattr_setpshared(&across, PTHREAD_PROCESS_SHARED);
  pthread_barrier_init(&barriers->all_started, &across, workers + 1);
  pthread_barrier_init(&barriers->go, &across, workers + 1);
  pthread_barrier_init(&barriers->all_done, &across, workers + 1);
  for (int worker = 0; worker < workers; worker++) {
    children[worker] = fork();
    if (children[worker] == 0) run(worker);
  }
  pthread_barrier_wait(&barriers->all_started);
  double began = now();
  pthread_barrier_wait(&barriers->go);
  pthread_barrier_wait(&barriers->all_done);
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
