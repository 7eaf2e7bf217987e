enum { TIMES = 5, PIECES = 65536, PIECE = 1024 };

static const char *how = "large"; /* or small, forgotten, terminated */

static int is(const char *name) { return strcmp(how, name) == 0; }

/* Takes 64 MiB, in one piece or in many, and adds them to `taken`. */
static char **take(size_t *taken) {
  int count = is("small") ? PIECES : 1;
  size_t size = (size_t)PIECES * PIECE / count;
  char **pieces = allocate(PIECES * sizeof *pieces);
  for (int i = 0; i < count; i++, *taken += size) pieces[i] = hold(size);
  return pieces;
}

static void give_back(char **pieces) {
  if (is("forgotten")) return;
  for (int i = 0; i < PIECES; i++) free(pieces[i]);
  free(pieces);
}

static void print(size_t taken, struct memory before, struct memory held, const struct memory *left) {
  printf("taken = %zu B\n", taken);
  printf("held = %ld KiB\n", held.pss - before.pss);
  printf("left-once = %ld KiB\n", left[0].pss - before.pss);
  printf("left = %ld KiB\n", left[TIMES - 1].pss - before.pss);
}
