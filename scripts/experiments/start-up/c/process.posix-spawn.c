/* How long until a new process, started with posix_spawn, has done its first work, and until it is gone?
   ./process.posix-spawn [MiB the parent holds] [starts] */
#define _GNU_SOURCE
#include <spawn.h>
#include "_start.h"

static pid_t worker;
static char *program;
static posix_spawn_file_actions_t redirect;

static void start_worker(void) {
  char *arguments[] = {program, "worker", NULL};
  check(posix_spawn(&worker, program, &redirect, NULL, arguments, environ), "posix_spawn");
}

static void join_worker(void) {
  wait_for_children(&worker, 1);
}

int main(int argc, char **argv) {
  if (argc > 1 && strcmp(argv[1], "worker") == 0) { /* this is the child: the same program, started afresh */
    replies[1] = STDOUT_FILENO;
    work();
    return 0;
  }
  program = argv[0];
  check(pipe(replies), "pipe");
  posix_spawn_file_actions_init(&redirect);
  posix_spawn_file_actions_adddup2(&redirect, replies[1], STDOUT_FILENO);
  watch_children(); /* one that dies before it has answered would be waited for for ever */
  measure(argc, argv);
}
