# SPDX-License-Identifier: GPL-3.0-or-later
"""What somebody does at a window who knows nothing of it: events by chance, as lists of words and
numbers that can be kept in a log. The first word names the method of Hands that does it.

Places are parts of the window on top, 0 to 1 from its top left.
"""

import contextlib
import subprocess
import time

from editor import x

# Each line is as likely as the others.
KEYS = (
    "Up Down Left Right Up Down Left Right Home End Page_Up Page_Down",
    "Tab Tab shift+Tab F6 shift+F6 ctrl+Home ctrl+End",
    "shift+Up shift+Down shift+Left shift+Right ctrl+Up ctrl+Down ctrl+Left ctrl+Right",
    "Return Return Escape Escape space F2 Insert BackSpace Delete",
    "shift+Return ctrl+Return ctrl+shift+Return",
    "alt+Up alt+Down alt+Left alt+Right",
    "shift+alt+Up shift+alt+Down shift+alt+Left shift+alt+Right",
    "1 2 3 4 5 minus period",
    "ctrl+c ctrl+x ctrl+v ctrl+v ctrl+a ctrl+d",
    "ctrl+k ctrl+shift+k ctrl+m ctrl+h ctrl+shift+h ctrl+shift+m ctrl+shift+p ctrl+l ctrl+i",
    "ctrl+z ctrl+z ctrl+shift+z",
    "F9 ctrl+F9 shift+F9 alt+Return ctrl+bracketleft",
    "ctrl+f ctrl+j ctrl+g ctrl+shift+g",
    "ctrl+plus ctrl+minus ctrl+0 ctrl+1 ctrl+2",
    "F10 Menu shift+F10",
    "ctrl+e ctrl+s ctrl+shift+s ctrl+o ctrl+n ctrl+comma ctrl+question",
)

ACTIONS = (
    *("undo", "redo", "back", "save", "save-as", "save-copy", "only-read", "export", "versions"),
    *("rename-map", "duplicate-map", "make-to-be", "delete-map", "project", "find", "jump"),
    *("zoom-in", "zoom-out", "zoom-fit", "zoom-selection", "zoom-normal", "details"),
    *("toggle-sidebar", "toggle-inspector", "toggle-outline", "next-pane", "show-help-overlay"),
)

TYPED = ("a", "Waits", "two words", "12.5", "-1", "x" * 60, "house", "e", "2026-11-22")

PASTED = (
    "A card",
    "One\nTwo\nThree",
    "Persona\tNeed\nAwa\tQuiet\nBo\t",
    "مرحبا بالعالم",
    "שלום (abc) 12",
    "e\u0301\u0301\u0301 👩‍👩‍👧‍👦 \u202eback\u202c 漢字",
    "w" * 3000,
    "line\n" * 300,
    "https://example.org/?a=1&b=2",
    "#c0ffee",
    "journey\n  section Go\n    Drive: 3: Me",
    "\n\t\n",
)

# The middle button pans, the wheel's are 4 to 7.
BUTTONS = (1, 1, 1, 1, 1, 2, 3, 3)
HELD = (None, None, None, None, "ctrl", "shift", "space", "alt")


def choose_place(chance, near=None):
    """Returns a place: often not far from another, as people stay at what they work on."""
    if near is not None and chance.random() < 0.5:
        return [round(min(max(p + chance.gauss(0, 0.08), 0), 0.999), 3) for p in near]
    return [round(chance.random(), 3), round(chance.random(), 3)]


def make_drag(chance, near):
    places = [choose_place(chance, near)]
    for _ in range(chance.randint(1, 4)):
        places.append(choose_place(chance, places[-1]))
    pressed = chance.choice(("Escape", "Delete", "ctrl+z", "Tab", "F9", "shift+F9"))
    interrupted = chance.random() < 0.1
    held = chance.choice(HELD)
    return ["drag", chance.choice((1, 1, 1, 1, 2)), held, places, pressed if interrupted else None]


def make_click(chance, near):
    times = chance.choice((1, 1, 1, 2, 2, 3))
    held = chance.choice(HELD)
    return ["click", chance.choice(BUTTONS), held, choose_place(chance, near), times]


def make_scroll(chance, near):
    held = chance.choice((None, "ctrl", "shift"))
    return ["click", chance.randint(4, 7), held, choose_place(chance, near), chance.randint(1, 8)]


