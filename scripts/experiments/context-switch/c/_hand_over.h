/* Two sides take turns, and one of them takes the time. The program says how a turn is given away and waited for. */
#include <stdbool.h>
#include <sys/resource.h>
#include "../../_shared/c/clock.h"
#include "../../_shared/c/workers.h"

/* One byte of every page, and each on a cache line of its own. */
enum { BATCHES = 20, STRIDE = 4096 + 64 };

static long round_trips = 2000;
static size_t working_set;
static bool across;
static double hand_over, walks; /* ms */
static long hand_overs;

static void give_away(void);
static void wait_for_turn(void);

static void read_arguments(int argc, char **argv) {
  int cores[2];
  if (argc > 1) round_trips = atol(argv[1]);
  if (argc > 2) working_set = strtoul(argv[2], NULL, 10) * STRIDE;
  across = argc > 3 && strcmp(argv[3], "across") == 0;
  if (round_trips < 1) fail("expected at least one round trip");
  if (across && allowed_cores(cores, 2) < 2) fail("expected two cores that it may use, found one");
}

/* The memory of one side, in pages of 4 KiB even where the system likes larger ones. */
static char *own_pages(void) {
  char *memory = mmap(NULL, working_set + 1, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) fail("no memory for %zu bytes: %s", working_set, strerror(errno));
#ifdef MADV_NOHUGEPAGE
  madvise(memory, working_set + 1, MADV_NOHUGEPAGE);
#endif
  return memory;
}

static void walk(volatile char *memory) {
  for (size_t i = 0; i < working_set; i += STRIDE) memory[i]++;
}

/* ms of a hand-over: half a round trip. */
static double batch(char *memory) {
  double start = milliseconds();
  for (long i = 0; i < round_trips; i++) {
    walk(memory);
    give_away();
    wait_for_turn();
  }
  double end = milliseconds();
  hand_overs += 2 * round_trips;
  return (end - start) / round_trips / 2;
}

/* ms of the same walks through two sides' memory, with no switch in between, for each. */
static double batch_of_walks(char *memory, char *other) {
  double start = milliseconds();
  for (long i = 0; i < round_trips; i++) {
    walk(memory);
    walk(other);
  }
  return (milliseconds() - start) / round_trips / 2;
}

static void measure(void) {
  char *memory = own_pages(), *other = own_pages();
  double rest[BATCHES], of_walks[BATCHES];
  pin_to_core(0);
  batch_of_walks(memory, other); /* warm-up */
  batch(memory);
  for (int i = 0; i < BATCHES; i++) { /* in turn, so that both meet the machine at the same speed */
    of_walks[i] = batch_of_walks(memory, other);
    rest[i] = batch(memory) - of_walks[i];
  }
  walks = median(of_walks, BATCHES);
  hand_over = median(rest, BATCHES);
  munmap(other, working_set + 1);
  munmap(memory, working_set + 1);
}

/* Once the other side is gone, and its switches are counted. Only where every hand-over was one switch is the figure one. */
static void print(void) {
  struct rusage used, child;
  getrusage(RUSAGE_SELF, &used);
  getrusage(RUSAGE_CHILDREN, &child);
  long waiting = used.ru_nvcsw + child.ru_nvcsw, preempted = used.ru_nivcsw + child.ru_nivcsw;
  double each = (double)(waiting + preempted) / hand_overs;
  printf("%ld hand-overs: %ld by waiting, %ld by being preempted\n", hand_overs, waiting, preempted);
  if (each > 0.9 && each < 1.1) printf("switch = %.3f µs\n", hand_over * 1e3);
  printf("hand-over = %.3f µs\n", hand_over * 1e3);
  printf("hand-overs = %ld\n", hand_overs);
  printf("walk = %.3f µs\n", walks * 1e3);
  printf("switches = %ld\n", waiting + preempted);
  printf("switches-per-hand-over = %.3f\n", each);
}
