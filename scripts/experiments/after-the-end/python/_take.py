TIMES = 5


def take(how):
    """64 MiB, in one piece or in pieces of 1 KiB."""
    count = 65_536 if how == "small" else 1
    return [b"x" * (64 * 2**20 // count + number % 2) for number in range(count)]


def size_of(pieces):
    return sum(len(piece) for piece in pieces)


def report(taken, before, held, left):
    print(f"taken = {taken} B")
    print(f"held = {held.pss - before.pss} KiB")
    print(f"left-once = {left[0].pss - before.pss} KiB")
    print(f"left = {left[-1].pss - before.pss} KiB")
