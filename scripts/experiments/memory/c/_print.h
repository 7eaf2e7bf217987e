/* One line for each way of counting. `written` is in bytes; `only` is what the workers alone hold. */
static void print(int count, size_t written, struct memory before, struct memory after, struct memory only) {
  double pss = (double)(after.pss - before.pss) / count, kernel = (double)(after.kernel - before.kernel) / count;
  printf("workers = %d\nwritten = %zu B\n", count, written);
  printf("pss-per-worker = %.1f KiB\n", pss);
  printf("uss-per-worker = %.1f KiB\n", (double)only.uss / count);
  printf("kernel-per-worker = %.1f KiB\n", kernel);
  printf("total-per-worker = %.1f KiB\n", pss + kernel);
  printf("rss-per-worker = %.1f KiB\n", (double)(after.rss - before.rss) / count);
}
