/* A fixed amount of work, shared among processes. Each notes when it really ran.
   ./process [processes] [limit] */
#define _GNU_SOURCE
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { CHUNK = 100, MOST_UNITS = 64, MOST_STRETCHES = 256 };

struct stretch { double began, ended; };
struct result { long primes; int count; struct stretch stretches[MOST_STRETCHES]; };

static int units, limit;
static pthread_barrier_t *all_started; /* processes share only what they map as shared */
static struct result *results;

static double now(void) { /* ms */
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static long count_primes(int start, int end) {
  long primes = 0;
  for (int number = start < 2 ? 2 : start; number < end; number++) {
    int divisor = 2;
    while (divisor * divisor <= number && number % divisor != 0) divisor++;
    if (divisor * divisor > number) primes++;
  }
  return primes;
}

static void work(int unit, struct result *result) {
  double began = now(), seen = began;
  for (int start = unit * CHUNK; start < limit; start += units * CHUNK) {
    result->primes += count_primes(start, start + CHUNK < limit ? start + CHUNK : limit);
    double time = now();
    if (time - seen > 1 && result->count < MOST_STRETCHES - 1) { /* the clock jumped: in between, somebody else ran */
      result->stretches[result->count++] = (struct stretch){began, seen};
      began = time;
    }
    seen = time;
  }
  result->stretches[result->count++] = (struct stretch){began, seen};
}

static void run(int unit) {
  pthread_barrier_wait(all_started);
  work(unit, &results[unit]);
  _exit(0);
}

static void *share(size_t size) {
  void *memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) exit(1);
  return memory;
}

static void print(double with_start) {
  double first = results[0].stretches[0].began, last = first, ran = 0;
  long primes = 0;
  for (int unit = 0; unit < units; unit++) {
    struct result *result = &results[unit];
    primes += result->primes;
    if (result->stretches[0].began < first) first = result->stretches[0].began;
    if (result->stretches[result->count - 1].ended > last) last = result->stretches[result->count - 1].ended;
  }
  for (int unit = 0; unit < units; unit++) {
    for (int at = 0; at < results[unit].count; at++) {
      struct stretch stretch = results[unit].stretches[at];
      ran += stretch.ended - stretch.began;
      printf("slice process-%d run %.3f %.3f\n", unit + 1, stretch.began - first, stretch.ended - first);
    }
  }
  printf("%ld primes below %d\n", primes, limit);
  printf("wall = %.3f ms\n", last - first);
  printf("wall-with-start = %.3f ms\n", with_start);
  printf("running-at-once = %.3f\n", ran / (last - first));
}

int main(int argc, char **argv) {
  pid_t workers[MOST_UNITS];
  pthread_barrierattr_t shared;
  units = argc > 1 ? atoi(argv[1]) : 2;
  limit = argc > 2 ? atoi(argv[2]) : 1000000;
  if (units < 1 || units > MOST_UNITS) return 1;

  double created = now();
  results = share(units * sizeof *results);
  all_started = share(sizeof *all_started);
  pthread_barrierattr_init(&shared);
  pthread_barrierattr_setpshared(&shared, PTHREAD_PROCESS_SHARED);
  pthread_barrier_init(all_started, &shared, units);
  for (int unit = 0; unit < units; unit++) {
    workers[unit] = fork();
    if (workers[unit] < 0) return 1;
    if (workers[unit] == 0) run(unit);
  }
  for (int unit = 0; unit < units; unit++) waitpid(workers[unit], NULL, 0);
  print(now() - created);
  return 0;
}
