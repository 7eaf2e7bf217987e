"""Every unit's steps, one unit after the other: what threads and processes are compared with.

python3 sequential.py [units] [nothing, function, instance, dict, lock or count] [steps]
"""
from _print import arguments, print_results
from _steps import Things, work


def main():
    units, kind, steps = arguments()
    things = Things(units)
    print_results([work(unit, kind, steps, things) for unit in range(units)])


if __name__ == "__main__":
    main()