def make_keys(chance, near):
    line = chance.choice(KEYS).split()
    return ["keys", *(chance.choice(line) for _ in range(chance.choice((1, 1, 2, 4))))]


def make_paste(chance, near):
    if chance.random() < 0.1:
        return ["paste", "image/png", ""]
    return ["paste", "text/plain;charset=utf-8", chance.choice(PASTED)]


MAKERS = (
    (30, make_keys),
    (8, lambda chance, near: ["write", chance.choice(TYPED)]),
    (5, make_paste),
    (20, make_click),
    (10, make_drag),
    (5, make_scroll),
    (3, lambda chance, near: ["point", *choose_place(chance, near)]),
    (8, lambda chance, near: ["act", chance.randint(0, 1), "win." + chance.choice(ACTIONS)]),
    (3, lambda chance, near: ["wait", round(chance.random(), 2)]),
    (1, lambda chance, near: ["size", round(chance.random(), 2), round(chance.random(), 2)]),
    (1, lambda chance, near: ["raise"]),
    # Nobody stays for long in a dialog.
    (6, lambda chance, near: ["keys", *["Escape"] * chance.randint(1, 3)]),
)


def make_events(chance, count):
    """Yields COUNT events."""
    near = None
    makers = [maker for _, maker in MAKERS]
    weights = [weight for weight, _ in MAKERS]
    for _ in range(count):
        event = chance.choices(makers, weights)[0](chance, near)
        yield event
        if event[0] == "click":
            near = event[3]


def is_done(*words):
    """Tells whether xdotool could do that; windows come and go."""
    command = ("xdotool", *map(str, words))
    return subprocess.run(command, check=False, capture_output=True).returncode == 0


class Hands:
    """What does the events, in one editor after another."""

    def __init__(self, screen, paster):
        self.screen = screen
        self.paster = paster
        self.editor = None
        self.windows = []  # as a screen reader knows them

    def get_top(self):
        """Returns what the display calls the window on top, and gives it the keys.

        No window manager keeps it on the screen when it is dragged away by its bar.
        """
        for _ in range(20):
            top = self.editor.find_xid()
            if top is not None and is_done("windowmove", top, 0, 0, "windowfocus", top):
                return top
            time.sleep(0.1)
        raise ProcessLookupError("no window")

    def place(self, top, place):
        """Returns the words by which xdotool goes to PLACE."""
        geometry = x("getwindowgeometry", "--shell", top).split()
        size = {name: int(value) for name, value in (line.split("=") for line in geometry)}
        across, down = round(place[0] * size["WIDTH"]), round(place[1] * size["HEIGHT"])
        return "mousemove", "--window", top, across, down

    def keys(self, *names):
        self.get_top()
        x("key", *names)

    def write(self, text):
        self.get_top()
        x("type", "--delay", 4, "--", text)

    def paste(self, kind, text):
        self.paster.offer(kind, text)
        self.keys("ctrl+v")

    def point(self, across, down):
        x(*self.place(self.get_top(), (across, down)))

    def click(self, button, held, place, times):
        self.point(*place)
        self.hold(held, "click", "--repeat", times, "--delay", 40, button)

    def drag(self, button, held, places, pressed):
        top = self.get_top()
        self.point(*places[0])
        steps = [word for p in places[1:] for word in (*self.place(top, p), "sleep", 0.03)]
        if pressed is not None:
            steps += ["key", pressed]
        self.hold(held, "mousedown", button, *steps, "mouseup", button)

    def hold(self, held, *words):
        """Does what xdotool understands, with a key held."""
        if held is None:
            x(*words)
        else:
            x("keydown", held, *words, "keyup", held)

    def act(self, number, action):
        """Does what is in a menu, if it can be done. What can changes while it is asked."""
        with contextlib.suppress(Exception):
            self.editor.act(self.windows[number % len(self.windows)], action)

    def wait(self, seconds):
        time.sleep(seconds)

    def size(self, across, down):
        """From what can hardly be used to all of the screen."""
        width = round(300 + across * (self.screen[0] - 300))
        x("windowsize", self.get_top(), width, round(200 + down * (self.screen[1] - 200)))

    def let_go(self):
        """Whatever was held when something went wrong."""
        for button in sorted(set(BUTTONS)):
            is_done("mouseup", button)
        for key in filter(None, HELD):
            is_done("keyup", key)
