#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The maps of a project at the left of the built editor: by keys, by what a screen reader can do,
and dragged into another window.

Usage: test_sidebar.py JALON SAMPLES HELPER [NAME]
"""

import contextlib
import sys
import xml.etree.ElementTree as ET

from editor import MAPS, NS, pyatspi, run, until, walk, x
from screen import drag, find_focused_text, find_sidebar, is_called, locate, search

TITLE = "House by the sea"
OTHER = "Batik Larasati"


def start(case, file=None, title=TITLE):
    """Starts with a sample, and returns the editor and its window."""
    editor = case.start(file or case.file)
    window = editor.window(title)
    editor.shows(window, "saved")
    x("windowsize", "--sync", editor.get_xid(title), 1300, 950)
    x("windowfocus", editor.get_xid(title))
    return editor, window


def maps(file, kind):
    """Returns the names of the maps of a kind in FILE, in their order."""
    found = ET.parse(file).getroot().iter(NS + kind)
    return [one.get("name") or one.get("title") for one in found]


def saved(editor, window):
    editor.keys("ctrl+s", to=window.name)
    editor.shows(window, "saved")


def find_row(window, name):
    sidebar = find_sidebar(window)
    return sidebar and search(
        sidebar, lambda a: a.getRoleName() == "list item" and is_called(a.name, name)
    )


def rows(window):
    """Returns the names of all maps in the sidebar, or None while it changes."""
    with contextlib.suppress(Exception):
        found = walk(find_sidebar(window), ())
        return [a.name for a in found if a.getRoleName() == "list item"]
    return None


def undo(editor, window, what):
    """Takes one step back, and waits for the sidebar to show it."""
    before = until("rows", lambda: rows(window))
    editor.keys("ctrl+z", to=window.name)
    until(f"no {what}", lambda: rows(window) not in (None, before))


def focused_row(window):
    """Returns the name of the map at which the keys are, or None."""
    with contextlib.suppress(Exception):
        row = search(
            find_sidebar(window),
            lambda a: a.getRoleName() == "list item"
            and a.getState().contains(pyatspi.STATE_FOCUSED),
        )
        return row and row.name
    return None


def go_to_row(editor, window, name):
    """Brings the keys to the map that is shown, and from there up to the row of another."""
    editor.keys("shift+F6", to=window.name)
    last = until("the keys in the sidebar", lambda: focused_row(window))
    assert last == "Renting a house by the sea", last
    while last != name:
        editor.keys("Up", to=window.name)
        last = until(f"the row above {last}", lambda: focused_row(window) not in (None, last))
        last = focused_row(window)


def leave(editor, *titles):
    """Ends the editor, which has nothing to ask."""
    for title in titles:
        editor.keys("ctrl+w", to=title)
        if title != titles[-1]:
            editor.gone(title)
    editor.ends()


def by_keys(case):
    """Everything that a row can do has a key."""
    editor, window = start(case)
    personas = maps(case.file, "persona")
    go_to_row(editor, window, "Jean Morel")
    editor.keys("F2")
    until("a text", lambda: find_focused_text(window))
    x("type", "--delay", "4", "Jeanne")
    editor.keys("Return", "alt+Down", "alt+Down", "alt+Up", to=TITLE)
    until("the keys at Jeanne", lambda: focused_row(window) == "Jeanne")
    saved(editor, window)
    assert maps(case.file, "persona") == [personas[0], personas[2], "Jeanne", *personas[3:]]

    editor.keys("ctrl+d")
    editor.shows(window, "not saved")
    saved(editor, window)
    assert maps(case.file, "persona").count("Jeanne") == 2, maps(case.file, "persona")
    editor.keys("Delete")
    editor.shows(window, "not saved")
    until("the keys at a map", lambda: focused_row(window) not in (None, ""))
    saved(editor, window)
    assert maps(case.file, "persona").count("Jeanne") == 1, maps(case.file, "persona")

    for what in ("deletion", "duplicate", "move", "move", "move", "name"):
        undo(editor, window, what)
    saved(editor, window)
    assert maps(case.file, "persona") == personas, maps(case.file, "persona")
    editor.quit()


def menu(case):
    """The menu of a row opens with a key, and does what it says."""
    editor, window = start(case)
    go_to_row(editor, window, "Jean Morel")
    editor.keys("Menu")
    until("a menu", lambda: search(window, lambda a: a.getRoleName() == "menu item"))
    editor.keys("Down", "Return")
    editor.shows(window, "not saved")
    saved(editor, window)
    assert maps(case.file, "persona").count("Jean Morel") == 2, maps(case.file, "persona")
    editor.quit()


def by_screen_reader(case):
    """The name of a map is written as a screen reader writes."""
    editor, window = start(case)
    assert editor.act(window, "win.rename-map")
    entry = until("a text", lambda: find_focused_text(window))
    assert entry.queryEditableText().setTextContents("Renting a tent")
    until("the name", lambda: find_row(window, "Renting a tent"))
    # Not even the end of writing is needed.
    saved(editor, window)
    assert maps(case.file, "journey")[0] == "Renting a tent"
    editor.keys("Escape")
    editor.shows(window, "not saved")
    saved(editor, window)
    assert maps(case.file, "journey")[0] == "Renting a house by the sea"
    editor.quit()


def start_two(case):
    """Two projects beside each other, so that the maps of both are seen."""
    editor, window = start(case)
    other_file = case.copy("batik-larasati.jalon", "other.jalon")
    editor.keys("ctrl+o")
    editor.choose("Open", other_file)
    other = editor.window(OTHER)
    editor.shows(other, "saved")
    xid = editor.get_xid(OTHER)
    x("windowsize", "--sync", xid, 1200, 950, "windowmove", "--sync", xid, 350, 0)
    x("windowraise", xid)
    return editor, window, other, other_file


def drag_row(editor, window, name, other, onto):
    """Drags the row of a map onto a row of another window, as a hand does."""
    origin = locate(find_sidebar(window), "list item", name)
    drag(editor, window, origin, other, locate(find_sidebar(other), "list item", onto))


def get_ids(file, kind):
    return {one.get("id") for one in ET.parse(file).getroot().iter(NS + kind)}


def drag_map(case):
    """With the personas, pictures and tags that it refers to."""
    editor, window, other, other_file = start_two(case)
    before = {kind: get_ids(other_file, kind) for kind in (*MAPS, "image", "tag")}
    drag_row(editor, window, "Jean in June", other, "Hendra Gunawan")
    editor.shows(other, "not saved")
    until("the map", lambda: find_row(other, "Jean in June"))
    saved(editor, other)

    project = ET.parse(other_file).getroot()
    came = next(m for m in project.iter(NS + "empathy-map") if m.get("title") == "Jean in June")
    persona = next(p for p in project.iter(NS + "persona") if p.get("name") == "Jean Morel")
    assert came.get("persona") == persona.get("id")
    assert persona.get("portrait") in get_ids(other_file, "image")
    # Nothing else came along.
    new = {kind: len(get_ids(other_file, kind) - ids) for kind, ids in before.items()}
    assert new["persona"] == new["empathy-map"] == new["image"] == 1, new
    assert new["journey"] == new["register"] == new["stakeholder-map"] == 0, new

    # Where it comes from stays as it was, and one step takes all of it back.
    editor.shows(window, "saved")
    assert editor.act(other, "win.undo")
    editor.shows(other, "not saved")
    saved(editor, other)
    assert {kind: get_ids(other_file, kind) for kind in before} == before
    leave(editor, OTHER, TITLE)


def drag_persona(case):
    """A persona that is dragged twice comes once more, with another identity."""
    editor, window, other, other_file = start_two(case)
    tags = len(get_ids(other_file, "tag"))
    for n in (1, 2):
        drag_row(editor, window, "Awa Diop", other, "Hendra Gunawan")
        editor.shows(other, "not saved")
        saved(editor, other)
        assert maps(other_file, "persona").count("Awa Diop") == n, maps(other_file, "persona")
    assert len(get_ids(other_file, "persona")) == 5 + 2
    project = ET.parse(other_file).getroot()
    for persona in project.iter(NS + "persona"):
        if persona.get("name") == "Awa Diop":
            assert persona.get("portrait") in get_ids(other_file, "image")
            assert set(persona.get("tags").split()) <= get_ids(other_file, "tag")
    assert len(get_ids(other_file, "tag")) == tags + 2
    leave(editor, OTHER, TITLE)


def reorder(case):
    """Dragged within its window, a row goes past the others of its kind."""
    editor, window = start(case)
    personas = maps(case.file, "persona")
    drag_row(editor, window, "Awa Diop", window, "Tom Ashworth")
    editor.shows(window, "not saved")
    saved(editor, window)
    assert sorted(maps(case.file, "persona")) == sorted(personas)
    assert maps(case.file, "persona")[0] == "Jean Morel", maps(case.file, "persona")
    leave(editor, TITLE)


TESTS = [
    ("does with keys what a row can do", by_keys),
    ("opens the menu of a row with a key", menu),
    ("is renamed by what a screen reader can do", by_screen_reader),
    ("copies a map that is dragged into another window", drag_map),
    ("copies a persona that is dragged into another window", drag_persona),
    ("goes past others when it is dragged", reorder),
]

if __name__ == "__main__":
    sys.exit(run(TESTS, *sys.argv[1:]))
