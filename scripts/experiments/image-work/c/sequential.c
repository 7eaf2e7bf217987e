/* Blurs a picture, band after band: what threads and processes are compared with.
   ./sequential [bands] [width of the picture] */
#define _GNU_SOURCE
#include "_picture.h"

static struct times times[MOST_WORKERS];

int main(int argc, char **argv) {
  arguments(argc, argv);
  blurred = allocate((size_t)width * height);
  for (int band = 0; band < workers; band++) touch_band(band);
  double began = milliseconds();
  for (int band = 0; band < workers; band++) times[band] = blur_band(band);
  double wall = milliseconds() - began;
  print("main", times, began, wall, wall);
}
