def report(count, written, before, after, uss):
    """One line for each way of counting. `written` is in bytes; `uss` is what the workers alone hold."""
    print(f"workers = {count}")
    print(f"written = {written} B")
    pss, kernel = after.pss - before.pss, after.kernel - before.kernel
    lines = {"pss": pss, "uss": uss, "kernel": kernel, "total": pss + kernel, "rss": after.rss - before.rss}
    for name, kib in lines.items():
        print(f"{name}-per-worker = {kib / count:.1f} KiB")
