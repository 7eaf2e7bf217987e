/* One process fails while another one counts. Who is still there afterwards?
   ./process [fault, see _faults.h] */
#include "_bystander.h"

int main(int argc, char **argv) {
  const struct fault *fault = prepare(argc > 1 ? argv[1] : "segfault");
  int status = 0, ended = 0, endless = strcmp(fault->name, "endless-loop") == 0;

  int of_worker = fault->happen == die_as_parent;
#ifdef __linux__
  prctl(PR_SET_CHILD_SUBREAPER, 1); /* an orphan comes to this process, which can then wait for its end */
#endif
  pid_t bystander = of_worker ? 0 : fork_bound();
  if (!of_worker && bystander == 0) count();
  while (!of_worker && shared->ticks == 0) pause_ms(1);
  pid_t worker = fork_bound();
  if (worker == 0) {
    fault->happen();
    _exit(strcmp(fault->name, "overwrite") == 0 && strcmp(memory.notes, "intact") == 0); /* 1: it overwrote nothing */
  }
  for (int wait = 0; wait < (endless ? 500 : 5000) && !ended; wait++) {
    ended = waitpid(worker, &status, WNOHANG) == worker;
    pause_ms(1);
  }
  int alone = ended;
  if (!ended) {
    kill(worker, SIGKILL);
    ended = waitpid(worker, &status, 0) == worker;
  }

  int as_promised = fault->signal != 0 ? WIFSIGNALED(status) && WTERMSIG(status) == fault->signal
                                       : WIFEXITED(status) && WEXITSTATUS(status) == fault->code;
  printf("reached = %d\n", as_promised && alone == !endless);
  printf("gone = %d\n", ended);
  if (WIFSIGNALED(status)) printf("the worker was killed: %s\nworker-signal = %d\n", strsignal(WTERMSIG(status)), WTERMSIG(status));
  if (WIFEXITED(status)) printf("worker-code = %d\n", WEXITSTATUS(status));
  print_bystander();
  if (of_worker) {
    printf("noticed = %d\n", shared->noticed);
    bystander = shared->bystander;
  }
  if (bystander > 0) kill(bystander, SIGKILL);
  while (wait(NULL) != -1);
}
