/* A worker, thread or process, that fails in the way it is told to. How it ended proves that it did. */
#define _GNU_SOURCE
#include "../../_shared/c/workers.h"
#include <dlfcn.h>
#include <stdatomic.h>
#include <sys/resource.h>

static struct {
  char own[8];   /* the worker's */
  char notes[8]; /* the bystander's */
} memory = {"worker", "intact"};

static struct shared {
  pid_t host;         /* that measures */
  pid_t bystander;    /* where the worker has started it */
  atomic_int noticed; /* that its parent is another one now */
  atomic_int ticks; /* of the bystander, which takes the lock for each */
  pthread_mutex_t lock;
} *shared; /* in memory that processes share too; nothing else is */

/* `volatile` keeps the compiler from seeing, and removing, what is undefined on purpose. */
static volatile int zero;
static void *cpp_library;
/* Before glibc 2.34 these lie in a library of their own, and may be missing. */
#pragma weak dlopen
#pragma weak dlsym

static void leave(void) { exit(3); }
static void hard_exit(void) { _exit(3); }
static void write_nowhere(void) { *(volatile int *)(long)zero = 1; }
static void divide(void) { zero = 42 / zero; }
static void trap(void) { __builtin_trap(); }
static void terminate(void) { kill(getpid(), SIGTERM); pause(); }
static void kill_itself(void) { kill(getpid(), SIGKILL); }
static void spin(void) { for (;;) zero = 0; }

static int dive(volatile int depth) {
  volatile char frame[4096];
  frame[0] = (char)depth;
  return dive(depth + 1) + frame[0];
}

static void overflow(void) { dive(0); }

static void run_out_of_memory(void) { /* bounded: 1 GiB of addresses */
  struct rlimit limit = {1 << 30, 1 << 30};
  setrlimit(RLIMIT_AS, &limit);
  for (;;) ((volatile char *)malloc(1 << 26))[0] = 'x'; /* nobody looked whether malloc returned NULL */
}

static void free_twice(void) {
  void *volatile block = malloc(64);
  void *volatile same = block;
  free(block);
  free(same);
}

static void overrun(void) { /* writes past the end of its own array, into what lies next to it */
  volatile char *own = memory.own;
  for (int i = 0; i < 10; i++) own[i] = 'x';
}

static void touch_cut_file(void) { /* a file in memory that has become shorter meanwhile */
  FILE *file = tmpfile();
  if (file == NULL || ftruncate(fileno(file), 4096) != 0) fail("tmpfile: %s", strerror(errno));
  volatile char *mapped = mmap(NULL, 4096, PROT_READ, MAP_SHARED, fileno(file), 0);
  if (ftruncate(fileno(file), 0) != 0) fail("ftruncate: %s", strerror(errno));
  zero = mapped[0];
}

static void take_lock(void) { check(pthread_mutex_lock(&shared->lock), "lock"); } /* and ends without giving it back */

static void count(void);

/* Starts the bystander, and ends when that counts: a process by a signal, and it leaves an orphan. */
static void die_as_parent(void) {
  pid_t child = fork();
  if (child == 0) count();
  shared->bystander = child;
  while (shared->ticks == 0) usleep(1000);
  kill_itself();
}

/* As `throw 42;` compiles, with the library of C++ that is loaded for it: nobody catches it, and std::terminate is called. */
static void throw_cpp(void) {
  int *thrown = ((void *(*)(size_t))dlsym(cpp_library, "__cxa_allocate_exception"))(sizeof *thrown);
  *thrown = 42;
  ((void (*)(void *, void *, void *))dlsym(cpp_library, "__cxa_throw"))(thrown, dlsym(cpp_library, "_ZTIi"), NULL);
}

static const struct fault {
  const char *name;
  void (*happen)(void);
  int signal, code; /* how a process ends by it */
} faults[] = {
    {"exit", leave, 0, 3}, {"hard-exit", hard_exit, 0, 3}, {"abort", abort, SIGABRT, 0}, {"cpp-exception", throw_cpp, SIGABRT, 0},
    {"segfault", write_nowhere, SIGSEGV, 0}, {"division-by-zero", divide, SIGFPE, 0}, {"bus-error", touch_cut_file, SIGBUS, 0},
#ifdef __aarch64__
    {"illegal-instruction", trap, SIGTRAP, 0},
#else
    {"illegal-instruction", trap, SIGILL, 0},
#endif
    {"stack-overflow", overflow, SIGSEGV, 0}, {"out-of-memory", run_out_of_memory, SIGSEGV, 0},
    {"double-free", free_twice, SIGABRT, 0}, {"parent-dies", die_as_parent, SIGKILL, 0}, {"sigterm", terminate, SIGTERM, 0}, {"sigkill", kill_itself, SIGKILL, 0},
    {"overwrite", overrun, 0, 0}, {"endless-loop", spin, SIGKILL, 0}, /* ended by the host */
    {"lock-plain", take_lock, 0, 0}, {"lock-robust", take_lock, 0, 0}};
