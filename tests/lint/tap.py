# SPDX-License-Identifier: GPL-3.0-or-later
"""What the lints share: walking the project's files, and saying what is wrong in TAP."""

import os
import sys

FOLDERS = ("app", "widgets", "model", "resources", "po", "tests")


def project_files(top, *endings):
    """Yields the project's files, as paths below TOP, whose names end with one of ENDINGS."""
    for folder in FOLDERS:
        for path, folders, names in os.walk(os.path.join(top, folder)):
            folders[:] = sorted(name for name in folders if name != "__pycache__")
            for name in sorted(names):
                if name.endswith(endings):
                    yield os.path.relpath(os.path.join(path, name), top)


def read(top, path):
    """Returns the text of a file; bytes that are not UTF-8 show as U+FFFD."""
    with open(os.path.join(top, path), encoding="utf-8", errors="replace") as file:
        return file.read()


class Report:
    """One TAP case a rule: `report(name, faults)`, each fault being "file:line: what"."""

    def __init__(self):
        self.cases = 0
        self.failed = 0

    def __call__(self, name, faults):
        faults = list(faults)
        self.cases += 1
        self.failed += bool(faults)
        print(f"{'not ok' if faults else 'ok'} {self.cases} - {name}")
        for fault in faults:
            for line in fault.splitlines():
                print(line, file=sys.stderr)

    def done(self):
        """Ends the report and the program."""
        print(f"1..{self.cases}")
        sys.exit(1 if self.failed else 0)
