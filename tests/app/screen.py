# SPDX-License-Identifier: GPL-3.0-or-later
"""Where things are on the screen, and how the pointer gets there."""

import contextlib

from editor import pyatspi, until, walk, x


def below(accessible):
    """Yields all that is in ACCESSIBLE."""
    for child in accessible:
        if child is not None:
            yield child
            yield from below(child)


def search(root, condition):
    """Returns the first below ROOT for which CONDITION holds, or None. ROOT may be going away."""
    with contextlib.suppress(Exception):
        for accessible in below(root):
            if condition(accessible):
                return accessible
    return None


def find_sidebar(window):
    """Returns the sidebar, without a look at the map, which has much in it."""
    passed = ("table", "label", "list", "push button", "JalonInspector", "JalonSidebar")
    with contextlib.suppress(Exception):
        return next(a for a in walk(window, passed) if a.name == "JalonSidebar")
    return None


def find_focused_text(root):
    """Returns the text below ROOT that has the focus and can be written in, or None."""

    def fits(accessible):
        return (
            accessible.getRoleName() == "text"
            and accessible.getState().contains(pyatspi.STATE_FOCUSED)
            and "EditableText" in pyatspi.listInterfaces(accessible)
        )

    return search(root, fits)


def is_called(whole, name):
    """Tells whether something is called NAME, or NAME and more behind a comma."""
    return whole is not None and (whole == name or whole.startswith(name + ", "))


def get_rect(accessible):
    """Returns where something is in its window: left, top, width, height; None if it is not."""
    with contextlib.suppress(Exception):
        extents = accessible.queryComponent().getExtents(pyatspi.WINDOW_COORDS)
        if extents.width > 0 and extents.height > 0:
            return extents.x, extents.y, extents.width, extents.height
    return None


def locate(window, role, name):
    """Waits until what has ROLE and is called NAME stays where it is, and returns its place."""

    def fits(accessible):
        return (
            accessible.getRoleName() == role
            and is_called(accessible.name, name)
            and get_rect(accessible) is not None
        )

    def find():
        """To walk through all that a screen reader knows takes its time: once will do."""
        if not found or not is_called(found[-1].name, name):
            found.append(search(window, fits))
            rects.clear()
        rects.append(found[-1] and get_rect(found[-1]))
        if found[-1] is None:
            found.clear()
        return rects[-1] if rects[-4:] == [rects[-1]] * 4 else None

    found, rects = [], []
    return until(f"a place of {name}", find)


def point(editor, window, rect, across, down):
    """Moves the pointer to a part of a place, 0 to 1 from its top left."""
    xid = editor.get_xid(window.name)
    size = x("getwindowgeometry", "--shell", xid).split()
    width = next(int(line.split("=")[1]) for line in size if line.startswith("WIDTH="))
    # The window of the display has a frame, of which those who see it do not know.
    frame = (width - get_rect(window[0])[2]) // 2
    left, top = rect[0] + across * rect[2], rect[1] + down * rect[3]
    x("mousemove", "--window", xid, round(left) + frame, round(top) + frame)


def click(editor, window, role, name, across=0.5, down=0.5):
    """Clicks on something, or on the sign that shows when the pointer is there."""
    point(editor, window, locate(window, role, name), across, down)
    x("click", 1)


def drag(editor, window, origin, other, goal):
    """Drags what is at a place of WINDOW to one of another window, or the same, as a hand does."""
    point(editor, window, origin, 0.5, 0.5)
    x("mousedown", 1)
    for across in (0.55, 0.6, 0.7):
        point(editor, window, origin, across, 0.6)
    for down in (0.3, 0.4, 0.5):
        point(editor, other, goal, 0.5, down)
        x("sleep", 0.1)
    x("mouseup", 1)
