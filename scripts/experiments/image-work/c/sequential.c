/* Blurs a picture, band after band: what threads and processes are compared with.
   ./sequential [bands] [width of the picture] */
#define _POSIX_C_SOURCE 200809L
#include "_picture.h"

int main(int argc, char **argv) {
  int bands = argc > 1 ? atoi(argv[1]) : 2, width = argc > 2 ? atoi(argv[2]) : 3000, height = width * 2 / 3;
  unsigned char *pixels = malloc((size_t)width * height), *blurred = malloc((size_t)width * height);
  struct times *times = calloc(bands, sizeof *times);
  if (bands < 1 || !pixels || !blurred || !times) return 1;
  render(pixels, width, height);

  double began = now();
  for (int band = 0; band < bands; band++) {
    times[band].began = now();
    blur(pixels, blurred, width, height, height * band / bands, height * (band + 1) / bands);
    times[band].ended = now();
  }
  double wall = now() - began;

  for (int band = 0; band < bands; band++) {
    printf("slice main run %.3f %.3f\n", times[band].began - began, times[band].ended - began);
  }
  print(blurred, width, height, wall - (times[bands - 1].ended - times[0].began), wall, wall);
  return 0;
}
