/* One process fails while another one counts. Who is still there afterwards?
   ./process [fault, see _faults.h] */
#define _GNU_SOURCE
#include <stdatomic.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include "_faults.h"

static atomic_int *ticks; /* in memory that the processes share; nothing else is shared */

static void pause_ms(int ms) { nanosleep(&(struct timespec){ms / 1000, ms % 1000 * 1000000}, NULL); }

static void count(void) {
  for (;;) {
    ++*ticks;
    pause_ms(1);
  }
}

static void work(char *fault) {
  fail(fault);
  _exit(0);
}

int main(int argc, char **argv) {
  char *fault = argc > 1 ? argv[1] : "segfault";
  int status = 0, ended = 0;
  ticks = mmap(NULL, sizeof *ticks, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (ticks == MAP_FAILED) return 1;

  pid_t bystander = fork();
  if (bystander < 0) return 1;
  if (bystander == 0) count();
  while (*ticks == 0) pause_ms(1);
  pid_t worker = fork();
  if (worker < 0) return 1;
  if (worker == 0) work(fault);
  for (int wait = 0; wait < 500 && !ended; wait++) {
    ended = waitpid(worker, &status, WNOHANG) == worker;
    pause_ms(1);
  }
  if (!ended) {
    kill(worker, SIGKILL);
    ended = waitpid(worker, &status, 0) == worker;
  }

  printf("gone = %d\n", ended);
  if (WIFSIGNALED(status)) printf("the worker was killed: %s\nworker-signal = %d\n", strsignal(WTERMSIG(status)), WTERMSIG(status));
  if (WIFEXITED(status)) printf("worker-code = %d\n", WEXITSTATUS(status));
  int before = *ticks;
  for (int wait = 0; wait < 1000 && *ticks == before; wait++) pause_ms(1);
  printf("bystander = %d\n", *ticks > before);
  printf("intact = %d\n", strcmp(memory.notes, "intact") == 0);

  kill(bystander, SIGKILL);
  waitpid(bystander, NULL, 0);
  return 0;
}
