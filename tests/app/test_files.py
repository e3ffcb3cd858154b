#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files in the built editor: opened, saved, and what is asked before something would be lost.

Usage: test_files.py JALON SAMPLES DRAG-SOURCE [NAME]
"""

import os
import select
import sys

from editor import count_maps, is_there, press, read, run, until, walk, words, write, x

TITLE = "House by the sea"
OTHER = "Batik Larasati"


def start(case):
    """Starts with the sample, and returns the editor and its window."""
    editor = case.start(case.file)
    window = editor.window(TITLE)
    editor.shows(window, "saved")
    return editor, window


def start_changed(case):
    editor, window = start(case)
    editor.change(window)
    return editor, window


def says(window, *parts):
    """Waits until WINDOW says something with all PARTS in it."""
    until(f"{parts}", lambda: any(all(p in w for p in parts) for w in words(window, ())))


def save_as(case):
    editor, window = start_changed(case)
    editor.keys("ctrl+shift+s")
    editor.choose("Save As", case.path("first.jalon"))
    editor.shows(window, "saved")
    assert count_maps(case.path("first.jalon")) == count_maps(case.file) + 1
    assert read(case.file) == case.original

    # What comes now goes there too.
    editor.change(window)
    editor.keys("ctrl+s")
    editor.shows(window, "saved")
    assert count_maps(case.path("first.jalon")) == count_maps(case.file) + 2
    editor.quit()


def save_as_without_ending(case):
    editor, window = start_changed(case)
    editor.keys("ctrl+shift+s")
    editor.choose("Save As", case.path("second"))
    editor.shows(window, "saved")
    assert count_maps(case.path("second.jalon")) == count_maps(case.file) + 1
    assert not os.path.exists(case.path("second"))
    editor.quit()


def save_as_refused(case):
    editor, window = start_changed(case)
    locked = case.locked_folder()
    editor.keys("ctrl+shift+s")
    editor.choose("Save As", os.path.join(locked, "third.jalon"))
    dialog = editor.window("Could Not Save the Project")
    says(dialog, "third.jalon", "Permission denied")
    press(dialog, "Close")
    editor.gone("Could Not Save the Project")
    editor.shows(window, "not saved")
    assert os.listdir(locked) == []

    # The project is still that of the first file.
    editor.keys("ctrl+s")
    editor.shows(window, "saved")
    assert count_maps(case.file) == 16 + 1
    editor.quit()


def close_cancel(case):
    editor, window = start_changed(case)
    editor.keys("ctrl+w")
    press(editor.window("Save Changes?"), "Cancel")
    editor.gone("Save Changes?")
    editor.shows(window, "not saved")
    assert read(case.file) == case.original
    editor.keys("ctrl+s")
    editor.shows(window, "saved")
    editor.quit()


def close_discard(case):
    editor, _window = start_changed(case)
    editor.keys("ctrl+w")
    press(editor.window("Save Changes?"), "Discard")
    editor.ends()
    assert read(case.file) == case.original


def close_save(case):
    editor, _window = start_changed(case)
    editor.keys("ctrl+q")
    press(editor.window("Save Changes?"), "Save")
    editor.ends()
    assert count_maps(case.file) == 16 + 1


def close_new(case):
    """A project that has no file yet: Save asks for one, and the window goes when it is written."""
    editor = case.start()
    window = editor.window("Jalon")
    until("templates", lambda: any(c.name == "Persona" for c in walk(window, ())))
    editor.keys("Return")
    title = "Experience workshop"
    window = editor.window(title)
    editor.shows(window, "new")
    editor.change(window)
    editor.keys("ctrl+q")
    press(editor.window("Save Changes?"), "Save")
    editor.choose("Save As", case.path("new.jalon"))
    editor.ends()
    assert count_maps(case.path("new.jalon")) > 0


def close_save_refused(case):
    """What cannot be saved is not closed, and closing is not remembered."""
    editor, window = start_changed(case)
    os.chmod(os.path.dirname(case.file), 0o500)
    editor.keys("ctrl+w")
    press(editor.window("Save Changes?"), "Save")
    dialog = editor.window("Could Not Save the Project")
    says(dialog, "project.jalon")
    press(dialog, "Close")
    editor.gone("Could Not Save the Project")
    editor.shows(window, "not saved")
    assert read(case.file) == case.original

    os.chmod(os.path.dirname(case.file), 0o700)
    editor.keys("ctrl+s")
    editor.shows(window, "saved")
    editor.quit()


def open_over_changes(case):
    """Another file comes in a window of its own."""
    editor, window = start_changed(case)
    other = case.copy("batik-larasati.jalon", "other.jalon")
    editor.keys("ctrl+o")
    editor.choose("Open", other)
    editor.shows(editor.window(OTHER), "saved")
    editor.shows(window, "not saved")

    # The same file again is no third.
    editor.keys("ctrl+o", to=OTHER)
    editor.choose("Open", other)
    assert len(editor.windows()) == 2, editor.windows()
    editor.keys("ctrl+q", to=OTHER)
    press(editor.window("Save Changes?"), "Discard")
    editor.ends()


def start_changed_twice(case):
    """Starts with changes, while somebody else has written the file, and saves."""
    editor, window = start_changed(case)
    theirs = read(case.copy("batik-larasati.jalon", "project.jalon"))
    editor.keys("ctrl+s")
    dialog = editor.window("The File Has Changed")
    says(dialog, "project.jalon")
    assert read(case.file) == theirs
    return editor, window, dialog, theirs


def changed_cancel(case):
    editor, window, dialog, theirs = start_changed_twice(case)
    press(dialog, "Cancel")
    editor.gone(dialog.name)
    editor.shows(window, "not saved")

    # Nor is it written when the window is closed.
    editor.keys("ctrl+w")
    press(editor.window("Save Changes?"), "Save")
    press(editor.window("The File Has Changed"), "Cancel")
    editor.gone("The File Has Changed")
    editor.shows(window, "not saved")
    assert read(case.file) == theirs
    editor.keys("ctrl+w")
    press(editor.window("Save Changes?"), "Discard")
    editor.ends()
    assert read(case.file) == theirs


def changed_overwrite(case):
    editor, window, dialog, theirs = start_changed_twice(case)
    press(dialog, "Overwrite")
    editor.shows(window, "saved")
    assert count_maps(case.file) == 16 + 1
    assert read(case.file + "~") == theirs
    editor.quit()


def changed_save_as(case):
    editor, window, dialog, theirs = start_changed_twice(case)
    press(dialog, "Save As…")
    editor.choose("Save As", case.path("mine.jalon"))
    editor.shows(window, "saved")
    assert read(case.file) == theirs
    assert count_maps(case.path("mine.jalon")) == 16 + 1
    editor.quit()


def newer_version(case):
    """What a newer Jalon wrote can be looked at and exported, and nothing else."""
    write(case.file, case.original.replace(b'1" version="1.0"', b'1" version="2.0"'))
    newer = read(case.file)
    editor = case.start(case.file)
    window = editor.window(TITLE)
    dialog = editor.window("The File Is Not Quite Right")
    says(dialog, "project.jalon")
    says(dialog, "newer Jalon")
    press(dialog, "Close")
    editor.gone(dialog.name)
    bar = next(c for c in walk(window) if c.name.startswith("A newer version of Jalon wrote this"))
    until("the message", lambda: is_there(bar))

    for action in ("rename-map", "duplicate-map", "delete-map", "undo", "save", "save-as"):
        assert not editor.act(window, f"win.{action}"), action
    editor.keys("Home", "Down", "Down", "Down", "Return", "Delete", "ctrl+d", "alt+Down", "a", "5")
    editor.keys("F2", "Delete", "ctrl+s", "shift+F6", "F2", "a", "Return", "Delete")
    assert editor.act(window, "win.zoom-fit")
    editor.shows(window, "read-only")
    editor.quit()
    assert read(case.file) == newer


def broken_file(case):
    """The message names file and line, and the window can be used."""
    write(case.file, case.original[:5000])
    line = case.original[:5000].count(b"\n") + 1
    editor = case.start(case.file)
    dialog = editor.window("Could Not Open the File")
    says(dialog, f"project.jalon:{line}:")
    press(dialog, "Close")
    editor.gone(dialog.name)
    assert read(case.file) == case.original[:5000]
    editor.keys("ctrl+o")
    editor.choose("Open", case.copy("batik-larasati.jalon", "other.jalon"))
    editor.shows(editor.window(OTHER), "saved")
    assert len(editor.windows()) == 1, editor.windows()
    editor.quit()


def broken_beside(case):
    """A broken file leaves the project that is open alone, and no empty window."""
    editor, window = start_changed(case)
    broken = case.path("broken.jalon")
    write(broken, b"<<<<<<< HEAD\n")
    editor.keys("ctrl+o")
    editor.choose("Open", broken)
    dialog = editor.window("Could Not Open the File")
    says(dialog, "broken.jalon:1:")
    press(dialog, "Close")
    editor.gone(dialog.name)
    until("one window", lambda: len(editor.windows()) == 1)
    editor.shows(window, "not saved")
    editor.keys("ctrl+s")
    editor.shows(window, "saved")
    editor.quit()


def import_journey(case):
    """What another program wrote becomes a new project; its file is left alone."""
    file = case.path("day.mmd")
    write(file, b"journey\n  title My day\n  Wake up: 9: Me\n  Make tea; slowly: 5: Me\n")
    journey = read(file)
    editor = case.start(file)
    dialog = editor.window("The File Is Not Quite Right")
    says(dialog, "day.mmd", "2 things")
    says(dialog, "9", "Wake up")
    says(dialog, "Line 4")
    press(dialog, "Close")
    editor.gone(dialog.name)
    window = editor.window("day")
    editor.shows(window, "new")
    editor.keys("ctrl+s")
    editor.choose("Save As", case.path("day.jalon"))
    editor.shows(window, "saved")
    assert count_maps(case.path("day.jalon")) == 2
    assert read(file) == journey

    # Beside an open project, in a window of its own.
    write(case.path("other"), b"journey\n  title Their day\n  Wake up: 1: You\n")
    editor.keys("ctrl+o")
    editor.choose("Open", case.path("other"))
    other = editor.window("other")
    says(other, "A new project was made of “other”")
    editor.shows(other, "new")
    editor.quit()


def kept(case):
    """Returns the projects that are kept for a restart."""
    folder = case.path("state/jalon/recovery")
    return [n for n in os.listdir(folder) if n.endswith(".jalon")] if os.path.isdir(folder) else []


def recover_each(case):
    """After a crash with two projects, each has an answer of its own."""
    editor, _window = start_changed(case)
    other = case.copy("batik-larasati.jalon", "other.jalon")
    editor.keys("ctrl+o")
    editor.choose("Open", other)
    editor.change(editor.window(OTHER))
    until("what is kept", lambda: len(kept(case)) == 2)
    editor.kill()

    editor = case.start()
    title = "Recover Unsaved Changes?"
    for _number in range(2):
        dialog = until("the question", lambda: editor.find_window(title))
        until("a name in it", lambda: words(dialog, ()))
        is_other = any(OTHER in w for w in words(dialog, ()))
        press(dialog, "Open Recovered" if is_other else "Discard")
        until("the answer", lambda: len(kept(case)) == 1 or editor.find_window(OTHER))
    window = editor.window(OTHER)
    editor.gone(title)
    editor.shows(window, "not saved")
    until("the end of the other", lambda: len(kept(case)) == 1)
    assert editor.find_window(TITLE) is None
    editor.keys("ctrl+s", to=OTHER)
    editor.shows(window, "saved")
    assert count_maps(other) == count_maps(case.copy("batik-larasati.jalon", "first.jalon")) + 1
    editor.quit()


def is_welcome(source):
    """Moves about over the window; tells whether what is dragged may be dropped there."""
    x("mousemove", 600, 400, "mousemove", 600, 410)
    return select.select([source.stdout], [], [], 0.1)[0]


def drop(case):
    """A file that is dragged from another program and dropped on the window."""
    editor, window = start_changed(case)
    other = case.copy("batik-larasati.jalon", "other.jalon")
    source = case.start_helper(other)
    # Beside the window, which stays so wide that nothing in it folds away.
    x("windowsize", "--sync", editor.get_xid(), 1250, 850)
    x("windowmove", "--sync", source, 1300, 100)
    x("mousemove", 1350, 150, "mousedown", 1)
    for position in ((1340, 160), (1300, 200), (1000, 300)):
        x("mousemove", *position)
    until("a welcome for it", lambda: is_welcome(case.helpers[-1]))
    x("mouseup", 1)
    editor.shows(editor.window(OTHER), "saved")
    editor.shows(window, "not saved")
    editor.keys("ctrl+q")
    press(editor.window("Save Changes?"), "Discard")
    editor.ends()


TESTS = [
    ("saves as another file", save_as),
    ("saves as a file without the ending", save_as_without_ending),
    ("says why it cannot save there", save_as_refused),
    ("closes not if cancelled", close_cancel),
    ("closes and discards", close_discard),
    ("closes and saves", close_save),
    ("closes not what cannot be saved", close_save_refused),
    ("saves a new project when it is closed", close_new),
    ("opens another file beside changes", open_over_changes),
    ("keeps what others wrote if cancelled", changed_cancel),
    ("writes over what others wrote if told to", changed_overwrite),
    ("saves elsewhere what others changed too", changed_save_as),
    ("shows what a newer version wrote", newer_version),
    ("says what is wrong with a file, and where", broken_file),
    ("leaves alone what is open beside a broken file", broken_beside),
    ("imports what another program wrote", import_journey),
    ("asks for each project after a crash", recover_each),
    ("opens what is dropped on it", drop),
]

if __name__ == "__main__":
    sys.exit(run(TESTS, *sys.argv[1:]))
