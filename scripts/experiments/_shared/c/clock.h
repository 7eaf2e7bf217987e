/* One clock for all programs in C: milliseconds since some moment, the same for all threads and processes of the machine. */
#ifndef SHARED_CLOCK_H
#define SHARED_CLOCK_H
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static inline double milliseconds(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

/* Of this thread. */
static inline double processor_milliseconds(void) {
  struct timespec time;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

/* Says between which moments of this clock was measured, for whoever watches the program from outside. */
static inline void print_window(double began, double ended) { printf("window %.3f %.3f\n", began, ended); }

static inline int ascending(const void *a, const void *b) {
  double left = *(const double *)a, right = *(const double *)b;
  return (left > right) - (left < right);
}

/* The middle one, or the mean of the middle two. Sorts the values. */
static inline double median(double *values, int length) {
  qsort(values, length, sizeof *values, ascending);
  return length % 2 == 1 ? values[length / 2] : (values[length / 2 - 1] + values[length / 2]) / 2;
}
#endif
