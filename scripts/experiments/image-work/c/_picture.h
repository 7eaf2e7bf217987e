/* A picture and its blur. One byte is one pixel, from black to white. And what the programs take and print. */
#include "../../_shared/c/clock.h"
#include "../../_shared/c/kernel.h"
#include "../../_shared/c/workers.h"

enum { RADIUS = 2, MOST_WORKERS = 64 };

struct times { double began, ended; }; /* ms */

static int workers, width, height;
static unsigned char *pixels, *blurred;

/* A low sun over hills and water, with the grain of a film. */
static void render(void) {
  for (int y = 0; y < height; y++) {
    for (int x = 0; x < width; x++) {
      int u = x * 1000 / width, v = y * 1000 / width, grey = 90 + v / 5;
      if ((u - 700) * (u - 700) + (v - 210) * (v - 210) < 5000) grey = 240;
      if (v > 310 + abs(u * 3 % 800 - 400) / 5 + abs(u * 7 % 300 - 150) / 8) grey = 60 - v / 40;
      if (v > 470) grey = 110 + (v * v / 90 + u / 40) % 60;
      pixels[y * width + x] = grey + (x * 7919 + y * 104729) % 17 - 8;
    }
  }
}

/* Writes the rows from first up to last to their place, each pixel the mean of its neighbours. */
static KERNEL void blur(const unsigned char *pixels, unsigned char *blurred, int width, int height, int first, int last) {
  for (int y = first; y < last; y++) {
    int top = y < RADIUS ? 0 : y - RADIUS, bottom = y + RADIUS < height ? y + RADIUS + 1 : height;
    for (int x = 0; x < width; x++) {
      int left = x < RADIUS ? 0 : x - RADIUS, right = x + RADIUS < width ? x + RADIUS + 1 : width, total = 0;
      for (int row = top; row < bottom; row++) {
        for (int at = row * width + left; at < row * width + right; at++) total += pixels[at];
      }
      blurred[y * width + x] = total / ((bottom - top) * (right - left));
    }
  }
}

static int edge(int worker) { return height * worker / workers; }

static size_t band_size(int worker) { return (size_t)(edge(worker + 1) - edge(worker)) * width; }

static unsigned char *band_of(int worker) { return blurred + (size_t)edge(worker) * width; }

/* Writes to where a worker's rows will go, so that the pages are there before the clock starts. */
static void touch_band(int worker) { memset(band_of(worker), 1, band_size(worker)); }

static struct times blur_band(int worker) {
  struct times times = {.began = milliseconds()};
  blur(pixels, blurred, width, height, edge(worker), edge(worker + 1));
  times.ended = milliseconds();
  return times;
}

static void arguments(int argc, char **argv) {
  workers = argc > 1 ? atoi(argv[1]) : 2;
  width = argc > 2 ? atoi(argv[2]) : 3000;
  height = width * 2 / 3;
  if (workers < 1 || workers > MOST_WORKERS) fail("expected 1 to %d workers, found %d", MOST_WORKERS, workers);
  pixels = allocate((size_t)width * height);
  render();
}

static unsigned adler32(const unsigned char *bytes, int size) {
  unsigned a = 1, b = 0;
  for (int at = 0; at < size; at++) {
    a = (a + bytes[at]) % 65521;
    b = (b + a) % 65521;
  }
  return b * 65536 + a;
}

static void print(const char *name, const struct times *times, double began, double wall, double with_start) {
  double first = times[0].began, last = times[0].ended;
  for (int worker = 0; worker < workers; worker++) {
    if (times[worker].began < first) first = times[worker].began;
    if (times[worker].ended > last) last = times[worker].ended;
    if (strcmp(name, "main") == 0) printf("slice main");
    else printf("slice %s-%d", name, worker + 1);
    printf(" run %.3f %.3f\n", times[worker].began - began, times[worker].ended - began);
  }
  unsigned checksum = adler32(blurred, width * height);
  printf("%d x %d pixels blurred, their Adler-32 is %u\n", width, height, checksum);
  printf("checksum = %u\n", checksum);
  print_window(began, began + wall);
  printf("wall = %.3f ms\n", wall);
  printf("copy = %.3f ms\n", wall - (last - first));
  printf("wall-with-start = %.3f ms\n", with_start);
}
