#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Dependencies run one way: document, then the middle rooms, widgets, app; no GTK in the model.

Usage: rooms.py TOP JALON-CLI
"""

import os
import re
import subprocess
import sys

from tap import Report, project_files, read

MODEL = {"document", "analysis", "files", "exchange", "drawing"}

# Which rooms the sources of a room may include.
MAY_INCLUDE = {
    "model/document": {"document"},
    "model/analysis": {"document", "analysis"},
    "model/files": {"document", "files"},
    "model/drawing": {"document", "drawing"},
    "model/exchange": {"document", "exchange", "drawing"},
    "widgets": MODEL | {"widgets"},
    "app/cli": MODEL | {"app/cli"},
    "app": MODEL | {"widgets", "app"},
}

INCLUDE = re.compile(r'\s*#\s*include\s*([<"])([^>"]+)[>"]')
TOOLKIT = re.compile(r"(gtk|gsk)\b|gdk/|adwaita")
TOOLKIT_LIBRARY = re.compile(r"lib(gtk|adwaita)-")
GENERATED = re.compile(r"(jalon-config|.*-resources)\.h$")


def room_of(path):
    """Returns the room that a source belongs to; tests count to the room they mirror."""
    path = path.removeprefix("tests/")
    for room in sorted(MAY_INCLUDE, key=len, reverse=True):
        if path.startswith((room + "/", room.removeprefix("model/") + "/")):
            return room
    return None


def includes(top):
    """Yields (source, line, quoted or not, what it includes)."""
    for path in project_files(top, ".c", ".h"):
        for number, line in enumerate(read(top, path).splitlines(), 1):
            if found := INCLUDE.match(line):
                yield path, number, found[1] == '"', found[2]


def target_room(name):
    """Returns the room a quoted include names: "document" for "document/jalon-element.h"."""
    return os.path.dirname(name)


def wrong_rooms(top):
    for path, number, quoted, name in includes(top):
        room = room_of(path)
        if not quoted or room is None or path.startswith("tests/") or GENERATED.match(name):
            continue
        if target_room(name) not in MAY_INCLUDE[room]:
            allowed = ", ".join(sorted(MAY_INCLUDE[room]))
            yield f'{path}:{number}: {room} may not include "{name}"; it may use {allowed}'


def toolkit_in_model(top):
    for path, number, _, name in includes(top):
        room = room_of(path) or ""
        if (room.startswith("model/") or room == "app/cli") and TOOLKIT.match(name):
            yield f"{path}:{number}: {name} brings GTK into the model"
    for path in project_files(top, "meson.build"):
        if path.startswith(("model/", "app/cli/")):
            for number, line in enumerate(read(top, path).splitlines(), 1):
                if re.search(r"\b(gtk_dep|adw_dep)\b", line):
                    yield f"{path}:{number}: links GTK"


def unresolved(top):
    for path, number, quoted, name in includes(top):
        if quoted and not GENERATED.match(name) and not path.startswith("tests/"):
            places = (f"model/{name}", name)
            if not any(os.path.exists(os.path.join(top, place)) for place in places):
                yield f'{path}:{number}: "{name}" is not written from model/ or from the top'


def toolkit_in_binary(binary):
    for tool in (["readelf", "-d", binary], ["ldd", binary]):
        lines = subprocess.run(tool, check=True, capture_output=True, text=True).stdout
        for line in lines.splitlines():
            if TOOLKIT_LIBRARY.search(line):
                yield f"{binary}: {tool[0]}: {line.strip()}"


def main():
    top, binary = sys.argv[1:]
    report = Report()
    report("rooms include only what stands before them", wrong_rooms(top))
    report("the model includes and links no GTK", toolkit_in_model(top))
    report("includes are written from model/ or from the top", unresolved(top))
    report("jalon-cli needs no GTK", toolkit_in_binary(binary))
    report.done()


if __name__ == "__main__":
    main()
