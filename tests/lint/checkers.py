#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What other programs check: shell scripts, and the layout of the C sources.

Usage: checkers.py TOP
"""

import os
import subprocess
import sys

from tap import Report, project_files, read


def complaints(top, *command):
    """Yields what COMMAND says, if it fails."""
    result = subprocess.run(command, cwd=top, capture_output=True, text=True, check=False)
    if result.returncode != 0:
        yield result.stdout + result.stderr


def main():
    top = sys.argv[1]
    scripts = [path for path in project_files(top, ".sh", "run")]
    scripts = [path for path in scripts if path.endswith(".sh") or "bash" in read(top, path)[:20]]
    if os.path.exists(os.path.join(top, ".ci/run")):
        scripts.append(".ci/run")
    sources = list(project_files(top, ".c"))

    report = Report()
    for script in scripts:
        report(f"{script} parses", complaints(top, "bash", "-n", script))
    report("shellcheck is content", complaints(top, "shellcheck", "-x", "-f", "gcc", *scripts))
    report(
        "the C sources are laid out by .clang-format (ninja -C BUILD clang-format)",
        complaints(top, "clang-format", "--dry-run", "-Werror", *sources),
    )
    report.done()


if __name__ == "__main__":
    main()
