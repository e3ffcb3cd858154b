#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What other programs check (shell scripts, the layout of the C sources), and the package list.

Usage: checkers.py TOP
"""

import os
import re
import subprocess
import sys

from tap import Report, project_files, read


def complaints(top, *command):
    """Yields what COMMAND says, if it fails."""
    result = subprocess.run(command, cwd=top, capture_output=True, text=True, check=False)
    if result.returncode != 0:
        yield result.stdout + result.stderr


def unlisted(top):
    """Yields the libraries that meson.build asks for and app/packages does not know."""
    probes = re.findall(r" pc:(\S+)", read(top, "app/packages"))
    known = {module for probe in probes for module in probe.split(",")}
    for path in ["meson.build", *project_files(top, "meson.build")]:
        for number, line in enumerate(read(top, path).splitlines(), 1):
            asked = re.search(r"\bdependency\('([^']+)'", line)
            if asked and asked[1] not in known:
                yield f"{path}:{number}: app/packages has no package for {asked[1]}"


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
    report("app/packages has every library", unlisted(top))
    report.done()


if __name__ == "__main__":
    main()
