/* The main thread ticks every 5 ms. Work comes in, and the main thread does it in place: how long is the longest silence?
   ./sequential [jobs] [limit] */
#define _GNU_SOURCE
#include "_ticks.h"

static struct result result;

int main(int argc, char **argv) {
  arguments(argc, argv);
  tick_some();
  double began = milliseconds();
  work(&result);
  tick_some();
  print("main", began, &result);
}
