#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""One run of user.py, on a display and a bus of its own.

Usage: user_session.py JALON SAMPLES FOLDER LOG

The first line of LOG says how; the events are the other lines, or they are made and written there.
What differs from what it was is left in FOLDER, with the verdict.
"""

import collections
import contextlib
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "../app"))

from gi.repository import Atspi  # noqa: E402  pylint: disable=wrong-import-position

import editor  # noqa: E402  pylint: disable=wrong-import-position
from editor import DisplayError, read, until, x  # noqa: E402  pylint: disable=wrong-import-position
from screen import find_focused_text  # noqa: E402  pylint: disable=wrong-import-position
from user_events import Hands, make_events  # noqa: E402  pylint: disable=wrong-import-position
from user_paster import Paster  # noqa: E402  pylint: disable=wrong-import-position

# With sanitizers, on a busy machine.
editor.WAIT = 60
Atspi.set_timeout(60000, 60000)

# Faults of GTK 4.8.3 itself, by what it says. Nothing comes of these:
OF_GTK = {
    # gtkmain.c:1498, when a window comes or goes under a pressed button
    "active state": r"Broken accounting of active state for widget 0x[0-9a-f]+\(\w+\)",
    # gtktext.c:6564, when something is selected while the cursor blinks
    "blinking": r"GtkText - unexpected blinking selection\. Removing",
    # gtklistbase.c:213, when the wheel turns between a change of the list and its layout
    "list": r"Gtk(List|Column)View failed to scroll to given position\. Ignoring\.\.\.",
}

# What ends the program here, where nothing of ours is below but main()
ENDED_BY_GTK = {
    # gtktooltip.c, when a window goes before its tooltip has come
    "tooltip": r"gdk_surface_get_device_position: assertion 'GDK_IS_SURFACE \(surface\)' failed",
    # gdksurface.c:267, when the menu of a text points to where its cursor is beyond the screen
    "menu": r"gdk_monitor_get_geometry: assertion 'GDK_IS_MONITOR \(monitor\)' failed",
}
HEAD = r"\(jalon:\d+\): \w+-(WARNING|CRITICAL) \*\*: [\d:.]+: "
FRAME_OF_OURS = r" in \w+ \.\./(?!app/main\.c:)"

FILES = ("holiday-rentals.jalon", "paniers-de-saison.jalon")


def get_id(data):
    """Returns by what a project is known."""
    return re.search(rb'<project [^>]*?\bid="([^"]*)"', data)[1]


class Fault(Exception):
    """What should not be."""


class Session:
    """Somebody at the program."""

    def __init__(self, program, samples, home, options):
        self.program = program
        self.home = home
        self.options = options
        self.paster = Paster()
        self.hands = Hands(options["size"], self.paster)
        self.editor = None
        self.files = []
        self.originals = {}
        self.saved = 0
        self.of_gtk = collections.Counter()
        if options["start"] == "sample":
            for name in FILES[: options["windows"]]:
                self.files.append(shutil.copy(os.path.join(samples, name), home))

    def start(self):
        """Starts the program, which may have been left before."""
        self.originals = {get_id(read(file)): read(file) for file in self.files}
        self.editor = editor.Editor(self.program, self.home, *self.files)
        count = max(len(self.files), 1)
        until("the windows", lambda: len(self.find_xids()) >= count)
        for xid in self.find_xids():
            x("windowsize", xid, *self.options["size"])
        time.sleep(1)
        self.hands.editor = self.editor
        self.hands.windows = self.editor.windows()

    def find_xids(self):
        found = subprocess.run(
            ("xdotool", "search", "--onlyvisible", "--pid", str(self.editor.process.pid))
            + ("--name", "."),
            capture_output=True,
            text=True,
            check=False,
        )
        return found.stdout.split()

    def runs(self):
        return self.editor.process.poll() is None

    def listen(self):
        """Returns what the program has said, but for the faults of GTK, which are counted."""
        errors = self.editor.errors.fileno()
        # Without moving to where the program writes next
        said = os.pread(errors, os.fstat(errors).st_size, 0).decode(errors="replace")
        for name, pattern in OF_GTK.items():
            said, self.of_gtk[name] = re.subn(HEAD + pattern + r"\n", "", said)
        return said.strip()

    def is_ended_by_gtk(self):
        """Tells whether the program has ended by a fault of GTK."""
        said = self.listen()
        for name, pattern in ENDED_BY_GTK.items():
            if re.match(HEAD + pattern, said) and not re.search(FRAME_OF_OURS, said):
                self.of_gtk[f"the end, {name}"] = 1
                return True
        return False

    def stop(self):
        """Has the program say where it is, if it runs."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.editor.process.wait(5)
        if self.runs():
            self.editor.process.send_signal(signal.SIGABRT)
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.editor.process.wait(60)

    def complain(self):
        """Ends the run if something has gone wrong."""
        if said := self.listen():
            self.stop()
            raise Fault(self.listen())
        if not self.runs() and self.editor.process.returncode != 0:
            raise Fault(f"ended with {self.editor.process.returncode}")

    def answers(self):
        """Tells whether the program has done what it was told so far, or has ended."""
        with contextlib.suppress(Exception):
            return not self.runs() or bool(self.editor.application.toolkitName)
        return False

    def do(self, event):
        """Does one event; what it was meant for may be gone by then."""
        name, *arguments = event
        if name == "raise":
            self.raise_other()
            return
        try:
            getattr(self.hands, name)(*arguments)
        except (DisplayError, ProcessLookupError):
            self.hands.let_go()

    def raise_other(self):
        """Brings the lowest window up, as long as nothing asks to be answered first."""
        xids = self.find_xids()
        if len(xids) == len(self.hands.windows):
            x("windowraise", xids[0])

    def play(self, events):
        self.start()
        for event in events:
            if not self.runs():
                self.start()
            self.do(event)
            until("an answer", self.answers)
            self.complain()

    def can(self, window, action):
        """Tells whether a window can do something now, which changes while it is asked."""
        with contextlib.suppress(Exception):
            actions = window.queryAction()
            return action in [actions.getName(i) for i in range(actions.nActions)]
        return self.runs() and self.can(window, action)

    def act(self, window, action):
        return self.can(window, action) and self.editor.act(window, action)

    def get_projects(self):
        """Closes what lies over the windows, and returns those that have a project."""
        for _ in range(5):
            self.hands.keys("Escape")
            time.sleep(0.3)
        windows = self.editor.windows()
        for window in windows:
            if not self.can(window, "win.open"):
                self.act(window, "window.close")
                time.sleep(0.3)
        return [w for w in self.editor.windows() if self.can(w, "win.project")]

    def save(self, window):
        """Saves into a new file, and returns what is in it."""
        self.saved += 1
        path = os.path.join(self.home, f"state-{self.saved}.jalon")
        known = len(self.editor.windows())
        assert self.act(window, "win.save-as"), "saving is not possible"
        until("a dialog", lambda: len(self.editor.windows()) > known)
        time.sleep(1)
        dialog = self.editor.windows()[-1]
        self.hands.get_top()
        entry = until("an entry", lambda: find_focused_text(dialog))
        assert entry.queryEditableText().setTextContents(path)
        self.hands.keys("Return")
        until(path, lambda: os.path.exists(path))
        until("the end of the dialog", lambda: len(self.editor.windows()) == known)
        return read(path)

    def exhaust(self, window, action):
        """Does ACTION until there is nothing to do; returns how often that was."""
        count = 0
        while self.act(window, action):
            count += 1
            until("an answer", self.answers)
        return count

    def compare(self, what, window, wanted, folder):
        """Saves WINDOW, and says what is there if it is not WANTED."""
        found = self.save(window)
        if found == wanted:
            return []
        for name, data in (("wanted", wanted), ("found", found)):
            editor.write(os.path.join(folder, f"{what}-{name}.jalon"), data)
        return [f"another file, {what}"]

    def check(self, window, folder):
        """Undoes everything, does it again and undoes it: the files are what they were."""
        if not self.can(window, "win.save-as"):
            self.act(window, "win.only-read")
        before = self.save(window)
        count = self.exhaust(window, "win.undo")
        undone = self.originals.get(get_id(before)) or self.save(window)
        faults = self.compare("undone", window, undone, folder)
        for _ in range(count):
            self.act(window, "win.redo")
        faults += self.compare("redone", window, before, folder)
        self.exhaust(window, "win.undo")
        faults += self.compare("undone again", window, undone, folder)
        return count, faults

    def leave(self):
        for window in self.editor.windows():
            self.act(window, "window.close")
        until("the end", lambda: not self.runs())
        self.complain()

    def finish(self, folder):
        """Returns a verdict."""
        if not self.runs():
            return "left in the end"
        steps, faults = 0, []
        projects = self.get_projects()
        assert projects or not self.files, "no project"
        for window in projects:
            count, found = self.check(window, folder)
            steps += count
            faults += found
        self.leave()
        if faults:
            raise Fault("; ".join(faults))
        return f"{steps} steps undone, done again and undone"

    def end(self):
        """Ends what is left."""
        self.paster.end()
        if self.editor is not None:
            self.editor.kill()

    def try_out(self, events, folder):
        """Returns a verdict, and whether it is good."""
        try:
            self.play(events)
            return self.finish(folder), True
        except Fault as fault:
            is_good = self.is_ended_by_gtk()
            return "ended by GTK" if is_good else str(fault), is_good
        except Exception as problem:  # pylint: disable=broad-except
            traceback.print_exc()
            if self.editor is None:
                return str(problem), False
            shown = self.editor.describe()
            self.stop()
            return f"{problem}\n{shown}{self.listen()}", False


def log_events(events, log):
    """Yields EVENTS, each written down before it is done."""
    for event in events:
        print(json.dumps(event), file=log, flush=True)
        yield event


def main():
    program, samples, folder, path = sys.argv[1:]
    with open(path, "r+", encoding="utf-8") as log:
        options, *events = map(json.loads, log)
        if not events:
            events = log_events(
                make_events(random.Random(options["seed"]), options["events"]), log
            )
        holder = subprocess.Popen(("xdotool", "sleep", "100000"))
        with tempfile.TemporaryDirectory() as home:
            session = Session(program, samples, os.path.realpath(home), options)
            verdict, is_good = session.try_out(events, folder)
            session.end()
        holder.kill()
        holder.wait()
    counts = [f"GTK, {name}: {count}" for name, count in session.of_gtk.items() if count > 0]
    with open(os.path.join(folder, "verdict"), "w", encoding="utf-8") as file:
        file.writelines(line + "\n" for line in (verdict, *counts))
    sys.exit(not is_good)


if __name__ == "__main__":
    main()
