/*
 * Runs one program so that its cost is known exactly and nothing of it outlives the run.
 *
 *   launch <parent pid> <cpus, "0,2" or "-"> <limit ms> <program> [argument…]
 *
 * In its own session, on the given CPUs, without core dumps. Ends it, and every descendant, at the limit, on SIGTERM and
 * when the parent dies. Descendants alive two seconds after the program ended well count as left behind, and are killed.
 * Writes one line of JSON to descriptor 3; times in µs, from wait4(2) and a monotonic clock around fork and wait.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#ifdef __linux__
#include <sched.h>
#include <sys/prctl.h>
#endif

static const int REPORT = 3;
static const long GRACE_US = 2000000;
static const long GRACE_AFTER_DEATH_US = 100000;

static long now_us(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1000000L + t.tv_nsec / 1000;
}

static long micros(struct timeval t) { return t.tv_sec * 1000000L + t.tv_usec; }

static void alarm_in(long us) {
  struct itimerval timer = {{0, 0}, {us / 1000000, us % 1000000}};
  setitimer(ITIMER_REAL, &timer, NULL);
}

static int pin(const char *cpus) {
  if (strcmp(cpus, "-") == 0) return 0;
#ifdef __linux__
  cpu_set_t set;
  CPU_ZERO(&set);
  for (const char *at = cpus; *at != '\0';) {
    char *end;
    long cpu = strtol(at, &end, 10);
    if (end == at || cpu < 0 || cpu >= CPU_SETSIZE) return EINVAL;
    CPU_SET((int)cpu, &set);
    at = *end == ',' ? end + 1 : end;
  }
  return sched_setaffinity(0, sizeof set, &set) == 0 ? 0 : errno;
#else
  return ENOTSUP;
#endif
}

/* Kills every direct child; what it had started is then ours (subreaper), and the caller comes round again. */
static void kill_children(pid_t group) {
  kill(-group, SIGKILL);
#ifdef __linux__
  DIR *proc = opendir("/proc");
  if (proc == NULL) return;
  for (struct dirent *entry; (entry = readdir(proc)) != NULL;) {
    char path[300], stat[512];
    if (entry->d_name[0] < '0' || entry->d_name[0] > '9') continue;
    snprintf(path, sizeof path, "/proc/%s/stat", entry->d_name);
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) continue;
    ssize_t length = read(file, stat, sizeof stat - 1);
    close(file);
    if (length <= 0) continue;
    stat[length] = '\0';
    char *after_name = strrchr(stat, ')');
    int parent;
    if (after_name != NULL && sscanf(after_name + 1, " %*c %d", &parent) == 1 && parent == getpid()) {
      kill((pid_t)atol(entry->d_name), SIGKILL);
    }
  }
  closedir(proc);
#endif
}

/* True once no child is left. Records the end of `child` when it is the one that was reaped. */
static int reap(pid_t child, int *ended, int *status, struct rusage *usage, long *end) {
  for (;;) {
    int one_status;
    struct rusage one_usage;
    pid_t pid = wait4(-1, &one_status, WNOHANG, &one_usage);
    if (pid == 0) return 0;
    if (pid < 0) return errno == ECHILD;
    if (pid == child) {
      *end = now_us();
      *ended = 1;
      *status = one_status;
      *usage = one_usage;
    }
  }
}

int main(int argc, char **argv) {
  if (argc < 5) {
    fprintf(stderr, "usage: launch <parent pid> <cpus or -> <limit ms> <program> [argument…]\n");
    return 2;
  }
  sigset_t watched, before;
  sigemptyset(&watched);
  sigaddset(&watched, SIGCHLD);
  sigaddset(&watched, SIGALRM);
  sigaddset(&watched, SIGTERM);
  sigprocmask(SIG_BLOCK, &watched, &before);
  fcntl(REPORT, F_SETFD, FD_CLOEXEC);
#ifdef __linux__
  prctl(PR_SET_CHILD_SUBREAPER, 1);
  prctl(PR_SET_PDEATHSIG, SIGTERM);
#endif
  if (getppid() != (pid_t)atol(argv[1])) return 1; /* The parent died before we could ask to be told. */

  int failed[2]; /* Tells an exec that failed from a program that ended badly. */
  if (pipe(failed) != 0) return 1;
  fcntl(failed[0], F_SETFD, FD_CLOEXEC);
  fcntl(failed[1], F_SETFD, FD_CLOEXEC);
  long start = now_us();
  pid_t child = fork();
  if (child < 0) {
    dprintf(REPORT, "{\"error\":\"fork: %s\"}\n", strerror(errno));
    return 1;
  }
  if (child == 0) {
    setsid();
#ifdef __linux__
    prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
    /* One byte, not none: a core_pattern that pipes to a handler ignores 0 and honours 1 (core(5), kernel fs/coredump.c). */
    struct rlimit core = {1, 1};
    setrlimit(RLIMIT_CORE, &core);
    sigprocmask(SIG_SETMASK, &before, NULL);
    int error = pin(argv[2]);
    const char *what = "pinning";
    if (error == 0) {
      execv(argv[4], argv + 4);
      error = errno;
      what = "exec";
    }
    dprintf(failed[1], "%s: %s", what, strerror(error));
    _exit(127);
  }
  close(failed[1]);

  int ended = 0, status = 0, timed_out = 0, aborted = 0, left = 0, empty = 0;
  struct rusage usage;
  memset(&usage, 0, sizeof usage);
  long end = start;
  alarm_in(atol(argv[3]) * 1000);
  while (!ended) {
    int signal = 0;
    sigwait(&watched, &signal);
    empty = reap(child, &ended, &status, &usage, &end);
    if (ended) break;
    if (signal == SIGALRM) timed_out = 1;
    if (signal == SIGTERM) aborted = 1;
    if (timed_out || aborted) {
      kill_children(child);
      alarm_in(20000);
    }
  }
  /* A helper of a runtime (a resource tracker, a fork server) ends when it sees its pipe close; a busy machine takes its time. */
  int well = WIFEXITED(status) && WEXITSTATUS(status) == 0;
  alarm_in(timed_out || aborted ? 1 : well ? GRACE_US : GRACE_AFTER_DEATH_US);
  while (!empty) {
    int signal = 0;
    sigwait(&watched, &signal);
    empty = reap(child, &ended, &status, &usage, &end);
    if (empty || signal == SIGCHLD) continue;
    left = 1;
    kill_children(child);
    alarm_in(20000);
  }
#ifndef __linux__
  /* No subreaper here: what stayed in the program's process group is all that can be found. */
  if (kill(-child, 0) == 0) {
    left = 1;
    kill(-child, SIGKILL);
  }
#endif

  char error[200] = "";
  ssize_t length = read(failed[0], error, sizeof error - 1);
  if (length > 0) {
    dprintf(REPORT, "{\"error\":\"%s\"}\n", error);
    return 0;
  }
  dprintf(REPORT,
          "{\"code\":%d,\"signal\":%d,\"timedOut\":%s,\"left\":%s,\"wall\":%ld,\"cpu\":%ld,\"voluntary\":%ld,\"involuntary\":%ld}\n",
          WIFEXITED(status) ? WEXITSTATUS(status) : -1, WIFSIGNALED(status) ? WTERMSIG(status) : 0,
          timed_out ? "true" : "false", left ? "true" : "false", end - start,
          micros(usage.ru_utime) + micros(usage.ru_stime), usage.ru_nvcsw, usage.ru_nivcsw);
  return 0;
}
