/* Loaded before a program (LD_PRELOAD): the REFUSED-th process or thread that it asks for cannot be made. With FORKSONLY threads
   can, and processes that are not forked. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

static int is_refused(int is_forked) {
  static int asked;
  const char *refused = getenv("REFUSED");
  return refused != NULL && (is_forked || getenv("FORKSONLY") == NULL) && ++asked == atoi(refused);
}

pid_t fork(void) {
  if (!is_refused(1)) return ((pid_t(*)(void))dlsym(RTLD_NEXT, "fork"))();
  errno = EAGAIN;
  return -1;
}

/* Python's subprocess tries it first, and where it fails fork, which is then refused or not. A function around vfork cannot return
   twice to its caller; where it is not to fail, as in a tool that the program runs, the child has memory of its own. */
pid_t vfork(void) {
  const char *first = getenv("FIRST");
  if (getenv("REFUSED") == NULL || getenv("FORKSONLY") != NULL || first == NULL || atoi(first) != getpid())
    return syscall(SYS_clone, SIGCHLD, NULL, NULL, NULL, NULL);
  errno = EAGAIN;
  return -1;
}

typedef int create(pthread_t *, const pthread_attr_t *, void *(*)(void *), void *);
int pthread_create(pthread_t *thread, const pthread_attr_t *attributes, void *(*run)(void *), void *given) {
  return is_refused(0) ? EAGAIN : ((create *)dlsym(RTLD_NEXT, "pthread_create"))(thread, attributes, run, given);
}

typedef int spawn(pid_t *, const char *, const posix_spawn_file_actions_t *, const posix_spawnattr_t *, char *const[],
                  char *const[]);
static int spawn_with(const char *name, pid_t *pid, const char *file, const posix_spawn_file_actions_t *actions,
                      const posix_spawnattr_t *attributes, char *const given[], char *const environment[]) {
  return is_refused(0) ? EAGAIN : ((spawn *)dlsym(RTLD_NEXT, name))(pid, file, actions, attributes, given, environment);
}
int posix_spawn(pid_t *pid, const char *file, const posix_spawn_file_actions_t *actions, const posix_spawnattr_t *attributes,
                char *const given[], char *const environment[]) {
  return spawn_with("posix_spawn", pid, file, actions, attributes, given, environment);
}
int posix_spawnp(pid_t *pid, const char *file, const posix_spawn_file_actions_t *actions, const posix_spawnattr_t *attributes,
                 char *const given[], char *const environment[]) {
  return spawn_with("posix_spawnp", pid, file, actions, attributes, given, environment);
}
