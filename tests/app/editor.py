# SPDX-License-Identifier: GPL-3.0-or-later
"""The built editor, run and used as people do.

Keys and mouse come from xdotool. What the windows show, and which buttons they have, is read as a
screen reader does, over AT-SPI. There is no window manager: who gets the keys is said with each.
"""

import contextlib
import ctypes
import os
import subprocess
import sys
import tempfile
import time
import traceback
import xml.etree.ElementTree as ET

# What AT-SPI says of an application that is not there any more must not end the test.
CHILD = dict(os.environ)
# In GTK 4.8, telling AT-SPI of actions leaks; the tests of widgets look for leaks of ours.
if "ASAN_OPTIONS" in CHILD:
    CHILD["ASAN_OPTIONS"] += ":detect_leaks=0"
os.environ.pop("G_DEBUG", None)

import pyatspi  # noqa: E402  pylint: disable=wrong-import-position
from gi.repository import Gio  # noqa: E402  pylint: disable=wrong-import-position

NS = "{urn:jalon:project:1}"
MAPS = ("persona", "empathy-map", "stakeholder-map", "journey", "register")
WAIT = 20

# Much to read, and nothing that these tests ask for.
PASSED = ("table", "label", "list", "push button", "JalonWelcome", "JalonSidebar", "JalonInspector")

PR_CAPBSET_DROP = 24
CAP_DAC_OVERRIDE = 1
CAP_DAC_READ_SEARCH = 2


class DisplayError(AssertionError):
    """The display did not do what xdotool asked for, as with a window that is gone."""


def x(*arguments):
    """Runs xdotool and returns what it prints."""
    done = subprocess.run(
        ("xdotool", *map(str, arguments)), check=False, capture_output=True, text=True
    )
    if done.returncode != 0:
        raise DisplayError(arguments, done.returncode, done.stderr)
    return done.stdout.strip()


def until(what, condition):
    """Waits until CONDITION returns something true, and returns that."""
    end = time.monotonic() + WAIT
    while time.monotonic() < end:
        if value := condition():
            return value
        time.sleep(0.02)
    raise AssertionError(f"waited in vain for {what}")


def read(file):
    with open(file, "rb") as stream:
        return stream.read()


def write(file, data):
    with open(file, "wb") as stream:
        stream.write(data)


def count_maps(file):
    """Returns the number of maps in FILE, 0 if there is none."""
    if not os.path.exists(file):
        return 0
    return sum(child.tag.removeprefix(NS) in MAPS for child in ET.parse(file).getroot())


def obey_permissions():
    """Lets permissions count for a program started by root, too; others cannot do this."""
    libc = ctypes.CDLL(None)
    libc.prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, 0, 0, 0)
    libc.prctl(PR_CAPBSET_DROP, CAP_DAC_READ_SEARCH, 0, 0, 0)


def walk(accessible, passed=PASSED):
    """Yields what is in ACCESSIBLE, but not what is on the canvas or in the panes beside it."""
    for child in accessible:
        if child is not None:
            yield child
            if child.getRoleName() not in passed and child.name not in passed:
                yield from walk(child, passed)


def is_there(accessible):
    """Tells whether it has a place in its window, and is not folded away."""
    extents = accessible.queryComponent().getExtents(pyatspi.WINDOW_COORDS)
    return extents.width > 0 and extents.height > 0


def find(window, role, name):
    """Returns what has ROLE and NAME in WINDOW, or None. WINDOW may be going away."""
    with contextlib.suppress(Exception):
        for child in walk(window):
            # With a mnemonic, a name stands twice: "_Save Save".
            if child.getRoleName() == role and f" {child.name}".endswith(f" {name}"):
                return child
    return None


def words(window, passed=PASSED):
    """Returns what WINDOW says in labels."""
    with contextlib.suppress(Exception):
        return [c.name for c in walk(window, passed) if c.getRoleName() == "label"]
    return []


def focused_text(window):
    """Returns the text of the entry that has the focus in WINDOW, None if there is none."""
    with contextlib.suppress(Exception):
        for child in walk(window):
            if child.getRoleName() == "text" and child.getState().contains(pyatspi.STATE_FOCUSED):
                text = child.queryText()
                return text.getText(0, text.characterCount)
    return None


def press(window, name):
    """Presses a button."""
    button = until(f"a button {name}", lambda: find(window, "push button", name))
    assert button.queryAction().doAction(0), name


