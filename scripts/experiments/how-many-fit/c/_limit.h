/* KiB of memory that the machine has left. */
static long available(void) {
  char line[128];
  long kib = 0;
  FILE *facts = fopen("/proc/meminfo", "r");
  if (facts == NULL) fail("expected /proc/meminfo: %s", strerror(errno));
  while (fgets(line, sizeof line, facts) && sscanf(line, "MemAvailable: %ld", &kib) != 1);
  fclose(facts);
  return kib;
}

/* Whether 2 GiB are gone since there were so many KiB; looks at every sixteenth worker. */
static int used_up(long before, int fit) { return fit % 16 == 15 && before - available() > 2L << 20; }

static void print(int asked, int fit, struct memory before, struct memory after) {
  printf("%d of %d fit\n", fit, asked);
  printf("fit = %d\n", fit);
  printf("user-per-unit = %.1f KiB\n", (double)(after.pss - before.pss) / fit);
  printf("kernel-per-unit = %.1f KiB\n", (double)(after.kernel - before.kernel) / fit);
}
