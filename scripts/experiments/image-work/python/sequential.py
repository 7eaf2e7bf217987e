"""Blurs a picture in plain Python, band after band: what threads and processes are compared with.

python3 sequential.py [bands] [width of the picture] [file.pgm to write it to]
"""
import time

from _picture import arguments, blur, print_results, render


def main():
    _, width, height, edges = arguments()
    pixels = render(width, height)
    began = time.perf_counter()
    results = [blur(pixels, width, first, last) for first, last in zip(edges, edges[1:])]
    blurred = b"".join(rows for rows, _, _ in results)
    wall = time.perf_counter() - began
    print_results("main", blurred, width, [times for _, *times in results], began, wall, wall)


if __name__ == "__main__":
    main()
