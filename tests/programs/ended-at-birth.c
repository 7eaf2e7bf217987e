/* Loaded before a program and everything that it starts (LD_PRELOAD). Lists its workers in the file BIRTHS, by process id,
   and ends the ENDED-th of them before it does anything: with CODE, or killed; 0 ends none. Another executable is a tool, not
   a worker, but for `true`: a process that does nothing is what some programs start. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

/* Python's own, which run no work of a program. */
static int is_service(void) {
  char command[4096] = "";
  int file = open("/proc/self/cmdline", O_RDONLY | O_CLOEXEC);
  ssize_t length = read(file, command, sizeof command - 1);
  close(file);
  for (ssize_t at = 0; at < length; at++)
    if (command[at] == 0) command[at] = ' ';
  return strstr(command, "resource_tracker") != NULL || strstr(command, "multiprocessing.forkserver") != NULL;
}

static void be_born(void) {
  char births[65536], line[32];
  int file = open(getenv("BIRTHS"), O_RDWR | O_APPEND | O_CLOEXEC), number = 1;
  if (file == -1 || flock(file, LOCK_EX) != 0) _exit(97);
  ssize_t length = read(file, births, sizeof births - 1);
  births[length > 0 ? length : 0] = 0;
  snprintf(line, sizeof line, "%d\n", (int)getpid());
  int listed = 0; /* when it was forked; now it is another program */
  for (char *one = births; *one != 0; one = strchr(one, '\n') + 1, number++)
    if (strncmp(one, line, strlen(line)) == 0) listed = 1;
  if (!listed && write(file, line, strlen(line)) < 0) _exit(97);
  close(file);
  const char *ended = getenv("ENDED"), *code = getenv("CODE");
  if (listed || ended == NULL || number != atoi(ended)) return;
  usleep(100000); /* for its parent to have noted its number */
  if (code != NULL && *code != 0) _exit(atoi(code));
  kill(getpid(), SIGKILL);
}

__attribute__((constructor)) static void be_loaded(void) {
  char own[16], executable[4096] = "";
  const char *first = getenv("FIRST");
  if (getenv("BIRTHS") == NULL || readlink("/proc/self/exe", executable, sizeof executable - 1) < 0) return;
  snprintf(own, sizeof own, "%d", (int)getpid());
  if (first == NULL) {
    setenv("FIRST", own, 1);
    setenv("FIRST_EXECUTABLE", executable, 1);
  }
  if (strcmp(basename(executable), "true") == 0) be_born();
  if (strcmp(getenv("FIRST_EXECUTABLE"), executable) != 0) return;
  /* Node.js forks only to start an executable, which is then loaded with this again. */
  if (strcmp(basename(executable), "node") != 0) pthread_atfork(NULL, NULL, be_born);
  if (first != NULL && strcmp(first, own) != 0 && !is_service()) be_born();
}
