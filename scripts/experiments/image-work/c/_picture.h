/* A picture and its blur. One byte is one pixel, from black to white. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { RADIUS = 2 };

struct times { double began, ended; };

static double now(void) { /* ms */
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

/* A low sun over hills and water, with the grain of a film. */
static void render(unsigned char *pixels, int width, int height) {
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
static void blur(const unsigned char *pixels, unsigned char *blurred, int width, int height, int first, int last) {
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

static unsigned adler32(const unsigned char *bytes, int size) {
  unsigned a = 1, b = 0;
  for (int at = 0; at < size; at++) {
    a = (a + bytes[at]) % 65521;
    b = (b + a) % 65521;
  }
  return b * 65536 + a;
}

static void print(const unsigned char *blurred, int width, int height, double copy, double wall, double with_start) {
  printf("%d x %d pixels blurred, their Adler-32 is %u\n", width, height, adler32(blurred, width * height));
  printf("wall = %.3f ms\n", wall);
  printf("copy = %.3f ms\n", copy);
  printf("wall-with-start = %.3f ms\n", with_start);
}
