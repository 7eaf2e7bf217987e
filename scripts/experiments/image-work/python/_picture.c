/* The picture of ../c/_picture.h and its blur, as a library: the rows from first up to last go to where the caller says. */
#include <stdlib.h>
enum { RADIUS = 2 };

void render(unsigned char *pixels, int width, int height) {
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

void blur(const unsigned char *pixels, unsigned char *blurred, int width, int height, int first, int last) {
  for (int y = first; y < last; y++) {
    int top = y < RADIUS ? 0 : y - RADIUS, bottom = y + RADIUS < height ? y + RADIUS + 1 : height;
    for (int x = 0; x < width; x++) {
      int left = x < RADIUS ? 0 : x - RADIUS, right = x + RADIUS < width ? x + RADIUS + 1 : width, total = 0;
      for (int row = top; row < bottom; row++) {
        for (int at = row * width + left; at < row * width + right; at++) total += pixels[at];
      }
      *blurred++ = total / ((bottom - top) * (right - left));
    }
  }
}
