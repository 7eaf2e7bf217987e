static const double LIMIT = 2 << 20; /* KiB: 2 GiB */

/* Whether the workers fill 2 GiB, so that one more would not fit. What the machine has left would not tell: it also changes
   with other programs. Looks when there are twice as many as last time or, near the limit, when half of what was left is gone. */
static int full(const pid_t *pids, int processes, int fit, struct memory before) {
  static int next_look = 1;
  if (fit < next_look) return 0;
  struct memory now = memory_of(pids, processes);
  double used = now.pss + now.kernel - before.pss - before.kernel;
  double more = (LIMIT - used) / (used > fit ? used / fit : 1);
  next_look = fit + (more > 2 * fit ? fit : more > 2 ? (int)(more / 2) : 1);
  return more < 1;
}

static void print(int asked, int fit, struct memory before, struct memory after) {
  long user = after.pss - before.pss, kernel = after.kernel - before.kernel;
  printf("%d of %d fit, in %ld MiB\n", fit, asked, (user + kernel) / 1024);
  printf("asked = %d\n", asked);
  printf("fit = %d\n", fit);
  printf("user-per-unit = %.1f KiB\n", (double)user / fit);
  printf("kernel-per-unit = %.1f KiB\n", (double)kernel / fit);
}
