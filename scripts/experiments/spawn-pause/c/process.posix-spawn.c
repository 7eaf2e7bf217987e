/* For how long does a loop stand still while it starts a process with posix_spawn, which copies no page tables?
   ./process.posix-spawn [MiB the parent holds] [starts] */
#define _GNU_SOURCE
#include <spawn.h>
#include "_child.h"

static void start_worker(void) {
  check(posix_spawnp(&worker, ARGUMENTS[0], NULL, NULL, ARGUMENTS, environ), "posix_spawn");
}

int main(int argc, char **argv) {
  measure(argc, argv);
}
