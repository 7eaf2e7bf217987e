/* What processes take, as Linux counts it, and memory that is really there. Include it after workers.h. */
#ifndef SHARED_MEMORY_H
#define SHARED_MEMORY_H

struct memory {
  long pss, uss, rss; /* KiB of user memory: PSS shares each page among its users, USS is what only they use */
  long kernel;        /* KiB: page tables, and the kernel's own stack of 16 KiB for each thread */
};

static inline char *hold(size_t size) {
  char *held = malloc(size + 1);
  if (held == NULL) fail("no memory for %zu bytes", size);
  for (size_t at = 0; at < size; at += 4096) ((volatile char *)held)[at] = 'x'; /* written to, so that it is there */
  return held;
}

static inline FILE *open_fact(pid_t pid, const char *name) {
  char path[64];
  snprintf(path, sizeof path, "/proc/%d/%s", (int)pid, name);
  FILE *facts = fopen(path, "r");
  if (facts == NULL) sleep(1); /* where children are watched, the line is rather how this one ended */
  if (facts == NULL) fail("no %s: process %d has ended, or this is no Linux of 4.14 or later", path, (int)pid);
  return facts;
}

static inline struct memory memory_of(const pid_t *pids, int count) {
  struct memory sum = {0, 0, 0, 0};
  char line[256];
  for (int i = 0; i < count; i++) {
    FILE *rollup = open_fact(pids[i], "smaps_rollup");
    for (long kib; fgets(line, sizeof line, rollup);) {
      if (sscanf(line, "Pss: %ld", &kib) == 1) sum.pss += kib;
      if (sscanf(line, "Private_Clean: %ld", &kib) == 1) sum.uss += kib;
      if (sscanf(line, "Private_Dirty: %ld", &kib) == 1) sum.uss += kib;
      if (sscanf(line, "Rss: %ld", &kib) == 1) sum.rss += kib;
    }
    fclose(rollup);
    FILE *status = open_fact(pids[i], "status");
    for (long number; fgets(line, sizeof line, status);) {
      if (sscanf(line, "VmPTE: %ld", &number) == 1) sum.kernel += number;
      if (sscanf(line, "Threads: %ld", &number) == 1) sum.kernel += 16 * number;
    }
    fclose(status);
  }
  return sum;
}

/* Reads until two readings agree: workers go on allocating for a while after they have started. */
static inline struct memory settled(const pid_t *pids, int count) {
  struct memory last = memory_of(pids, count);
  for (int reading = 0; reading < 40; reading++) {
    usleep(10000);
    struct memory now = memory_of(pids, count);
    if (labs(now.pss - last.pss) <= 16) return now;
    last = now;
  }
  return last;
}
#endif
