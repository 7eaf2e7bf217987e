/* One thread fails while another one counts. Who is still there afterwards?
   ./thread [fault, see _faults.h] */
#include "_bystander.h"

static atomic_int ended;

static void *counting(void *unused) {
  count();
  return unused;
}

static void *failing(void *fault) {
  pthread_t bystander;
  if (((const struct fault *)fault)->happen != die_as_parent) ((const struct fault *)fault)->happen();
  else check(pthread_create(&bystander, NULL, counting, NULL), "pthread_create"); /* and ends: no thread has a parent */
  ended = 1;
  return NULL;
}

int main(int argc, char **argv) {
  const struct fault *fault = prepare(argc > 1 ? argv[1] : "segfault");
  pthread_t bystander, worker;
  /* If the whole process goes, how it goes is compared with this. */
  printf(fault->signal != 0 ? "fault-signal = %d\n" : "fault-code = %d\n", fault->signal != 0 ? fault->signal : fault->code);
  fflush(stdout);

  if (fault->happen != die_as_parent) check(pthread_create(&bystander, NULL, counting, NULL), "pthread_create");
  while (fault->happen != die_as_parent && shared->ticks == 0) pause_ms(1);
  check(pthread_create(&worker, NULL, failing, (void *)fault), "pthread_create");
  for (int wait = 0; wait < (fault->happen == spin ? 500 : 5000) && !ended; wait++) pause_ms(1);

  /* The process is still here: only these faults leave it so. Nothing ends a thread that has not agreed to it. */
  int reached = fault->happen == spin       ? !ended
                : fault->happen == overrun  ? strcmp(memory.notes, "intact") != 0
                : (fault->happen == take_lock || fault->happen == die_as_parent) && ended;
  printf("reached = %d\n", reached);
  printf("gone = %d\n", ended);
  print_bystander();
}
