#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The audiences of a project in the table of the built editor, with the mouse.

Usage: test_register.py JALON SAMPLES HELPER [NAME]
"""

import sys
import xml.etree.ElementTree as ET

from editor import NS, run, until, x
from screen import click, drag, find_focused_text, find_sidebar, locate, point

TITLE = "House by the sea"


def start(case):
    """Starts with the register of a sample shown."""
    editor = case.start(case.file)
    window = editor.window(TITLE)
    editor.shows(window, "saved")
    x("windowsize", "--sync", editor.get_xid(TITLE), 1500, 950)
    x("windowfocus", editor.get_xid(TITLE))
    click(editor, window, "list item", "Our audiences")
    return editor, window


def press_twice(editor, window, cell):
    point(editor, window, locate(window, "table cell", cell), 0.5, 0.5)
    x("click", "--repeat", 2, "--delay", 60, 1)


def save(case, editor):
    """Saves, and returns the names of the audiences in their order."""
    window = editor.window(TITLE)
    editor.keys("ctrl+s", to=TITLE)
    editor.shows(window, "saved")
    return [one.get("name") for one in ET.parse(case.file).getroot().iter(NS + "audience")]


def write(case):
    editor, window = start(case)
    press_twice(editor, window, "Audience: Regulars")
    until("a text", lambda: find_focused_text(window))
    x("key", "ctrl+a")
    x("type", "--delay", "4", "Friends")
    x("key", "Tab")
    editor.shows(window, "not saved")
    assert save(case, editor)[3] == "Friends"
    editor.quit()


def rank(case):
    """A row that is dragged goes where it is dropped, and is one step to undo."""
    editor, window = start(case)
    before = save(case, editor)
    origin = locate(window, "table cell", "Audience: Regulars")
    drag(editor, window, origin, window, locate(window, "table cell", "Audience: Guests"))
    editor.shows(window, "not saved")
    after = save(case, editor)
    assert after != before and sorted(after) == sorted(before)
    assert after.index("Regulars") < 2, after
    editor.keys("ctrl+z", to=TITLE)
    editor.shows(window, "not saved")
    assert save(case, editor) == before
    editor.quit(to=TITLE)


def rank_several(case):
    """A row that is pressed with Ctrl is selected too, and goes along."""
    editor, window = start(case)
    before = save(case, editor)
    for name in ("Regulars", "Cleaning team"):
        point(editor, window, locate(window, "table cell", "Audience: " + name), 0.5, 0.5)
        x(*(("keydown", "ctrl") if name == "Cleaning team" else ()), "click", 1)
        x("keyup", "ctrl")
    origin = locate(window, "table cell", "Audience: Cleaning team")
    drag(editor, window, origin, window, locate(window, "table cell", "Audience: Guests"))
    editor.shows(window, "not saved")
    after = save(case, editor)
    i = after.index("Cleaning team")
    assert after[i + 1] == "Regulars" and i < 2, (before, after)
    editor.quit(to=TITLE)


def copy(case):
    """By the keys of any list: an audience is copied, cut and pasted behind another."""
    editor, window = start(case)
    before = save(case, editor)
    for keys, origin, target in (
        ("ctrl+c", "Regulars", "Guests"),
        ("ctrl+x", "Neighbours", "Cleaning team"),
    ):
        click(editor, window, "table cell", "Audience: " + origin)
        editor.keys(keys, to=TITLE)
        click(editor, window, "table cell", "Audience: " + target)
        editor.keys("ctrl+v", to=TITLE)
        until(origin + " below " + target, lambda: follows(case, editor, origin, target))
    assert len(save(case, editor)) == len(before) + 1
    editor.quit(to=TITLE)


def follows(case, editor, name, before):
    names = save(case, editor)
    return names[names.index(before) + 1] == name


def refer(case):
    """What a persona of the sidebar is dropped on refers to it; in the last row, somebody new."""
    editor, window = start(case)
    persona = next(
        one.get("id")
        for one in ET.parse(case.file).getroot().iter(NS + "persona")
        if one.get("name") == "Tom Ashworth"
    )
    for cell in ("Audience: Plumbers, electricians, Serge", "Audience: Add an Audience"):
        origin = locate(find_sidebar(window), "list item", "Tom Ashworth")
        drag(editor, window, origin, window, locate(window, "table cell", cell))
        editor.shows(window, "not saved")
        save(case, editor)
    audiences = list(ET.parse(case.file).getroot().iter(NS + "audience"))
    assert audiences[6].get("persona") == persona, ET.tostring(audiences[6])
    assert audiences[-1].get("persona") == persona, ET.tostring(audiences[-1])
    assert audiences[-1].get("name") == "Tom Ashworth"
    editor.quit(to=TITLE)


TESTS = [
    ("begins to write in a cell that is pressed twice", write),
    ("ranks an audience that is dragged", rank),
    ("ranks all that are selected", rank_several),
    ("copies, cuts and pastes", copy),
    ("refers to a persona that is dropped", refer),
]

if __name__ == "__main__":
    sys.exit(run(TESTS, *sys.argv[1:]))
