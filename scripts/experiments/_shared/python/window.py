"""Says between which moments was measured, for whoever watches the program from outside. Both in s, as perf_counter gives them."""


def print_window(began, ended):
    print(f"window {began * 1000:.3f} {ended * 1000:.3f}")
