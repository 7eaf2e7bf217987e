"""The picture and its blur in C. ctypes lets go of the GIL while a function of a library runs."""
import ctypes
import os
import shutil
import subprocess
import sys

SOURCE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "_picture.c")


def compile_library(folder):
    """Gives the path of the compiled library."""
    if not shutil.which("cc"):
        sys.exit("Expected a C compiler named cc on PATH to compile the library, found none. Install gcc or clang.")
    path = os.path.join(folder, "picture.so")
    try:
        subprocess.run(["cc", "-O2", "-shared", "-fPIC", SOURCE, "-o", path], capture_output=True, check=True)
    except OSError as failure:
        sys.exit(f"cc could not be started: {failure.strerror}")
    except subprocess.CalledProcessError as failure:
        sys.exit(f"cc could not compile the library: {failure.stderr.decode().partition(chr(10))[0]}")
    return path


def render(library, width, height):
    pixels = ctypes.create_string_buffer(width * height)
    library.render(pixels, width, height)
    return pixels.raw
