/* A worker, thread or process, that fails in the way it is told to, having first said that it is about to. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

static struct {
  char own[8];   /* the worker's */
  char notes[8]; /* the bystander's */
} memory = {"worker", "intact"};

/* `volatile` keeps the compiler from seeing, and removing, what is undefined on purpose. */
static volatile int zero;

static int dive(volatile int depth) {
  volatile char frame[4096];
  frame[0] = (char)depth;
  return dive(depth + 1) + frame[0];
}

static void run_out_of_memory(void) { /* bounded: 1 GiB of addresses */
  struct rlimit limit = {1 << 30, 1 << 30};
  setrlimit(RLIMIT_AS, &limit);
  for (;;) {
    volatile char *block = malloc(1 << 26);
    block[0] = 'x'; /* nobody looked whether malloc returned NULL */
  }
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

static void fail(const char *fault) {
  struct rlimit no_core = {0, 0};
  setrlimit(RLIMIT_CORE, &no_core);
  if (write(STDOUT_FILENO, "reached = 1\n", 12) != 12) exit(1);
  if (strcmp(fault, "exit") == 0) exit(3);
  if (strcmp(fault, "hard-exit") == 0) _exit(3);
  if (strcmp(fault, "abort") == 0) abort();
  if (strcmp(fault, "segfault") == 0) *(volatile int *)(long)zero = 1;
  if (strcmp(fault, "division-by-zero") == 0) zero = 42 / zero;
  if (strcmp(fault, "illegal-instruction") == 0) __builtin_trap();
  if (strcmp(fault, "stack-overflow") == 0) dive(0);
  if (strcmp(fault, "out-of-memory") == 0) run_out_of_memory();
  if (strcmp(fault, "double-free") == 0) free_twice();
  if (strcmp(fault, "sigterm") == 0) raise(SIGTERM);
  if (strcmp(fault, "sigkill") == 0) kill(getpid(), SIGKILL);
  if (strcmp(fault, "overwrite") == 0) overrun();
  if (strcmp(fault, "endless-loop") == 0)
    for (;;) zero = 0;
}
