/* Child processes that don't outlive this program, and whose deaths end it with one line. */
#ifndef SHARED_CHILDREN_H
#define SHARED_CHILDREN_H
#include <signal.h>
#include <sys/wait.h>
#include "failures.h"
#ifdef __linux__
#include <sys/prctl.h>
#endif

/* fork, but the child does not outlive its parent, however that ends. */
static inline pid_t fork_bound(void) {
  pid_t parent = getpid(), child = fork();
  if (child == -1) fail("fork: %s", strerror(errno));
#ifdef __linux__
  if (child == 0 && (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || getppid() != parent)) _exit(1);
#endif
  return child;
}

static inline void look_at_child(int signal) {
  siginfo_t child = {0};
  (void)signal;
  if (waitid(P_ALL, 0, &child, WEXITED | WNOHANG | WNOWAIT) != 0 || child.si_pid == 0) return;
  if (child.si_code == CLD_EXITED && child.si_status == 0) return;
  fail_at_once("process %d %s %d", child.si_pid,
               child.si_code == CLD_EXITED ? "ended with code" : "was killed by signal", child.si_status);
}

/* From now on, a child that ends otherwise than by itself with code 0 ends the program at once: for a parent that waits
   for memory to change, which a dead child never does. */
static inline void watch_children(void) {
  struct sigaction look = {.sa_handler = look_at_child, .sa_flags = SA_RESTART | SA_NOCLDSTOP};
  check(sigaction(SIGCHLD, &look, NULL), "sigaction");
}

/* From now on, a write to a pipe that nobody reads fails; else it would end the program without a word. For a parent whose
   children have been made: they keep that ending, and their parent says so. */
static inline void notice_broken_pipes(void) {
  if (signal(SIGPIPE, SIG_IGN) == SIG_ERR) fail("signal: %s", strerror(errno));
}

/* After a read or a write that failed. Where children are watched, one that has died is about to be told of, by a better line. */
static inline _Noreturn void fail_after_children(const char *what) {
  const char *why = strerror(errno);
  sleep(1);
  fail("%s: %s", what, why);
}

/* Waits for one of the children and says which. One that ends otherwise than by itself with code 0 ends the program. */
static inline int wait_for_child(const pid_t *children, int count) {
  int status, who = 0;
  pid_t child = wait(&status);
  if (child == -1) fail("wait: %s", strerror(errno));
  while (who < count && children[who] != child) who++;
  if (WIFSIGNALED(status)) fail("process-%d was killed by signal %d", who + 1, WTERMSIG(status));
  if (WEXITSTATUS(status) != 0) fail("process-%d ended with code %d", who + 1, WEXITSTATUS(status));
  return who;
}

static inline void wait_for_children(const pid_t *children, int count) {
  for (int left = count; left > 0; left--) wait_for_child(children, count);
}
#endif
