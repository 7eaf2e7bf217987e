/* How much more memory does each thread cost? A figure that counts shared pages once needs PSS (Linux).
   ./thread [workers] [MiB of their own] [MiB of the parent] */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

enum { MOST = 64 };

static size_t own;
static int ready[2], stop[2]; /* pipes: a worker says that it is ready, then waits until `stop` is closed */

struct memory {
  long pss, uss, rss; /* KiB: PSS shares each page among its users, USS is what only they use */
};

static char *hold(size_t size) {
  volatile char *held = malloc(size + 1);
  if (!held) exit(1);
  for (size_t at = 0; at < size; at += 4096) held[at] = 'x'; /* written to, so that it is really there */
  return (char *)held;
}

static void *work(void *unused) {
  char *mine = hold(own), byte = 0;
  if (write(ready[1], &byte, 1) != 1 || read(stop[0], &byte, 1) != 0) exit(1);
  free(mine);
  return unused;
}

static struct memory memory(const pid_t *pids, int count) {
  struct memory sum = {0, 0, 0};
  for (int i = 0; i < count; i++) {
    char path[64], line[256];
    snprintf(path, sizeof path, "/proc/%d/smaps_rollup", (int)pids[i]);
    FILE *rollup = fopen(path, "r");
    if (!rollup) {
      fprintf(stderr, "Expected %s, which tells PSS; this system has none. Run it on Linux 4.14 or later.\n", path);
      exit(1);
    }
    for (long kib; fgets(line, sizeof line, rollup);) {
      if (sscanf(line, "Pss: %ld", &kib) == 1) sum.pss += kib;
      if (sscanf(line, "Private_Clean: %ld", &kib) == 1) sum.uss += kib;
      if (sscanf(line, "Private_Dirty: %ld", &kib) == 1) sum.uss += kib;
      if (sscanf(line, "Rss: %ld", &kib) == 1) sum.rss += kib;
    }
    fclose(rollup);
  }
  return sum;
}

/* Reads until two readings agree: workers go on allocating for a while after they have started. */
static struct memory settled(const pid_t *pids, int count) {
  struct memory last = memory(pids, count);
  for (int reading = 0; reading < 40; reading++) {
    nanosleep(&(struct timespec){.tv_nsec = 10000000}, NULL);
    struct memory now = memory(pids, count);
    if (now.pss == last.pss) return now;
    last = now;
  }
  return last;
}

int main(int argc, char **argv) {
  int count = argc > 1 ? atoi(argv[1]) : 4;
  own = (argc > 2 ? strtoul(argv[2], NULL, 10) : 0) << 20;
  size_t parent = (argc > 3 ? strtoul(argv[3], NULL, 10) : 0) << 20;
  char *held = hold(parent), byte;
  pthread_t workers[MOST];
  pid_t pids[] = {getpid()};
  if (count < 1 || count > MOST || pipe(ready) != 0 || pipe(stop) != 0) return 1;

  struct memory before = settled(pids, 1);
  for (int i = 0; i < count; i++)
    if (pthread_create(&workers[i], NULL, work, NULL) != 0) return 1;
  for (int i = 0; i < count; i++)
    if (read(ready[0], &byte, 1) != 1) return 1;
  struct memory after = settled(pids, 1);

  printf("%d threads in one process of %ld KiB, of which %zu KiB were held before\n", count, after.pss, parent / 1024);
  printf("pss-per-worker = %.1f KiB\n", (double)(after.pss - before.pss) / count);
  printf("uss-per-worker = %.1f KiB\n", (double)(after.uss - before.uss) / count);
  printf("rss-per-worker = %.1f KiB\n", (double)(after.rss - before.rss) / count);

  close(stop[1]);
  for (int i = 0; i < count; i++) pthread_join(workers[i], NULL);
  free(held);
  return 0;
}
