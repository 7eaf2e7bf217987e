/* What can't be done ends the program with one line that says what, and why. */
#ifndef SHARED_FAILURES_H
#define SHARED_FAILURES_H
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Ends the program, children and all, with one line that says why. */
static inline _Noreturn void fail(const char *format, ...) {
  va_list values;
  va_start(values, format);
  vfprintf(stderr, format, values);
  va_end(values);
  fputc('\n', stderr);
  exit(1);
}

/* For a call that returns an error's number, such as pthread_create, or -1 and errno, such as fork. */
static inline void check(int returned, const char *what) {
  if (returned == -1) fail("%s: %s", what, strerror(errno));
  if (returned > 0) fail("%s: %s", what, strerror(returned));
}
#endif
