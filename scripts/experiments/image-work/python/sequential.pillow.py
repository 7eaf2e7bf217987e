"""Blurs photographs with a library, one after the other. Pillow starts no threads of its own.

python3 sequential.pillow.py [ignored] [photographs]; needs: python3 -m pip install pillow
"""
import time

from _photographs import arguments, blur_photograph, photograph, print_results


def main():
    _, photographs = arguments()
    source = photograph()
    blur_photograph(source)  # loads what the library needs
    began = time.perf_counter()
    answers = [blur_photograph(source) for _ in range(photographs)]
    wall = time.perf_counter() - began
    print_results(answers, began, wall, wall)


if __name__ == "__main__":
    main()
