/* What every program with workers needs and none is about: workers that can't be made or that die end the program with
   one line, and each worker has a core of its own. A program defines _GNU_SOURCE before it includes anything. */
#ifndef SHARED_WORKERS_H
#define SHARED_WORKERS_H
#include <errno.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

/* Ends the program, children and all, with one line that says why. */
static inline _Noreturn void fail(const char *format, ...) {
  va_list values;
  va_start(values, format);
  vfprintf(stderr, format, values);
  va_end(values);
  fputc('\n', stderr);
  exit(1);
}

/* For a call that returns an error's number, such as pthread_create, or -1 and errno, such as fork. */
static inline void check(int returned, const char *what) {
  if (returned == -1) fail("%s: %s", what, strerror(errno));
  if (returned > 0) fail("%s: %s", what, strerror(returned));
}

static inline void *allocate(size_t size) { /* zeroed */
  void *memory = calloc(1, size);
  if (memory == NULL) fail("no memory for %zu bytes", size);
  return memory;
}

/* Memory that children made after it see too, zeroed. */
static inline void *share(size_t size) {
  void *memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) fail("no shared memory for %zu bytes: %s", size, strerror(errno));
  return memory;
}

/* A barrier in memory from share(), at which threads of several processes meet. */
static inline void shared_barrier(pthread_barrier_t *barrier, unsigned count) {
  pthread_barrierattr_t between_processes;
  pthread_barrierattr_init(&between_processes);
  pthread_barrierattr_setpshared(&between_processes, PTHREAD_PROCESS_SHARED);
  check(pthread_barrier_init(barrier, &between_processes, count), "barrier");
}

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
  dprintf(STDERR_FILENO, "process %d %s %d\n", child.si_pid,
          child.si_code == CLD_EXITED ? "ended with code" : "was killed by signal", child.si_status);
  _exit(1);
}

/* From now on, a child that ends otherwise than by itself with code 0 ends the program at once: for a parent that waits
   for memory to change, which a dead child never does. */
static inline void watch_children(void) {
  struct sigaction look = {.sa_handler = look_at_child, .sa_flags = SA_RESTART | SA_NOCLDSTOP};
  check(sigaction(SIGCHLD, &look, NULL), "sigaction");
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

/* Cores that this program may use, and the number of each of them. */
static inline int allowed_cores(int *cores, int most) {
  int count = 0;
#ifdef __linux__
  cpu_set_t allowed;
  CPU_ZERO(&allowed);
  check(sched_getaffinity(0, sizeof allowed, &allowed), "sched_getaffinity");
  for (int core = 0; core < CPU_SETSIZE && count < most; core++)
    if (CPU_ISSET(core, &allowed)) cores[count++] = core;
#else
  for (count = 0; count < sysconf(_SC_NPROCESSORS_ONLN) && count < most; count++) cores[count] = count;
#endif
  return count;
}

/* Keeps the calling thread on a core of its own: worker 0 on the first that is allowed, and so on, in turn. The harness
   allows one hardware thread of each core. */
static inline void pin_to_core(int worker) {
#ifdef __linux__
  int cores[CPU_SETSIZE], count = allowed_cores(cores, CPU_SETSIZE);
  cpu_set_t own;
  CPU_ZERO(&own);
  CPU_SET(cores[worker % count], &own);
  check(sched_setaffinity(0, sizeof own, &own), "sched_setaffinity");
#else
  (void)worker; /* the system has no call for it */
#endif
}
#endif
