#include "_faults.h"

static void pause_ms(int ms) { usleep(1000 * ms); }

/* Finds the fault, and makes the memory in which the bystander's ticks and lock lie. */
static const struct fault *prepare(const char *name) {
  const struct fault *fault = faults, *end = faults + sizeof faults / sizeof *faults;
  while (fault < end && strcmp(fault->name, name) != 0) fault++;
  if (fault == end) fail("no fault \"%s\"; see _faults.h", name);
  if (fault->happen == throw_cpp && (dlopen == NULL || (cpp_library = dlopen("libstdc++.so.6", RTLD_NOW)) == NULL)) {
    printf("does not apply: the library of C++ cannot be loaded here\n");
    exit(0);
  }
  setrlimit(RLIMIT_CORE, &(struct rlimit){0, 0});
  shared = share(sizeof *shared);
  shared->host = getpid();
  pthread_mutexattr_t kind;
  pthread_mutexattr_init(&kind);
  pthread_mutexattr_setpshared(&kind, PTHREAD_PROCESS_SHARED);
  if (strcmp(name, "lock-robust") == 0) pthread_mutexattr_setrobust(&kind, PTHREAD_MUTEX_ROBUST);
  check(pthread_mutex_init(&shared->lock, &kind), "pthread_mutex_init");
  return fault;
}

/* Takes the lock once a millisecond, and counts. A robust lock tells that its holder died; a plain one waits for ever. */
static void count(void) {
  pid_t parent = getppid();
  for (;; pause_ms(1)) {
    if (pthread_mutex_lock(&shared->lock) == EOWNERDEAD) pthread_mutex_consistent(&shared->lock);
    shared->ticks++;
    if (getppid() != parent) shared->noticed = 1;
    if (kill(shared->host, 0) != 0) _exit(1); /* an orphan that nobody measures any more */
    pthread_mutex_unlock(&shared->lock);
  }
}

static void print_bystander(void) {
  pause_ms(5); /* a tick that had begun is over */
  int before = shared->ticks;
  for (int wait = 0; wait < 1000 && shared->ticks == before; wait++) pause_ms(1);
  printf("bystander = %d\n", shared->ticks > before);
  printf("intact = %d\n", strcmp(memory.notes, "intact") == 0);
}
