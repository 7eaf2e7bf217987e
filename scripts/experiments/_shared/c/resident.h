/* The metric `resident`. Linux says what is there now, others only what there was at most. Include it after workers.h. */
#ifndef SHARED_RESIDENT_H
#define SHARED_RESIDENT_H
#include <sys/resource.h>

static inline void print_resident(void) {
  char line[256];
  long kib = -1;
  FILE *status = fopen("/proc/self/status", "r");
  if (status != NULL) {
    while (kib < 0 && fgets(line, sizeof line, status)) sscanf(line, "VmRSS: %ld", &kib);
    fclose(status);
    if (kib < 0) fail("expected a line VmRSS in /proc/self/status, found none");
  } else {
    struct rusage usage;
    check(getrusage(RUSAGE_SELF, &usage), "getrusage");
#ifdef __APPLE__
    kib = usage.ru_maxrss / 1024;
#else
    kib = usage.ru_maxrss;
#endif
    puts("resident is here the most that this process has ever held");
  }
  printf("resident = %ld MiB\n", kib / 1024);
}
#endif
