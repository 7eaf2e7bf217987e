/* A unit's own record of when it ran and on which core. It looks at the clock after each small piece of work; where the
   clock has jumped, it was switched out in between. */
#include "../../_shared/c/clock.h"
#include "../../_shared/c/workers.h"

enum { UNITS = 2, MOST_SLICES = 200, PIECE = 5000 };
static const double JUMP = 0.1; /* ms */

struct slice {
  double start, end; /* ms, on a clock that all units share */
  int unit, core;
};

struct recording {
  int length;
  struct slice slices[MOST_SLICES];
};

static volatile unsigned long result; /* kept, so that the compiler can't leave the work out */

/* Each step needs the one before. */
static void work(void) {
  unsigned long state = 1;
  for (int i = 0; i < PIECE; i++) state = state * 6364136223846793005 + 1;
  result = state;
}

static double look(struct recording *recording, int unit) {
  double now = milliseconds();
  int core = sched_getcpu();
  struct slice *last = recording->length == 0 ? NULL : &recording->slices[recording->length - 1];
  if (last == NULL || now - last->end > JUMP || core != last->core) {
    if (recording->length == MOST_SLICES) fail("switched out more than %d times: too busy for this record", MOST_SLICES);
    last = &recording->slices[recording->length++];
    *last = (struct slice){.start = now, .unit = unit, .core = core};
  }
  last->end = now;
  return now;
}

static void work_and_record(struct recording *recording, int unit, double duration) {
  double until = look(recording, unit) + duration;
  while (look(recording, unit) < until) work();
}

/* Time for the same work with a look after each piece and without, the best of several tries: 1.05 is five per cent more. */
static double recording_cost(void) {
  double with = 1e9, without = 1e9;
  for (int try = 0; try < 5; try++) {
    struct recording scratch = {0};
    double start = milliseconds();
    for (int i = 0; i < 500; i++) work();
    double middle = milliseconds();
    for (int i = 0; i < 500; i++) work(), look(&scratch, 0);
    double end = milliseconds();
    if (middle - start < without) without = middle - start;
    if (end - middle < with) with = end - middle;
  }
  return with / without;
}
