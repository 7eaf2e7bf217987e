/* A child that runs `true`, and how it is waited for without waiting. */
#include "_loop.h"

static pid_t worker;
static char *const ARGUMENTS[] = {"true", NULL};

static bool worker_is_gone(void) {
  int status;
  pid_t gone = waitpid(worker, &status, WNOHANG);
  if (gone == -1) fail("waitpid: %s", strerror(errno));
  if (gone == 0) return false;
  if (WIFSIGNALED(status)) fail("process-1 was killed by signal %d", WTERMSIG(status));
  if (WEXITSTATUS(status) != 0) fail("process-1 ended with code %d", WEXITSTATUS(status));
  return true;
}
