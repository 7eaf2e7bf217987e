"""Two units count, each the same number of times in every form: the arguments, and the report."""
import sys

COUNTS = 300_000  # of each unit: several of the 5 ms after which another thread gets its turn


def arguments(forms):
    """[runs] [form] [counts of each unit]"""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    form = sys.argv[2] if len(sys.argv) > 2 else next(iter(forms))
    counts = int(sys.argv[3]) if len(sys.argv) > 3 else COUNTS
    if form not in forms or runs < 1:
        sys.exit(f'expected at least one run of {", ".join(forms)}, found {runs} of "{form}"')
    return runs, forms[form], counts


def print_totals(totals, counts):
    for total in totals:
        print(f"counted {total} of {2 * counts}")
    print(f"additions = {2 * counts * len(totals)}")
    print(f"lost = {sum(2 * counts - total for total in totals)}")
    print(f"outcomes = {len(set(totals))}")
