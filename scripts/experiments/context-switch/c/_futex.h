/* The turn is an integer in memory that both sides see; they sleep on a futex in between. */
#include <linux/futex.h>
#include <stdatomic.h>
#include <sys/syscall.h>
#include "_hand_over.h"

enum { MINE = 0, OTHERS = 1, OVER = 2 };

static _Atomic int *turn;
static int key; /* FUTEX_PRIVATE_FLAG: looked up in this process alone; 0: by the memory itself, for several processes */

static int wait_while(int whose) {
  int now;
  while ((now = atomic_load(turn)) == whose) syscall(SYS_futex, turn, FUTEX_WAIT | key, now, NULL, NULL, 0);
  return now;
}

static void give(int whose) {
  atomic_store(turn, whose);
  syscall(SYS_futex, turn, FUTEX_WAKE | key, 1, NULL, NULL, 0);
}

static void give_away(void) { give(OTHERS); }
static void wait_for_turn(void) { wait_while(OTHERS); }

/* The other side: answers until it is over. */
static void answer(void) {
  char *memory = own_pages();
  pin_to_core(across ? 1 : 0);
  while (wait_while(MINE) != OVER) {
    walk(memory);
    give(MINE);
  }
  munmap(memory, working_set + 1);
}
