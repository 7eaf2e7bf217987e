"""A picture and its blur in plain Python. And what the programs take and print."""
import sys
import time
import zlib

from _shared.window import print_window

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


def arguments(width=448):
    """The number of bands, the width and the height of the picture, and the rows at which the bands begin and end."""
    bands = int(sys.argv[1]) if len(sys.argv) > 1 else 2
    width = int(sys.argv[2]) if len(sys.argv) > 2 else width
    height = width * 2 // 3
    return bands, width, height, [height * band // bands for band in range(bands + 1)]


def needed(pixels, width, height, first, last):
    """The rows that a band needs to be blurred, and where its own begin and end among them."""
    top, bottom = max(first - RADIUS, 0), min(last + RADIUS, height)
    return pixels[top * width : bottom * width], width, first - top, last - top


def print_results(name, blurred, width, times, began, wall, with_start):
    """Times: when each band began and ended to be computed."""
    for worker, (start, end) in enumerate(times, 1):
        who = name if name == "main" else f"{name}-{worker}"
        print(f"slice {who} run {(start - began) * 1000:.3f} {(end - began) * 1000:.3f}")
    computing = max(end for _, end in times) - min(start for start, _ in times)
    checksum = zlib.adler32(blurred)
    print(f"{width} × {len(blurred) // width} pixels blurred, their Adler-32 is {checksum}")
    print(f"checksum = {checksum}")
    print_window(began, began + wall)
    print(f"wall = {wall * 1000:.3f} ms")
    print(f"copy = {(wall - computing) * 1000:.3f} ms")
    print(f"wall-with-start = {with_start * 1000:.3f} ms")
    if len(sys.argv) > 3:
        with open(sys.argv[3], "wb") as file:
            file.write(b"P5 %d %d 255\n" % (width, len(blurred) // width) + blurred)
