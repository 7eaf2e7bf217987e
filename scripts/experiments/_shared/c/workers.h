/* What every program with workers needs and none is about: workers that can't be made or that die end the program with
   one line, and each worker has a core of its own. A program defines _GNU_SOURCE before it includes anything. */
#ifndef SHARED_WORKERS_H
#define SHARED_WORKERS_H
#include <pthread.h>
#include <sched.h>
#include <sys/mman.h>
#include "children.h"
#include "failures.h"

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
