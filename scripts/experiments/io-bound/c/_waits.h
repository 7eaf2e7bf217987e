/* When the pages of a site were waited for. */
enum { SHOWN = 50 };

/* Prints the time to the first answer, the most pages under way at a time, and when the first fifty were waited for.
   That fewer were under way than the program was asked for is no result. */
static void print_waits(int pages, const double *began, const double *ended, int most, int asked_for, double start) {
  int possible = pages - 1 < asked_for ? pages - 1 : asked_for;
  if (most < possible) fail("at most %d pages were under way at a time, not %d", most, possible);
  for (int page = 0; page < pages && page < SHOWN; page++) {
    printf("slice page-%d io %.3f %.3f\n", page, began[page] - start, ended[page] - start);
  }
  printf("first-answer = %.3f ms\n", ended[0] - start);
  printf("most-in-flight = %d\n", most);
  printf("result = %d\n", pages);
}
