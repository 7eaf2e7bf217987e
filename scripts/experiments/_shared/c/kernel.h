/* KERNEL marks the work that programs are compared by: it is never inlined or fitted to its caller, so that all of them run
   the same machine code, and it begins at a multiple of 64 bytes, the size of a line of the cache: where a loop lies in its
   line can change its speed by a third. */
#ifndef SHARED_KERNEL_H
#define SHARED_KERNEL_H
#if defined(__has_attribute) && __has_attribute(noipa)
#define KERNEL __attribute__((noinline, noipa, hot, aligned(64)))
#else
#define KERNEL __attribute__((noinline, hot, aligned(64)))
#endif
#endif
