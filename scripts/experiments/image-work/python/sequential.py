"""Blurs a picture in plain Python, band after band: what threads and processes are compared with.

python3 sequential.py [bands] [width of the picture] [file.pgm to write it to]
"""
import sys
import time
import zlib

RADIUS = 2


def render(width, height):
    """A low sun over hills and water, with the grain of a film. One byte is one pixel, from black to white."""
    pixels = bytearray()
    for y in range(height):
        for x in range(width):
            u, v = x * 1000 // width, y * 1000 // width
            grey = 90 + v // 5
            if (u - 700) ** 2 + (v - 210) ** 2 < 5000:
                grey = 240
            if v > 310 + abs(u * 3 % 800 - 400) // 5 + abs(u * 7 % 300 - 150) // 8:
                grey = 60 - v // 40
            if v > 470:
                grey = 110 + (v * v // 90 + u // 40) % 60
            pixels.append(grey + (x * 7919 + y * 104729) % 17 - 8)
    return bytes(pixels)


def blur(pixels, width, first, last):
    """The rows from first up to last, each pixel the mean of its neighbours; and when they were computed."""
    began = time.perf_counter()
    height = len(pixels) // width
    blurred = bytearray()
    for y in range(first, last):
        top, bottom = max(y - RADIUS, 0), min(y + RADIUS + 1, height)
        for x in range(width):
            left, right = max(x - RADIUS, 0), min(x + RADIUS + 1, width)
            total = 0
            for row in range(top, bottom):
                for at in range(row * width + left, row * width + right):
                    total += pixels[at]
            blurred.append(total // ((bottom - top) * (right - left)))
    return blurred, began, time.perf_counter()


def main():
    bands = int(sys.argv[1]) if len(sys.argv) > 1 else 2
    width = int(sys.argv[2]) if len(sys.argv) > 2 else 224
    height = width * 2 // 3
    pixels = render(width, height)
    edges = [height * band // bands for band in range(bands + 1)]

    began = time.perf_counter()
    results = [blur(pixels, width, first, last) for first, last in zip(edges, edges[1:])]
    blurred = b"".join(rows for rows, _, _ in results)
    wall = time.perf_counter() - began

    for _, start, end in results:
        print(f"slice main run {(start - began) * 1000:.3f} {(end - began) * 1000:.3f}")
    print(f"{width} × {height} pixels blurred, their Adler-32 is {zlib.adler32(blurred)}")
    print(f"wall = {wall * 1000:.3f} ms")
    print(f"copy = {(wall - max(end for _, _, end in results) + min(start for _, start, _ in results)) * 1000:.3f} ms")
    print(f"wall-with-start = {wall * 1000:.3f} ms")
    if len(sys.argv) > 3:
        with open(sys.argv[3], "wb") as file:
            file.write(b"P5 %d %d 255\n" % (width, height) + blurred)


if __name__ == "__main__":
    main()
