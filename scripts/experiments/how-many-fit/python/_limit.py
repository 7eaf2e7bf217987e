from _shared.memory import numbers


def available():
    """KiB of memory that the machine has left."""
    return numbers("/proc/meminfo")["MemAvailable"]


START = available()


def used_up():
    """Whether 2 GiB are gone since the program began."""
    return START - available() > 2 * 2**20


def report(asked, fit, before, after):
    print(f"{fit} of {asked} fit")
    print(f"fit = {fit}")
    print(f"user-per-unit = {(after.pss - before.pss) / fit:.1f} KiB")
    print(f"kernel-per-unit = {(after.kernel - before.kernel) / fit:.1f} KiB")
