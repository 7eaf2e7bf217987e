/* What this process and some children have cost so far, as Linux counts it: processor time and memory. */
#include <dirent.h>

struct cost { double cpu; /* ns */ long memory; /* KiB, each shared page counted once (PSS); 0 where Linux is not */ };

static void add_cost(pid_t pid, struct cost *cost) {
  char name[300], line[300];
  long memory = 0;
  snprintf(name, sizeof name, "/proc/%d/smaps_rollup", pid);
  FILE *rollup = fopen(name, "r");
  while (rollup && fgets(line, sizeof line, rollup)) {
    if (sscanf(line, "Pss: %ld kB", &memory) == 1) break;
  }
  if (rollup) fclose(rollup);
  cost->memory += memory;

  snprintf(name, sizeof name, "/proc/%d/task", pid);
  DIR *threads = opendir(name);
  for (struct dirent *thread; threads && (thread = readdir(threads));) {
    double cpu = 0;
    snprintf(name, sizeof name, "/proc/%d/task/%s/schedstat", pid, thread->d_name);
    FILE *times = fopen(name, "r");
    if (times && fscanf(times, "%lf", &cpu) == 1) cost->cpu += cpu;
    if (times) fclose(times);
  }
  if (threads) closedir(threads);
}

static struct cost cost_of(const pid_t *children, int count) {
  struct cost cost = {0, 0};
  add_cost(getpid(), &cost);
  for (int child = 0; child < count; child++) add_cost(children[child], &cost);
  return cost;
}

static void print_cost(int requests, double wall, struct cost before, struct cost after) {
  printf("wall = %.3f ms\n", wall);
  if (after.memory == 0) return;
  printf("cpu-per-request = %.1f µs\n", (after.cpu - before.cpu) / 1000 / requests);
  printf("memory = %ld KiB\n", after.memory);
}
