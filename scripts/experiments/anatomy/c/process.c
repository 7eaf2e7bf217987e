/* One program, started twice: which numbers has the operating system given the two, and who sees a write?
   ./process
   The program is a copy of this one that nobody else runs; "./process writer" is what each of the two is started as. */
#include "_worker.h"
#include "_program.h"
#include <fcntl.h>

struct worker {
  pid_t process;
  int in, out;
};

static struct worker start_program(const char *name) {
  int in[2], out[2];
  check(pipe2(in, O_CLOEXEC), "pipe");
  check(pipe2(out, O_CLOEXEC), "pipe");
  pid_t process = fork_bound();
  if (process == 0) {
    if (dup2(in[0], 0) == 0 && dup2(out[1], 1) == 1) execl(program, program, name, (char *)NULL);
    sleep(1); /* if the file is gone because its maker is ending, that ends this process too */
    fprintf(stderr, "cannot execute %s: %s\n", program, strerror(errno));
    _exit(1);
  }
  close(in[0]);
  close(out[1]);
  return (struct worker){process, in[1], out[0]};
}

static _Noreturn void fail_for(const char *name, struct worker worker) {
  int status = 0;
  close(worker.in); /* one that still waits is told by this to end */
  waitpid(worker.process, &status, 0);
  if (WIFSIGNALED(status)) fail("the %s, process %d, was killed by signal %d", name, (int)worker.process, WTERMSIG(status));
  fail("the %s, process %d, ended with code %d before it had reported", name, (int)worker.process, WEXITSTATUS(status));
}

static struct report report_of(const char *name, struct worker worker) {
  struct report report;
  if (read(worker.out, &report, sizeof report) != sizeof report) fail_for(name, worker);
  return report;
}

int main(int argc, char **argv) {
  if (argc > 1) {
    char byte;
    work(argv[1], 0, 1);
    return read(0, &byte, 1) != 0; /* stays until whoever started it has looked at it */
  }
  copy_this_program();
  uint64_t hashes[] = {hash(program), 0, 0};
  int at_rest = running();
  double start = milliseconds();
  struct worker reader = start_program("reader"), writer = start_program("writer");
  notice_broken_pipes();
  struct report writers = report_of("writer", writer);
  if (write(reader.in, "", 1) != 1) fail_for("reader", reader);
  struct report readers = report_of("reader", reader);
  int at_work = running();
  hashes[1] = hash(program);
  close(reader.in);
  close(writer.in);
  wait_for_children((pid_t[]){reader.process, writer.process}, 2);
  at_rest += running();
  hashes[2] = hash(program);

  print_reports(writers, readers, start);
  printf("hashes = %d\n", 1 + (hashes[1] != hashes[0]) + (hashes[2] != hashes[1] && hashes[2] != hashes[0]));
  printf("at-rest = %d\nat-work = %d\n", at_rest, at_work);
}
