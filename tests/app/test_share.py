#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two people at one file in built editors: both save, and nothing is lost.

Usage: test_share.py JALON SAMPLES JALON-CLI [NAME]
"""

import os
import sys

from editor import count_maps, press, read, run, until, words, write

TITLE = "House by the sea"
N_MAPS = 16
ROUNDS = 3


def says(window, *parts):
    """Waits until WINDOW says something with all PARTS in it."""
    until(f"{parts}", lambda: any(all(p in w for p in parts) for w in words(window, ())))


def start_both(case):
    """Starts two editors with the file, as on two computers."""
    editors = [case.start(case.file), case.start_elsewhere(case.file)]
    windows = [editor.window(TITLE) for editor in editors]
    for editor, window in zip(editors, windows):
        editor.shows(window, "saved")
    return editors, windows


def lock_note(case, place=""):
    return case.path(f".~lock.project.jalon#{place}")


def take_turns(case):
    """Both change the project, and then save one after the other."""
    editors, windows = start_both(case)
    for i in range(ROUNDS):
        for editor, window in zip(editors, windows):
            editor.change(window)
        order = (0, 1) if i % 2 == 0 else (1, 0)
        for k in order:
            editors[k].keys("ctrl+s")
            editors[k].shows(windows[k], "saved")
        last = read(case.file)
        assert count_maps(case.file) == N_MAPS + 2 * (i + 1)

        # The other has it too, and saves it as it is.
        first = order[0]
        until("the other's", lambda: count_added(editors[first], windows[first]) > i)
        editors[first].keys("ctrl+s")
        editors[first].shows(windows[first], "saved")
        assert read(case.file) == last
    for editor in editors:
        editor.quit()
    assert not [n for n in os.listdir(case.folder) if n.startswith(".~")]


def find_changes(editor):
    return next((w.name for w in editor.windows() if w.name.startswith("Changes ")), None)


def list_news(editor, window):
    """Lists what came in, and returns the sentences: a toast tells of it for a moment only."""
    until("news", lambda: editor.act(window, "win.show-news"))
    title = until("changes", lambda: find_changes(editor))
    sentences = words(editor.window(title), ())
    editor.keys("Escape", to=title)
    editor.gone(title)
    return sentences


def count_added(editor, window):
    """Returns how many things others have added."""
    return sum("added" in sentence for sentence in list_news(editor, window))


def be_julia(case):
    be(case, "Julia Martin")


def be(case, name, place=""):
    """Writes the note of somebody who has the file open on another computer."""
    note = f"{name},somebody,atelier-3,22.11.2026 09:00,;7,a-start,jalon,aaaaaaaaaaaa;"
    write(lock_note(case, place), note.encode())


def tell(case):
    """Who opens a file that is open hears of it, until the other has gone."""
    first = case.start(case.file)
    first.shows(first.window(TITLE), "saved")
    until("the note", lambda: os.path.exists(lock_note(case)))
    second = case.start_elsewhere(case.file)
    window = second.window(TITLE)
    says(window, "has this project open on", "merged")
    # Not only who came second is told.
    says(first.window(TITLE), "has this project open on", "merged")
    first.quit()
    assert not os.path.exists(lock_note(case))
    second.quit()


def reload(case):
    """What somebody else has written is shown, and can be undone."""
    editor = case.start(case.file)
    window = editor.window(TITLE)
    editor.shows(window, "saved")
    write(case.file, case.original.replace(b"House by the sea", b"House in the hills"))
    window = editor.window("House in the hills")
    editor.shows(window, "saved")
    assert any("House in the hills" in sentence for sentence in list_news(editor, window))
    assert editor.act(window, "win.undo")
    editor.window(TITLE)
    editor.shows(window, "not saved")
    assert editor.act(window, "win.redo")
    window = editor.window("House in the hills")
    editor.shows(window, "saved")
    editor.quit()


def conflict(case):
    """What one deletes and another changes stays, until somebody decides."""
    editor = case.start(case.file)
    window = editor.window(TITLE)
    editor.shows(window, "saved")
    assert editor.act(window, "win.delete-map")
    editor.shows(window, "not saved")
    title = b'title="Renting a house by the sea"'
    assert case.original.count(title) == 1
    write(case.file, case.original.replace(title, b'title="Renting it"'))
    dialog = editor.window("Changes of Others")
    says(dialog, "Deleted")
    says(dialog, "Mine")
    # All that went with the map is back, just as it is in the file.
    editor.shows(window, "saved")
    editor.keys("Escape", to="Changes of Others")
    editor.gone("Changes of Others")
    assert count_maps(case.file) == N_MAPS
    assert b'"Renting it"' in read(case.file)
    editor.quit()


def told_name(case):
    """Whose changes they are is said where the note tells it."""
    be_julia(case)
    editor = case.start(case.file)
    window = editor.window(TITLE)
    says(window, "Julia Martin has this project open on atelier-3")
    write(case.file, case.original.replace(b"House by the sea", b"House in the hills"))
    until("news", lambda: editor.act(window, "win.show-news"))
    dialog = editor.window("Changes from Julia Martin")
    says(dialog, "Julia Martin, ")
    says(dialog, "House in the hills")
    editor.keys("Escape", to="Changes from Julia Martin")
    editor.gone("Changes from Julia Martin")
    editor.quit()
    assert os.path.exists(lock_note(case))


def several(case):
    """Of several the first two are told by name, and it is never said that there are two."""
    be_julia(case)
    be(case, "Tom Ash", "2")
    editor = case.start(case.file)
    window = editor.window(TITLE)
    says(window, "Julia Martin and Tom Ash have this project open. All of you can work on it")
    be(case, "Awa Diop", "4")
    says(window, "Julia Martin, Tom Ash and 1 other have this project open.")
    os.unlink(lock_note(case, "4"))
    os.unlink(lock_note(case, "2"))
    says(window, "Julia Martin has this project open on atelier-3", "You can both work on it")
    editor.quit()


def only_read(case):
    """Who only reads a file sees what others save, and can change nothing until asked to."""
    be_julia(case)
    editor = case.start(case.file)
    window = editor.window(TITLE)
    says(window, "You can both work on it")
    press(window, "Read Only")
    editor.shows(window, "read-only")
    says(window, "Julia Martin", "You only read it")
    assert not editor.act(window, "win.duplicate-map")
    editor.keys("ctrl+s", "Delete", "x", "ctrl+z")
    write(case.file, case.original.replace(b"House by the sea", b"House in the hills"))
    window = editor.window("House in the hills")
    editor.shows(window, "read-only")
    assert not editor.act(window, "win.undo")
    press(window, "Edit")
    editor.shows(window, "saved")
    editor.change(window)
    assert not editor.act(window, "win.only-read")
    editor.keys("ctrl+s")
    editor.shows(window, "saved")
    assert count_maps(case.file) == N_MAPS + 1
    editor.quit()


def own_copy(case):
    """Who works on a copy leaves the file to the other."""
    be_julia(case)
    editor = case.start(case.file)
    window = editor.window(TITLE)
    press(window, "Work on a Copy…")
    until("a name", lambda: editor.get_entry("Work on a Copy") == "project (copy).jalon")
    editor.choose("Work on a Copy", case.path("mine.jalon"))
    until("the copy", lambda: os.path.exists(case.path("mine.jalon")))
    until("its note", lambda: os.path.exists(case.path(".~lock.mine.jalon#")))
    editor.change(window)
    editor.keys("ctrl+s")
    editor.shows(window, "saved")
    assert read(case.file) == case.original
    assert count_maps(case.path("mine.jalon")) == N_MAPS + 1
    editor.quit()
    assert b"Julia" in read(lock_note(case))


def copies(case):
    """A copy that Nextcloud has left is merged, and can go."""
    name = "project (conflicted copy Julia 2026-11-20 101112).jalon"
    more = b'  <persona id="aaaaaaaaaaaa" name="Julia"/>\n</project>'
    write(case.path(name), case.original.replace(b"</project>", more))
    editor = case.start(case.file)
    window = editor.window(TITLE)
    says(window, name, "merged")
    press(window, "Merge")
    editor.shows(window, "not saved")
    says(window, "Merged", name)
    editor.keys("ctrl+s")
    editor.shows(window, "saved")
    assert count_maps(case.file) == N_MAPS + 1
    editor.quit()


def versions(case):
    """What was saved before is kept, compared and brought back."""
    editor = case.start(case.file)
    window = editor.window(TITLE)
    editor.change(window)
    editor.keys("ctrl+s")
    editor.shows(window, "saved")
    assert editor.act(window, "win.versions")
    dialog = editor.window("Versions")
    says(dialog, "Open a Copy")
    # Keys reach what has changed, over the list.
    editor.keys("Return", to="Versions")
    changes = until("changes", lambda: find_changes(editor))
    editor.keys("Escape", to=changes)
    editor.gone(changes)
    editor.keys("Return", to="Versions")
    press(editor.window(until("changes", lambda: find_changes(editor))), "Restore")
    editor.shows(window, "not saved")
    editor.keys("Escape", to="Versions")
    editor.gone("Versions")
    editor.keys("ctrl+s")
    editor.shows(window, "saved")
    assert read(case.file) == case.original
    editor.quit()


def kept(case):
    """Returns the projects that are kept for a restart."""
    folder = case.path("state/jalon/recovery")
    return [n for n in os.listdir(folder) if n.endswith(".jalon")] if os.path.isdir(folder) else []


def recover(case):
    """Somebody else writes the file while the program lies dead: both are in it then."""
    editor = case.start(case.file)
    window = editor.window(TITLE)
    editor.shows(window, "saved")
    editor.change(window)
    until("what is kept", lambda: kept(case))
    editor.kill()
    write(case.file, case.original.replace(b"House by the sea", b"House in the hills"))

    editor = case.start()
    press(editor.window("Recover Unsaved Changes?"), "Compare")
    dialog = editor.window("Unsaved Changes")
    until("what was changed", lambda: len(words(dialog, ())) > 1)
    assert not any("House in the hills" in word for word in words(dialog, ()))
    editor.keys("Escape", to="Unsaved Changes")
    press(editor.window("Recover Unsaved Changes?"), "Open Recovered")
    window = editor.window("House in the hills")
    editor.shows(window, "not saved")
    editor.keys("ctrl+s", to="House in the hills")
    editor.shows(window, "saved")
    assert count_maps(case.file) == N_MAPS + 1
    assert b"House in the hills" in read(case.file)
    assert kept(case) == []
    editor.quit()


TESTS = [
    ("tells who has the file open", tell),
    ("shows what others have written", reload),
    ("merges what two save in turns", take_turns),
    ("says whose changes they are", told_name),
    ("says who several are", several),
    ("lets people only read", only_read),
    ("lets people work on a copy", own_copy),
    ("lets people decide", conflict),
    ("merges copies", copies),
    ("keeps versions", versions),
    ("merges what was recovered", recover),
]

if __name__ == "__main__":
    sys.exit(run(TESTS, *sys.argv[1:]))
