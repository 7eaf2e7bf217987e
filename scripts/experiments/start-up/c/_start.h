/* Starts workers one after the other, and times each until its first answer has arrived and until it is gone. The program
   says how a worker is started and how it is waited for. */
#include "../../_shared/c/clock.h"
#include "../../_shared/c/workers.h"
#include "../../_shared/c/memory.h"
#include "../../_shared/c/resident.h"

enum { MOST_STARTS = 1000 };

static int replies[2]; /* a pipe: the worker writes its answer, the parent reads it */

static void start_worker(void);
static void join_worker(void);

/* The first useful act of a worker. */
static void work(void) {
  volatile long sum = 0;
  for (long number = 0; number < 1000; number++) sum += number;
  long answer = sum;
  if (write(replies[1], &answer, sizeof answer) != sizeof answer) perror("write");
}

static long time_start(double *ready, double *joined) {
  double began = milliseconds();
  long answer;
  start_worker();
  if (read(replies[0], &answer, sizeof answer) != sizeof answer) fail("read: %s", strerror(errno));
  *ready = milliseconds() - began;
  join_worker();
  *joined = milliseconds() - began;
  return answer;
}

static void measure(int argc, char **argv) {
  static double ready[MOST_STARTS], joined[MOST_STARTS], first_ready, first_joined;
  size_t size = (argc > 1 ? strtoul(argv[1], NULL, 10) : 64) << 20;
  int starts = argc > 2 ? atoi(argv[2]) : 5;
  if (starts < 1 || starts > MOST_STARTS) fail("expected 1 to %d starts", MOST_STARTS);
  char *held = hold(size);

  long answer = time_start(&first_ready, &first_joined); /* the first is shown apart: it fills caches for the others */
  for (int count = 0; count < starts; count++) answer = time_start(&ready[count], &joined[count]);

  printf("result = %ld\n", answer);
  print_resident();
  printf("first-ready = %.3f ms\n", first_ready);
  printf("ready = %.3f ms\n", median(ready, starts));
  printf("joined = %.3f ms\n", median(joined, starts));
  free(held);
}
