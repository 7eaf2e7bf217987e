/* KERNEL marks the work that programs are compared by: it is never inlined or fitted to its caller, so that all of them run
   the same machine code. */
#ifndef SHARED_KERNEL_H
#define SHARED_KERNEL_H
#if defined(__has_attribute) && __has_attribute(noipa)
#define KERNEL __attribute__((noinline, noipa, hot))
#else
#define KERNEL __attribute__((noinline, hot))
#endif
#endif
