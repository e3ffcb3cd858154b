#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The model keeps nothing between calls: its libraries have no variables that can be written.

What GObject's macros make for a type (its id, its properties, its signals, its parent) is set once,
before anyone can use it, and is the same for all; so is a GOnce called "once". Threads are of the
process, and so is their number, and which of them uses fonts. Nothing else may be there.

Usage: state.py LIBRARY…
"""

import os
import re
import subprocess
import sys

from tap import Report

SYMBOL = re.compile(r"^[0-9a-f]+ .{7} (\S+)\t([0-9a-f]+)\s+(?:\.hidden )?(\S+)$")
# Constant tables that hold addresses are in .data.rel.ro: the loader writes them, nobody else can.
WRITABLE = re.compile(r"\.(data|bss|tdata|tbss)(?!\.rel\.ro)(\.|$)|\*COM\*")
OF_TYPES = re.compile(
    r"(once|properties|signals|q|static_g_define_type_id|g_define_type_id(__volatile)?"
    r"|\w+_(parent_class|private_offset)|static_resource)(\.\d+)?$"
)
OF_PROCESS = [("jalon-thread.c", "at_work"), ("jalon-fonts.c", "process_fonts")]
OF_TOOLS = re.compile(r"__(asan|odr_asan|ubsan|gcov|llvm|sancov)|\.?L?(ubsan|asan)|__unnamed|\.L")


def variables(library):
    lines = subprocess.run(["objdump", "-tw", library], check=True, capture_output=True, text=True)
    source = library
    for line in lines.stdout.splitlines():
        if ":     file format" in line:
            source = os.path.basename(line.split(":")[0]).removesuffix(".o")
        found = SYMBOL.match(line)
        if not found or not WRITABLE.match(found[1]) or int(found[2], 16) == 0:
            continue
        if (source, found[3]) in OF_PROCESS:
            continue
        if not OF_TYPES.match(found[3]) and not OF_TOOLS.match(found[3]):
            yield f"{source}: {found[3]} in {found[1]} can be written"


def main():
    report = Report()
    for library in sys.argv[1:]:
        report(f"{os.path.basename(library)} has no variables", variables(library))
    report.done()


if __name__ == "__main__":
    main()
