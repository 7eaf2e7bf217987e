/* Loaded before a program in C (LD_PRELOAD): the MEMORYREFUSED-th piece of memory that its own code asks for is not to be had.
   What the C library asks for itself is left alone, and a child goes on counting where it was forked. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/auxv.h>
#include <sys/mman.h>

static int is_refused(void *caller) {
  static int asked;
  Dl_info own, calling;
  const char *refused = getenv("MEMORYREFUSED");
  if (refused == NULL || !dladdr((void *)getauxval(AT_ENTRY), &own) || !dladdr(caller, &calling)) return 0;
  if (calling.dli_fbase != own.dli_fbase || __sync_add_and_fetch(&asked, 1) != atoi(refused)) return 0;
  errno = ENOMEM;
  return 1;
}

void *malloc(size_t size) {
  if (is_refused(__builtin_return_address(0))) return NULL;
  return ((void *(*)(size_t))dlsym(RTLD_NEXT, "malloc"))(size);
}

void *calloc(size_t count, size_t size) {
  if (is_refused(__builtin_return_address(0))) return NULL;
  return ((void *(*)(size_t, size_t))dlsym(RTLD_NEXT, "calloc"))(count, size);
}

void *mmap(void *at, size_t size, int protection, int flags, int file, off_t offset) {
  if (is_refused(__builtin_return_address(0))) return MAP_FAILED;
  return ((void *(*)(void *, size_t, int, int, int, off_t))dlsym(RTLD_NEXT, "mmap"))(at, size, protection, flags, file, offset);
}