def find_xid(pid, title=None):
    """Returns the number by which the display knows a window of PID with this title, or None.

    Without a title, any window will do.
    """
    name = "." if title is None else "^" + title.replace("?", "[?]") + "$"
    found = subprocess.run(
        ("xdotool", "search", "--all", "--onlyvisible", "--pid", str(pid), "--name", name),
        capture_output=True,
        text=True,
        check=False,
    ).stdout.split()
    return found[-1] if found else None


def find_accessibility_bus():
    """Returns where programs tell what they show, for those that are on another bus."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    answer = bus.call_sync(
        *("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress"),
        *(None, None, Gio.DBusCallFlags.NONE, -1, None),
    )
    return answer.unpack()[0]


class Editor:
    """A running editor in a home of its own, which is also where its files are."""

    def __init__(self, program, home, *files, bus=None):
        self.home = home
        self.errors = tempfile.TemporaryFile(mode="w+")
        env = dict(CHILD, HOME=home)
        for kind in ("CONFIG", "DATA", "STATE", "CACHE"):
            env[f"XDG_{kind}_HOME"] = os.path.join(home, kind.lower())
        if bus is not None:
            env["AT_SPI_BUS_ADDRESS"] = find_accessibility_bus()
            env["DBUS_SESSION_BUS_ADDRESS"] = bus
        self.process = subprocess.Popen(
            (program, *files), stderr=self.errors, env=env, preexec_fn=obey_permissions
        )
        self.application = until("the program", self.find_application)
        until("a window", self.windows)

    def find_application(self):
        """Returns the program among all that a screen reader knows, once it has a window."""
        if not self.find_xid():
            return None
        for application in pyatspi.Registry.getDesktop(0):
            with contextlib.suppress(Exception):
                if application.get_process_id() == self.process.pid:
                    return application
        return None

    def windows(self):
        with contextlib.suppress(Exception):
            return [window for window in self.application if window is not None]
        return []

    def find_window(self, title):
        """Returns the window with this title once it is on the screen, or None.

        GTK 4.8 is not asked before: while windows come and go, counting them makes it stumble.
        """
        if self.find_xid(title) is None:
            return None
        with contextlib.suppress(Exception):
            return next((w for w in self.windows() if w.name == title), None)
        return None

    def find_xid(self, title=None):
        return find_xid(self.process.pid, title)

    def get_xid(self, title=None):
        """Waits for the number of a window: while one goes, xdotool may not find the others."""
        return until(f"a window {title}", lambda: self.find_xid(title))

    def keys(self, *names, to=None):
        """Presses keys in the window with the title TO, or in the first one."""
        x("windowfocus", self.get_xid(to), "key", *names)

    def window(self, title):
        """Waits for a window with this title."""
        return until(f"a window {title}", lambda: self.find_window(title))

    def gone(self, title):
        """Waits until there is no window with this title."""
        until(f"the end of {title}", lambda: self.find_xid(title) is None)

    def act(self, window, action):
        """Does what a menu has; tells whether it could be done."""
        actions = window.queryAction()
        names = [actions.getName(i) for i in range(actions.nActions)]
        return action in names and actions.doAction(names.index(action))

    def shows(self, window, state):
        """Waits until WINDOW shows the state of its project: saved, not saved."""
        ending = f" · {state}"
        until(
            f"“{state}” in {window.name}",
            lambda: any(word.endswith(ending) for word in words(window)),
        )

    def change(self, window):
        """Changes the project: one map more."""
        assert self.act(window, "win.duplicate-map")
        self.shows(window, "not saved")

    def write_path(self, title, path):
        """Writes PATH into a file dialog; tells whether it came there.

        A dialog that is still coming up takes no keys, or loses the first ones.
        """
        xid = self.get_xid(title)
        try:
            x("windowfocus", xid, "key", "ctrl+a")
            x("type", "--delay", "4", path)
        except DisplayError as error:
            print(f"# {error}")
            return False
        end = time.monotonic() + 2
        while time.monotonic() < end and self.get_entry(title) != path:
            time.sleep(0.02)
        return self.get_entry(title) == path

    def choose(self, title, path):
        """Writes PATH into a file dialog, over the name it proposes, and takes it."""
        if title != "Open":  # which has an entry only when somebody writes
            until(f"an entry in {title}", lambda: self.get_entry(title) is not None)
        until(f"{path} in {title}", lambda: self.write_path(title, path))
        self.keys("Return", to=title)
        self.gone(title)

    def ends(self):
        """Waits for the end of the program, without a word and with success."""
        self.process.wait(WAIT)
        self.errors.seek(0)
        noise = self.errors.read()
        assert (noise, self.process.returncode) == ("", 0), (noise, self.process.returncode)

    def quit(self, to=None):
        """Presses Ctrl+Q in a window: the one with the title TO, if others lie about, as those that
        GTK keeps after a drag."""
        self.keys("ctrl+q", to=to)
        self.ends()

    def get_entry(self, title):
        window = self.find_window(title)
        return window and focused_text(window)

    def describe(self):
        """Returns what is on the screen, for those who have to find out what went wrong."""
        status = self.process.poll()
        if status is not None:
            return f"ended with status {status}"
        return ", ".join(f"{w.name}: {words(w)[:2]}" for w in self.windows())

    def kill(self):
        """Ends what is left, and returns what it said."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self.errors.seek(0)
        return self.errors.read()


