#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Another program from which something has been copied.

Each line that it reads is a kind of content and a text, in JSON; it answers with an empty line.
"""

import json
import os
import subprocess
import sys

PICTURE = os.path.join(os.path.dirname(__file__), "../../resources/pictures/persona.png")


class Paster:
    """The program, as seen by who has it copy."""

    def __init__(self):
        self.process = subprocess.Popen(
            (sys.executable, __file__),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def offer(self, kind, text):
        """Has TEXT copied, or a picture if KIND says so."""
        self.process.stdin.write(json.dumps([kind, text]) + "\n")
        self.process.stdin.flush()
        self.process.stdout.readline()

    def end(self):
        self.process.kill()
        self.process.communicate()


def main():
    import gi  # pylint: disable=import-outside-toplevel

    gi.require_version("Gdk", "4.0")
    gi.require_version("Gtk", "4.0")
    from gi.repository import Gdk, GLib, Gtk  # pylint: disable=import-outside-toplevel

    Gtk.init()
    clipboard = Gdk.Display.get_default().get_clipboard()

    def offer(*_):
        kind, text = json.loads(sys.stdin.readline())
        content = text.encode()
        if kind.startswith("image/"):
            with open(PICTURE, "rb") as file:
                content = file.read()
        provider = Gdk.ContentProvider.new_for_bytes(kind, GLib.Bytes.new(content))
        clipboard.set_content(provider)
        print(flush=True)
        return True

    GLib.io_add_watch(0, GLib.PRIORITY_DEFAULT, GLib.IOCondition.IN, offer)
    GLib.MainLoop().run()


if __name__ == "__main__":
    main()
