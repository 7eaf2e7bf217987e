/* What the records say. Include it after _recording.h. */
static int by_start(const void *a, const void *b) {
  double difference = ((struct slice *)a)->start - ((struct slice *)b)->start;
  return (difference > 0) - (difference < 0);
}

/* Prints every slice, how often one unit took over where another had stopped, and how long two ran at the same instant. */
static void print_timeline(struct recording *recordings, double origin) {
  struct slice all[UNITS * MOST_SLICES];
  int length = 0, units = 0, turns = 0;
  for (int unit = 0; unit < UNITS; unit++) {
    for (int i = 0; i < recordings[unit].length; i++) all[length++] = recordings[unit].slices[i];
    units += recordings[unit].length > 0;
  }
  qsort(all, length, sizeof *all, by_start);

  double overlap = 0;
  for (int i = 0; i < length; i++) {
    struct slice slice = all[i];
    printf("slice worker-%d run %.3f %.3f core %d\n", slice.unit, slice.start - origin, slice.end - origin, slice.core);
    turns += i > 0 && all[i - 1].unit != slice.unit && all[i - 1].end <= slice.start;
    for (int next = i + 1; next < length && all[next].start < slice.end; next++)
      overlap += (all[next].end < slice.end ? all[next].end : slice.end) - all[next].start;
  }
  print_window(all[0].start, all[length - 1].end);
  printf("units = %d\n", units);
  printf("turns = %d\n", turns);
  printf("overlap = %.3f ms\n", overlap);
}
