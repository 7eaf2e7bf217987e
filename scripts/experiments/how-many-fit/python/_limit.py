from _shared.memory import memory_of

LIMIT = 2 * 2**20  # KiB: 2 GiB
next_look = 1


def full(pids, fit, before):
    """Whether the workers fill 2 GiB, so that one more would not fit.

    What the machine has left would not tell: it also changes with other programs. Looks when there are twice as many as last
    time or, near the limit, when half of what was left is gone.
    """
    global next_look
    if fit < next_look:
        return False
    now = memory_of(pids)
    used = now.pss + now.kernel - before.pss - before.kernel
    more = (LIMIT - used) / max(used / fit, 1)
    next_look = fit + max(1, min(fit, int(more / 2)))
    return more < 1


def report(asked, fit, before, after):
    user, kernel = after.pss - before.pss, after.kernel - before.kernel
    print(f"{fit} of {asked} fit, in {(user + kernel) // 1024} MiB")
    print(f"asked = {asked}")
    print(f"fit = {fit}")
    print(f"user-per-unit = {user / fit:.1f} KiB")
    print(f"kernel-per-unit = {kernel / fit:.1f} KiB")
