def print_reports(writer, reader, start):
    """Which numbers each had, and who saw the write. `start` is a moment of time.monotonic()."""
    for worker in (writer, reader):
        name, program = worker["name"], worker["program"][:8]
        print(f"{name}: program {program}…, process {worker['process']}, thread {worker['thread']}")
        began, told, ended = [(worker[moment] - start) * 1000 for moment in ("began", "told", "ended")]
        if told > began:
            print(f"slice {name} wait {began:.3f} {told:.3f}")
        print(f"slice {name} run {told:.3f} {ended:.3f}")
    print(f"the writer wrote {writer['value']!r}, the reader read {reader['value']!r}")
    for metric, key in (("programs", "program"), ("pids", "process"), ("threads", "thread")):
        print(f"{metric} = {len({writer[key], reader[key]})}")
    print(f"written = {int(writer['value'] == 'written')}")
    print(f"seen = {int(reader['value'] == 'written')}")
