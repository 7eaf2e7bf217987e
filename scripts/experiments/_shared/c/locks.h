/* A lock in memory from share(), for threads of several processes. Include it after workers.h. */
#ifndef SHARED_LOCKS_H
#define SHARED_LOCKS_H

static inline void shared_mutex(pthread_mutex_t *lock) {
  pthread_mutexattr_t between_processes;
  pthread_mutexattr_init(&between_processes);
  pthread_mutexattr_setpshared(&between_processes, PTHREAD_PROCESS_SHARED);
  check(pthread_mutex_init(lock, &between_processes), "mutex");
}
#endif
