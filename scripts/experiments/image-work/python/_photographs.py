"""Copies of a photograph, each blurred and encoded anew by Pillow, which lets go of the GIL while its C code runs.

The photograph: a cup of coffee, by Rachel Michetti, CC0.
"""
import io
import os
import sys
import time
import zlib

from _shared.window import print_window

try:
    from PIL import Image, ImageFilter
except ImportError:
    sys.exit("Expected Pillow, found none. Install it: python3 -m pip install pillow")


def photograph():
    with open(os.path.join(os.path.dirname(__file__), "..", "node", "_photograph.jpg"), "rb") as file:
        return file.read()


def arguments():
    """The number of workers, and of photographs."""
    return int(sys.argv[1]) if len(sys.argv) > 1 else 2, int(sys.argv[2]) if len(sys.argv) > 2 else 12


def blur_photograph(source):
    """The bytes of the new file, and when they were computed."""
    began = time.perf_counter()
    encoded = io.BytesIO()
    Image.open(io.BytesIO(source)).filter(ImageFilter.GaussianBlur(4)).save(encoded, "JPEG")
    return encoded.getvalue(), began, time.perf_counter()


def print_results(answers, began, wall, with_start):
    checksums = {zlib.crc32(encoded) for encoded, _, _ in answers}
    computing = max(ended for _, _, ended in answers) - min(started for _, started, _ in answers)
    print(f"{len(answers)} photographs blurred, the CRC-32 of each file is {' or '.join(map(str, checksums))}")
    print(f"checksum = {sum(checksums)}")
    print_window(began, began + wall)
    print(f"wall = {wall * 1000:.3f} ms")
    print(f"copy = {(wall - computing) * 1000:.3f} ms")
    print(f"wall-with-start = {with_start * 1000:.3f} ms")
