/* When the pages of a site were waited for. */
enum { SHOWN = 50 };

/* Prints the time to the first answer, the most pages under way at a time, and when the first fifty were waited for. */
static void print_waits(int pages, const double *began, const double *ended, int most_in_flight, double start) {
  for (int page = 0; page < pages && page < SHOWN; page++) {
    printf("slice page-%d io %.3f %.3f\n", page, began[page] - start, ended[page] - start);
  }
  printf("first-answer = %.3f ms\n", ended[0] - start);
  printf("most-in-flight = %d\n", most_in_flight);
  printf("result = %d\n", pages);
}
