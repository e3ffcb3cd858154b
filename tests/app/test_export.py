#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures out of the built editor: the dialog, and what it writes.

Usage: test_export.py JALON SAMPLES JALON-CLI [NAME]
"""

import os
import struct
import subprocess
import sys
import xml.etree.ElementTree as ET
import zlib

from editor import press, read, run, until, words

TITLE = "House by the sea"
MAP = "Renting a house by the sea"
POINTS = 0.75  # in a canvas unit


def export(case, editor, name, row=0, downs=0):
    """Exports the map that is shown, with the entry DOWNS below the first in ROW."""
    editor.keys("ctrl+e")
    dialog = editor.window("Export Map")
    if downs:
        # Export has the focus, then the first row; a row opens its list with space.
        choice = ("space", *("Down",) * downs, "Return")
        editor.keys("Tab", *("Down",) * row, *choice, to="Export Map")
    press(dialog, "Export…")
    editor.choose("Export Map", case.path(name))
    return case.path(name)


def exported(window, name):
    until("the message", lambda: f"Exported as “{name}”" in words(window))


def by_cli(case, name, *options):
    """Returns what jalon-cli makes of the same map."""
    subprocess.run(
        (case.helper, "export", case.file, "--map", MAP, *options, "-o", case.path(name)),
        check=True,
    )
    return read(case.path(name))


def get_size(case):
    """Returns the size of the map in canvas units, as the SVG of jalon-cli says it."""
    root = ET.fromstring(by_cli(case, "reference.svg", "--format", "svg"))
    return float(root.get("width")), float(root.get("height"))


def start(case):
    editor = case.start(case.file)
    window = editor.window(TITLE)
    editor.shows(window, "saved")
    return editor, window


def decode_png(data):
    """Returns width, height and the bytes of all rows; fails on any damage."""
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    position, packed, names = 8, b"", []
    while position < len(data):
        length, name = struct.unpack(">I4s", data[position : position + 8])
        end = position + 8 + length
        crc = struct.unpack(">I", data[end : end + 4])[0]
        assert crc == zlib.crc32(data[position + 4 : end]), name
        if name == b"IDAT":
            packed += data[position + 8 : end]
        names.append(name)
        position = end + 4
    assert (names[0], names[-1]) == (b"IHDR", b"IEND"), names
    width, height, depth, colour = struct.unpack(">IIBB", data[16:26])
    rows = zlib.decompress(packed)
    channels = {2: 3, 6: 4}[colour]
    assert len(rows) == height * (1 + width * channels * depth // 8)
    return width, height


def png(case):
    """Twice as large as the map, which is what the dialog proposes."""
    editor, window = start(case)
    path = export(case, editor, "map.png")
    exported(window, "map.png")
    width, height = get_size(case)
    assert decode_png(read(path)) == (round(2 * width), round(2 * height)), (width, height)
    assert read(path) == by_cli(case, "cli.png", "--format", "png", "--scale", "2")
    editor.quit()


def svg(case):
    editor, window = start(case)
    path = export(case, editor, "map.svg", downs=1)
    exported(window, "map.svg")
    root = ET.fromstring(read(path))
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert read(path) == by_cli(case, "cli.svg", "--format", "svg")
    editor.quit()


def pdf(case):
    """One page of exactly the size of the map, in points."""
    editor, window = start(case)
    path = export(case, editor, "map.pdf", downs=2)
    exported(window, "map.pdf")
    info = subprocess.run(("pdfinfo", path), check=True, capture_output=True, text=True).stdout
    lines = dict(line.split(":", 1) for line in info.splitlines())
    page = lines["Page size"].split()
    assert lines["Pages"].strip() == "1"
    for actual, units in zip((page[0], page[2]), get_size(case)):
        assert abs(float(actual) - units * POINTS) < 0.01, (info, units)
    editor.quit()


def dark(case):
    """The colours are those of the dialog."""
    editor, window = start(case)
    path = export(case, editor, "dark.png", row=2, downs=1)
    exported(window, "dark.png")
    options = ("--format", "png", "--scale", "2", "--theme", "dark")
    assert read(path) == by_cli(case, "cli.png", *options)
    editor.quit()


def refused(case):
    """Where nothing can be written, it says so, and nothing of the project is lost."""
    editor, window = start(case)
    editor.change(window)
    locked = case.locked_folder()
    export(case, editor, os.path.join("locked", "map.png"))
    dialog = editor.window("Could Not Export the Map")
    until("why", lambda: any("map.png" in w and "Permission denied" in w for w in words(dialog)))
    press(dialog, "Close")
    editor.gone(dialog.name)
    assert os.listdir(locked) == []
    editor.keys("ctrl+s")
    editor.shows(window, "saved")
    editor.quit()


def cancelled(case):
    """Neither dialog writes anything when it is left."""
    editor, window = start(case)
    editor.keys("ctrl+e")
    press(editor.window("Export Map"), "Cancel")
    editor.gone("Export Map")
    editor.keys("ctrl+e")
    press(editor.window("Export Map"), "Export…")
    until("the file dialog", lambda: editor.get_entry("Export Map") is not None)
    editor.keys("Escape", to="Export Map")
    editor.gone("Export Map")
    assert not [name for name in os.listdir(case.folder) if name.endswith(".png")]
    editor.shows(window, "saved")
    editor.quit()


def closed(case):
    """Who closes the window at once gets all of the picture still."""
    editor, _ = start(case)
    path = export(case, editor, "map.png", row=1, downs=2)
    editor.keys("ctrl+w")
    editor.ends()
    decode_png(read(path))


TESTS = [
    ("exports a PNG", png),
    ("exports an SVG", svg),
    ("exports a PDF", pdf),
    ("exports in the colours that were chosen", dark),
    ("says why it cannot export there", refused),
    ("exports nothing if cancelled", cancelled),
    ("exports all even if the window is closed", closed),
]

if __name__ == "__main__":
    sys.exit(run(TESTS, *sys.argv[1:]))