class Case:
    """What a test has: a folder with a copy of a sample, and editors that end with it."""

    def __init__(self, program, samples, helper, folder):
        self.program = program
        self.samples = samples
        self.helper = helper
        self.folder = folder
        self.file = self.copy("holiday-rentals.jalon", "project.jalon")
        self.original = read(self.file)
        self.editors = []
        self.helpers = []

    def path(self, name):
        return os.path.join(self.folder, name)

    def copy(self, sample, name):
        write(self.path(name), read(os.path.join(self.samples, sample)))
        return self.path(name)

    def locked_folder(self):
        """Returns a folder that nothing can be written to."""
        os.mkdir(self.path("locked"), 0o500)
        return self.path("locked")

    def start(self, *files):
        self.editors.append(Editor(self.program, self.folder, *files))
        return self.editors[-1]

    def start_elsewhere(self, *files):
        """Starts an editor as on another computer: with a bus and a home of its own."""
        home = self.path(f"home-{len(self.editors)}")
        os.mkdir(home)
        bus = subprocess.Popen(
            ("dbus-daemon", "--session", "--nofork", "--print-address"),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self.helpers.append(bus)
        address = bus.stdout.readline().strip()
        self.editors.append(Editor(self.program, home, *files, bus=address))
        return self.editors[-1]

    def start_helper(self, *arguments):
        """Starts the helper and returns the number of its window."""
        self.helpers.append(subprocess.Popen((self.helper, *arguments), stdout=subprocess.PIPE))
        pid = str(self.helpers[-1].pid)
        return until("its window", lambda: find_xid(pid))

    def end(self):
        for editor in self.editors:
            print(editor.kill(), end="", file=sys.stderr)
        for helper in self.helpers:
            helper.kill()
            helper.wait()
            helper.stdout.close()


def is_fault_of_gtk(case):
    """Tells whether a program has ended for the path bar of GTK's own file dialog.

    GTK 4.8 may paint its buttons before they have a place, once in some hundred dialogs.
    """
    ended = [editor for editor in case.editors if editor.process.poll() is not None]
    return any("Trying to snapshot GtkButton" in editor.kill() for editor in ended)


def complain(number, name, case, error):
    """Says that a case failed, first what tells most."""
    print(f"not ok {number} - {name}")
    print(f"# {type(error).__name__}: {error}")
    print(f"# {sorted(os.listdir(case.folder))}")
    for editor in case.editors:
        print(f"# {editor.describe()}", flush=True)
    traceback.print_exc()


def run_case(test, number, name, arguments, is_last=False):
    """Runs one test of a Case made of ARGUMENTS; tells whether it passed."""
    with tempfile.TemporaryDirectory() as folder:
        case = Case(*arguments, os.path.realpath(folder))
        try:
            test(case)
            print(f"ok {number} - {name}", flush=True)
            return True
        except Exception as error:  # pylint: disable=broad-except
            if is_last or not is_fault_of_gtk(case):
                complain(number, name, case, error)
                return False
        finally:
            case.end()
    print(f"# once more, for GTK ended it: {name}", flush=True)
    return run_case(test, number, name, arguments, is_last=True)


def run(tests, program, samples, helper, only=""):
    """Runs TESTS, pairs of a name and a function of a Case, and says TAP. Returns the status.

    HELPER is a program that a test needs beside the editor; ONLY chooses tests by their names.
    """
    # Without any client a display starts afresh, and turns away who comes at that moment.
    holder = subprocess.Popen(("xdotool", "sleep", "3600"))
    tests = [(name, test) for name, test in tests if only in name]
    passed = [
        run_case(test, number, name, (program, samples, helper))
        for number, (name, test) in enumerate(tests, 1)
    ]
    holder.kill()
    holder.wait()
    print(f"1..{len(tests)}")
    return 0 if all(passed) else 1
