/* The turn is a byte that goes through two pipes. */
#include "_hand_over.h"

static int ping[2], pong[2];

static void open_pipes(void) {
  signal(SIGPIPE, SIG_IGN); /* then it is write that says that nobody reads any more */
  check(pipe(ping), "pipe");
  check(pipe(pong), "pipe");
}

static _Noreturn void lose_other_side(void) {
  sleep(1); /* a dead process breaks its pipes a moment before the system says that it has died */
  fail("the other side is gone");
}

static void give_away(void) {
  if (write(ping[1], "?", 1) != 1) lose_other_side();
}

static void wait_for_turn(void) {
  char byte;
  if (read(pong[0], &byte, 1) != 1) lose_other_side();
}

/* The other side: answers until the pipe is closed. */
static void answer(void) {
  char *memory = own_pages(), byte;
  pin_to_core(across ? 1 : 0);
  while (read(ping[0], &byte, 1) == 1) {
    walk(memory);
    if (write(pong[1], &byte, 1) != 1) break;
  }
  munmap(memory, working_set + 1);
}
