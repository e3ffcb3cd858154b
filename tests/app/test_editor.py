#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The built editor, used as people do: keys and mouse by xdotool, what it saves by its XML.

Usage: test_editor.py JALON SAMPLE
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ET

from editor import CHILD, NS, WAIT, read, until, x


class Editor:
    """A running editor with a file open in a home of its own."""

    def __init__(self, program, file):
        self.errors = tempfile.TemporaryFile(mode="w+")
        env = dict(CHILD, HOME=os.environ["HOME"])
        self.process = subprocess.Popen((program, file), stderr=self.errors, env=env)
        self.window = until("a window", self.find_window)
        x("windowsize", "--sync", self.window, 1500, 950)
        x("windowmove", self.window, 0, 0)
        x("windowfocus", "--sync", self.window)
        time.sleep(1)

    def find_window(self):
        found = subprocess.run(
            ("xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid), "--name", "."),
            capture_output=True,
            text=True,
            check=False,
        ).stdout.split()
        return found[-1] if found else None

    def keys(self, *names):
        for name in names:
            x("key", name)
            time.sleep(0.1)

    def type(self, text):
        x("type", "--delay", "10", text)
        time.sleep(0.2)

    def quit(self):
        """Closes the window and returns what came on standard error."""
        self.keys("ctrl+q")
        try:
            self.process.wait(WAIT)
        finally:
            self.process.kill()
            self.process.wait()
        self.errors.seek(0)
        return self.errors.read()


def texts(file):
    """Returns the texts of the cards in FILE."""
    return [card.text for card in ET.parse(file).iter(NS + "card")]


def write_cards(editor, file):
    """Past phase, stage and step to the first card; writes over it, and two new ones below."""
    editor.keys("Home", "Down", "Down", "Down", "Down")
    before = texts(file)
    editor.keys("Return", "ctrl+a")
    editor.type("Written by hand")
    editor.keys("Return")
    editor.type("A second one")
    editor.keys("Return", "Escape", "ctrl+s")
    until("the cards in the file", lambda: "Written by hand" in texts(file))
    after = texts(file)
    assert "A second one" in after, after
    assert len(after) == len(before) + 1, (len(before), len(after))


def undo_all(editor, file, original):
    """Undo takes each step back, and saving gives the file that was opened, byte for byte."""
    editor.keys("ctrl+z", "ctrl+z", "ctrl+s")
    until("the old file", lambda: read(file) == original)


def delete_and_undo(editor, file, original):
    editor.keys("Delete", "ctrl+s")
    until("another file", lambda: read(file) != original)
    editor.keys("ctrl+z", "ctrl+s")
    until("the old file again", lambda: read(file) == original)


def main():
    program, sample = sys.argv[1:]
    failed = 0
    with tempfile.TemporaryDirectory() as home:
        file = os.path.join(home, "project.jalon")
        shutil.copy(sample, file)
        os.environ["HOME"] = home
        original = read(file)
        editor = Editor(program, file)
        steps = [
            ("writes cards with the keyboard", lambda: write_cards(editor, file)),
            ("undoes to the byte", lambda: undo_all(editor, file, original)),
            ("deletes and brings back", lambda: delete_and_undo(editor, file, original)),
        ]
        for number, (name, step) in enumerate(steps, 1):
            try:
                step()
                print(f"ok {number} - {name}", flush=True)
            except AssertionError as problem:
                failed += 1
                print(f"not ok {number} - {name}", flush=True)
                print(problem, file=sys.stderr)
        noise = editor.quit()
        ok = noise == "" and editor.process.returncode == 0
        failed += not ok
        print(f"{'ok' if ok else 'not ok'} {len(steps) + 1} - says nothing and ends well")
        print(noise, end="", file=sys.stderr)
        print(f"1..{len(steps) + 1}")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
