/* What can't be done ends the program with one line that says what, and why. */
#ifndef SHARED_FAILURES_H
#define SHARED_FAILURES_H
#include <errno.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Writes a whole line to standard error at once: lines of several processes never mix. A longer one is cut short. */
static inline void complain(const char *format, va_list values) {
  char line[512];
  int length = vsnprintf(line, sizeof line - 1, format, values);
  if (length < 0) length = 0;
  if (length > (int)sizeof line - 2) length = sizeof line - 2;
  line[length] = '\n';
  if (write(STDERR_FILENO, line, length + 1) < 0) return; /* then there is nobody to tell */
}

/* Ends the program, children and all, with one line that says why. */
static inline _Noreturn void fail(const char *format, ...) {
  va_list values;
  sigset_t all;
  sigfillset(&all);
  sigprocmask(SIG_BLOCK, &all, NULL); /* or what handles a child's death could add a line of its own */
  va_start(values, format);
  complain(format, values);
  va_end(values);
  exit(1);
}

/* As fail, at once: for what handles a signal. */
static inline _Noreturn void fail_at_once(const char *format, ...) {
  va_list values;
  va_start(values, format);
  complain(format, values);
  va_end(values);
  _exit(1);
}

/* For a call that returns an error's number, such as pthread_create, or -1 and errno, such as fork. */
static inline void check(int returned, const char *what) {
  if (returned == -1) fail("%s: %s", what, strerror(errno));
  if (returned > 0) fail("%s: %s", what, strerror(returned));
}
#endif
