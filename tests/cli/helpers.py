# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of jalon-cli share: running it, and saying what is wrong."""

import os
import struct
import subprocess
import sys

CLI, TOP = (os.path.abspath(path) for path in sys.argv[1:])
# What it runs inside, if anything: valgrind and its options, see tests/run.
WRAPPER = os.environ.get("JALON_TEST_WRAPPER", "").split()
OK, INPUT, USAGE, IO = range(4)


class Outcome:
    """What a run came to."""

    def __init__(self, done):
        self.status = done.returncode
        self.out = done.stdout
        self.err = done.stderr.decode("utf-8", "replace")


def run(*arguments, stdin=b""):
    environment = {**os.environ, "LANGUAGE": "C"}
    environment.pop("DISPLAY", None)
    environment.pop("WAYLAND_DISPLAY", None)
    return Outcome(subprocess.run([*WRAPPER, CLI, *arguments], input=stdin, capture_output=True,
                                  env=environment, timeout=600, check=False))


def expect(outcome, status, *words, warnings=0):
    """Yields what is wrong: the status, or an error that is not one line with these words."""
    if outcome.status != status:
        yield f"exit status {outcome.status}, not {status}: {outcome.err}"
    if status != OK:
        if outcome.err.count("\n") != 1 + warnings and not outcome.out:
            yield f"not one line on standard error: {outcome.err!r}"
        text = outcome.err + outcome.out.decode("utf-8", "replace")
        for word in words:
            if word not in text:
                yield f"{word!r} is not in {text!r}"


def write(name, content):
    with open(name, "wb") as file:
        file.write(content if isinstance(content, bytes) else content.encode())


def read(name):
    with open(name, "rb") as file:
        return file.read()


def png_size(data):
    if data[:8] != b"\x89PNG\r\n\x1a\n":
        return None
    return struct.unpack(">II", data[16:24])
