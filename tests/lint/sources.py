#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The form of the sources: what an eye should not have to check.

Usage: sources.py TOP
"""

import re
import sys

from tap import Report, project_files, read

SPDX = "SPDX-License-Identifier: GPL-3.0-or-later"
LINES = 500
COLUMNS = 100
C = (".c", ".h")
CODE = C + (".py", ".sh", "meson.build", "/run")
MARKUP = (".ui", ".css", ".svg", ".xml", ".xml.in", ".desktop.in", ".gschema.xml")

# Words in pieces, or this file would find itself.
FORBIDDEN = {
    "jump but to out": r"\bgot" + r"o\s+(?!out\s*;)",
    "disabled checks": "G_DISABLE_" + "CHECKS",
    "skipped test": "g_test_" + "skip|g_test_" + "incomplete",
    # Cairo 1.16 writes behind its buffers with it, on dotted lines.
    "quick antialiasing": "ANTIALIAS_" + "FAST",
    "open end": r"\b(TO" + "DO|FIX" + "ME|XX" + r"X)\b",
}

# What is in a thread when the program ends has to be known, unless somebody joins it.
THREADS = r"\bg_(task_run_in_thread|thread_new) \("
THREADS_HOME = "model/document/jalon-thread.c"


def lines(top, *endings):
    for path in project_files(top, *endings):
        for number, line in enumerate(read(top, path).split("\n"), 1):
            yield path, number, line


def without_licence(top):
    for path in project_files(top, *CODE, *MARKUP):
        head = read(top, path).split("\n")[:3]
        wanted = head[:1] if path.endswith(C) else head
        if not any(SPDX in line for line in wanted):
            yield f"{path}:1: no {SPDX}"


def without_pragma(top):
    for path in project_files(top, ".h"):
        if "\n#pragma once\n" not in read(top, path):
            yield f"{path}:1: no #pragma once"


def too_long(top):
    for path in project_files(top, *C):
        count = read(top, path).count("\n")
        if count > LINES:
            yield f"{path}:{LINES}: {count} lines; cut it by concern"


def too_wide(top):
    for path, number, line in lines(top, *CODE):
        if len(line) > COLUMNS:
            yield f"{path}:{number}: {len(line)} columns"


def untidy(top):
    for path, number, line in lines(top, *CODE, ".ui", ".css"):
        if "\t" in line or "\r" in line or line != line.rstrip():
            yield f"{path}:{number}: tab, carriage return or space at the end"
    for path in project_files(top, *CODE, ".ui", ".css"):
        text = read(top, path)
        if text and not text.endswith("\n"):
            yield f"{path}:{text.count(chr(10)) + 1}: no newline at the end"


def containing(top, pattern):
    for path, number, line in lines(top, *CODE, ".ui", ".css"):
        if re.search(pattern, line):
            yield f"{path}:{number}: {line.strip()}"


def threads(top):
    for path, number, line in lines(top, *C):
        if path.startswith("tests/") or path == THREADS_HOME:
            continue
        if re.search(THREADS, line):
            yield f"{path}:{number}: {line.strip()}; {THREADS_HOME} begins threads"


def main():
    top = sys.argv[1]
    report = Report()
    report("licence first", without_licence(top))
    report("headers guarded by #pragma once", without_pragma(top))
    report(f"no file over {LINES} lines", too_long(top))
    report(f"no line over {COLUMNS} columns", too_wide(top))
    report("no tabs, no blanks at line ends, a newline at the end", untidy(top))
    for name, pattern in FORBIDDEN.items():
        report(f"no {name}", containing(top, pattern))
    report("threads begun in one place", threads(top))
    report.done()


if __name__ == "__main__":
    main()
