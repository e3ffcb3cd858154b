#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A journey drawn from a template to the file, by what a screen reader can do, by keys alone, and
by the mouse alone.

Usage: test_workflow.py JALON SAMPLES HELPER [NAME]
"""

import contextlib
import os
import sys
import xml.etree.ElementTree as ET

from editor import NS, pyatspi, run, until, x
from screen import below, click, find_focused_text, is_called, locate, point, search


def names(accessible):
    """Returns the names of the actions of ACCESSIBLE."""
    with contextlib.suppress(Exception):
        actions = accessible.queryAction()
        return [actions.getName(i) for i in range(actions.nActions)]
    return []


def find_actor(root, name, action):
    """Returns what is called NAME and can do ACTION, or None."""

    def fits(accessible):
        return is_called(accessible.name, name) and action in names(accessible)

    return search(root, fits)


def do(root, name, action):
    """Waits for something called NAME that can do ACTION, and has it do that."""
    actor = until(f"{name} that can {action}", lambda: find_actor(root, name, action))
    assert actor.queryAction().doAction(names(actor).index(action)), (name, action)


def get_empty_text(root):
    """Returns the text that has the focus if nothing is written in it, or None."""
    with contextlib.suppress(Exception):
        found = find_focused_text(root)
        return found if found and found.queryText().characterCount == 0 else None
    return None


def write(root, text):
    """Writes where the focus is, which must be empty."""
    entry = until(f"an empty text for {text}", lambda: get_empty_text(root))
    assert entry.queryEditableText().setTextContents(text), text


def get_place(root, name):
    """Returns how far below the top of the window a row of the outline is, None if it is not."""
    row = find_actor(root, name, "row.menu")
    return row and row.queryComponent().getExtents(pyatspi.WINDOW_COORDS).y


def is_above(root, name, other):
    """Tells whether the row NAME is above the row OTHER."""
    places = get_place(root, name), get_place(root, other)
    return None not in places and places[0] < places[1]


def write_score(root, text):
    """The same for a number, which is never empty."""
    entry = until("a text for a number", lambda: find_focused_text(root))
    assert entry.queryEditableText().setTextContents(text), text


def choose(root, name):
    """Clicks on an item of a menu."""

    def find_item():
        return search(root, lambda a: a.getRoleName() == "menu item" and a.name.endswith(name))

    item = until(f"a menu item {name}", find_item)
    assert item.queryAction().doAction(0), name


def start_from_template(case):
    """Starts with a new journey, by what a screen reader can do."""
    editor = case.start()
    window = until("a window", lambda: next(iter(editor.windows()), None))
    do(window, "Customer journey", "card.open")
    editor.window("Customer journey")
    # What a window manager does: without the focus of the display, nothing has the focus.
    x("windowfocus", editor.get_xid())
    return editor, window


def save_as(editor, window, path):
    """Saves into PATH, by what a screen reader can do with a file dialog."""
    assert editor.act(window, "win.save")
    dialog = editor.window("Save As")
    x("windowfocus", editor.get_xid("Save As"))
    entry = until("an entry", lambda: find_focused_text(dialog))
    assert entry.queryEditableText().setTextContents(path)

    def find_save():
        return search(dialog, lambda a: a.getRoleName() == "push button" and "Save" in a.name)

    assert until("a button Save", find_save).queryAction().doAction(0)
    editor.gone("Save As")
    editor.shows(window, "saved")


def get_stage(file, title):
    """Returns the stage called TITLE in FILE, None as long as there is no such file or stage."""
    if not os.path.exists(file):
        return None
    stages = ET.parse(file).iter(NS + "stage")
    return next((stage for stage in stages if stage.get("title") == title), None)


def get_lane(file, title):
    lanes = ET.parse(file).iter(NS + "lane")
    return next(lane.get("id") for lane in lanes if lane.get("title") == title)


def get_score(file):
    """Returns the score of the step in the stage After, whose second card came first."""
    stage = get_stage(file, "After")
    (step,) = stage
    assert step.get("title") == "Remembers", step.attrib
    cards = [(card.text, card.get("lane")) for card in step.iter(NS + "card")]
    lane = get_lane(file, "Does")
    assert cards == [("Tells friends", lane), ("Looks at photos", lane)], cards
    (found,) = step.iter(NS + "score")
    assert found.get("lane") == get_lane(file, "Feels"), found.attrib
    (persona,) = ET.parse(file).iter(NS + "persona")
    assert found.get("persona") == persona.get("id"), found.attrib
    return float(found.get("value", 0))


def with_screen_reader(case):
    editor, window = start_from_template(case)
    assert editor.act(window, "win.toggle-outline")
    do(window, "Stay", "row.add-after")
    write(window, "After")
    do(window, "After", "row.add-inside")
    write(window, "Remembers")
    do(window, "Remembers", "row.add-inside")
    choose(window, "Does")
    write(window, "Looks at photos")
    do(window, "Looks at photos", "row.add-after")
    write(window, "Tells friends")
    do(window, "Tells friends", "row.move-up")
    do(window, "Remembers", "row.add-inside")
    choose(window, "Feels")
    write_score(window, "1.5")
    save_as(editor, window, case.path("spoken.jalon"))
    assert get_score(case.path("spoken.jalon")) == 1.5
    editor.quit()


def get_focus(window):
    """Returns what a screen reader says of what has the focus, None if nothing has."""
    found = search(window, lambda a: a.getState().contains(pyatspi.STATE_FOCUSED))
    return found and found.name


def go(editor, window, key, name):
    """Presses KEY until the focus is on NAME."""
    for _ in range(40):
        focus = until("the focus", lambda: get_focus(window))
        if is_called(focus, name):
            return
        editor.keys(key)
        until(f"a way from {focus} to {name}", lambda was=focus: get_focus(window) != was)
    raise AssertionError(f"no way to {name}")


def type_new(editor, window, *lines):
    """Writes LINES where a new one waits, each with Enter, and leaves the one that waits then."""
    for line in lines:
        until(f"a place for {line}", lambda: get_empty_text(window))
        x("type", "--delay", "4", line)
        editor.keys("Return")
    until("one more place", lambda: get_empty_text(window))
    editor.keys("Escape")
    until(f"the focus on {lines[-1]}", lambda: is_called(get_focus(window), lines[-1]))


def with_keys(case):
    editor = case.start()
    window = until("a window", lambda: next(iter(editor.windows()), None))
    x("windowfocus", editor.get_xid())
    go(editor, window, "Tab", "Experience workshop")
    go(editor, window, "Right", "Customer journey")
    editor.keys("Return")
    editor.window("Customer journey")
    editor.keys("shift+F9")
    go(editor, window, "Down", "Stay")
    editor.keys("Insert")
    type_new(editor, window, "After")
    editor.keys("ctrl+Return")
    type_new(editor, window, "Remembers")
    editor.keys("ctrl+Return")
    go(editor, window, "Down", "Does")
    editor.keys("Return")
    type_new(editor, window, "Looks at photos", "Tells friends")
    editor.keys("alt+Up")
    until("the other order", lambda: is_above(window, "Tells friends", "Looks at photos"))
    go(editor, window, "Up", "Remembers")
    editor.keys("ctrl+Return")
    go(editor, window, "Down", "Feels")
    editor.keys("Return")
    until("a text for a number", lambda: find_focused_text(window))
    editor.keys("ctrl+a")
    x("type", "--delay", "4", "--", "-1")
    editor.keys("Return")
    editor.keys("ctrl+s")
    editor.choose("Save As", case.path("typed.jalon"))
    editor.shows(window, "saved")
    assert get_score(case.path("typed.jalon")) == -1
    editor.quit()


def pick(editor, window, button, name):
    """Clicks on a button, and on an item of the menu that it opens in a window of its own."""

    def find_menu():
        found = x("search", "--onlyvisible", "--pid", editor.process.pid).split()
        return next((other for other in found if other != xid), None)

    xid = editor.get_xid(window.name)
    click(editor, window, "push button", button)
    menu = until("a menu", find_menu)
    left, top, _, _ = locate(window, "menu", "GtkPopoverMenu")
    item = locate(window, "menu item", name)
    place = item[0] - left + item[2] // 2, item[1] - top + item[3] // 2
    x("mousemove", "--window", menu, *place, "click", 1)


def write_there(editor, window, text):
    """Writes TEXT where a new one waits, and clicks on the title of the map."""
    until(f"a place for {text}", lambda: get_empty_text(window))
    x("type", "--delay", "4", text)
    click(editor, window, "heading", "The journey of …")
    until("the end of writing", lambda: find_focused_text(window) is None)


def drag(editor, window, start, end, across, down):
    """Drags the middle of START to a part of END, as a hand does: not all at once."""
    point(editor, window, start, 0.5, 0.5)
    x("mousedown", 1)
    for part in (0.1, 0.5, 1):
        middle = start[0] + start[2] / 2, start[1] + start[3] / 2
        goal = end[0] + across * end[2], end[1] + down * end[3]
        now = [round(m + part * (g - m)) for m, g in zip(middle, goal)]
        point(editor, window, (*now, 0, 0), 0, 0)
    x("mouseup", 1)


def with_mouse(case):
    """Everything but the words."""
    editor = case.start()
    window = until("a window", lambda: next(iter(editor.windows()), None))
    x("windowsize", editor.get_xid(), 1400, 1000, "windowfocus", editor.get_xid())
    click(editor, window, "table cell", "Customer journey")
    editor.window("Customer journey")
    click(editor, window, "push button", "Fit")
    # The signs are at the end of a stage, in the middle of an empty cell and below a card.
    click(editor, window, "filler", "Stay", 0.95, 0.6)
    write_there(editor, window, "After")
    click(editor, window, "table cell", "The first step: what happens?")
    write_there(editor, window, "Remembers")
    click(editor, window, "table cell", "Does, step Remembers")
    write_there(editor, window, "Looks at photos")
    click(editor, window, "list item", "Does, step Remembers: Looks at photos", 0.5, 1.1)
    write_there(editor, window, "Tells friends")
    drag(
        editor,
        window,
        locate(window, "list item", "Does, step Remembers: Tells friends"),
        locate(window, "list item", "Does, step Remembers: Looks at photos"),
        0.5,
        0.1,
    )
    click(editor, window, "table cell", "Feels, step Remembers", 0.5, 0.3)
    pick(editor, window, "Main Menu", "Save")
    editor.choose("Save As", case.path("pointed.jalon"))
    editor.shows(window, "saved")
    assert 0.5 <= get_score(case.path("pointed.jalon")) <= 1.5
    editor.quit()


TESTS = [
    ("draws a journey with a screen reader", with_screen_reader),
    ("draws a journey with the keyboard", with_keys),
    ("draws a journey with the mouse", with_mouse),
]

if __name__ == "__main__":
    sys.exit(run(TESTS, *sys.argv[1:]))
