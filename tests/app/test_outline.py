#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A journey of a project as an outline in the built editor, with the mouse.

Usage: test_outline.py JALON SAMPLES HELPER [NAME]
"""

import sys
import xml.etree.ElementTree as ET

from editor import NS, run, x
from screen import click, drag, locate

TITLE = "House by the sea"
ROW = "tree item"


def save(case, editor, window):
    """Saves, and returns the names of the steps of each stage of the first journey."""
    editor.keys("ctrl+s", to=TITLE)
    editor.shows(window, "saved")
    journey = next(ET.parse(case.file).getroot().iter(NS + "journey"))
    return {
        stage.get("title"): [step.get("title") for step in stage.iter(NS + "step")]
        for stage in journey.iter(NS + "stage")
    }


def start(case):
    """Starts with the outline of a sample shown."""
    editor = case.start(case.file)
    window = editor.window(TITLE)
    editor.shows(window, "saved")
    x("windowsize", "--sync", editor.get_xid(TITLE), 1500, 950)
    x("windowfocus", editor.get_xid(TITLE))
    before = save(case, editor, window)
    editor.keys("shift+F9", to=TITLE)
    return editor, window, before


def move(case):
    """A step goes beside another, and into a stage; each is one step to undo."""
    editor, window, before = start(case)
    photos, ideas = before["Dream"]
    drag(editor, window, locate(window, ROW, photos), window, locate(window, ROW, "Compare"))
    editor.shows(window, "not saved")
    after = save(case, editor, window)
    assert after["Dream"] == [ideas], after
    assert after["Compare"] == before["Compare"] + [photos], after

    drag(editor, window, locate(window, ROW, ideas), window, locate(window, ROW, photos))
    editor.shows(window, "not saved")
    after = save(case, editor, window)
    assert after["Dream"] == [], after
    assert ideas in after["Compare"], after
    for _ in range(2):
        editor.keys("ctrl+z", to=TITLE)
        editor.shows(window, "not saved")
        after = save(case, editor, window)
    assert after == before, after
    editor.quit(to=TITLE)


def copy(case):
    """By the keys of any list."""
    editor, window, before = start(case)
    photos, ideas = before["Dream"]
    click(editor, window, ROW, photos)
    editor.keys("ctrl+c", to=TITLE)
    click(editor, window, ROW, "Compare")
    editor.keys("ctrl+v", to=TITLE)
    editor.shows(window, "not saved")
    after = save(case, editor, window)
    assert after["Compare"] == before["Compare"] + [photos], after
    click(editor, window, ROW, ideas)
    editor.keys("ctrl+x", to=TITLE)
    editor.shows(window, "not saved")
    assert save(case, editor, window)["Dream"] == [photos]
    click(editor, window, ROW, "Book")
    editor.keys("shift+Insert", to=TITLE)
    editor.shows(window, "not saved")
    after = save(case, editor, window)
    assert after["Book"] == before["Book"] + [ideas], after
    editor.quit(to=TITLE)


TESTS = [
    ("moves a step that is dragged", move),
    ("copies, cuts and pastes steps", copy),
]

if __name__ == "__main__":
    sys.exit(run(TESTS, *sys.argv[1:]))
