#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is dropped on a map: pictures and text from another program, and maps of the sidebar.

Usage: test_drop.py JALON SAMPLES DRAG-SOURCE [NAME]
"""

import base64
import os
import select
import sys
import xml.etree.ElementTree as ET

from editor import NS, press, run, until, words, write, x
from screen import click, drag, locate, point

PROJECT = b"""<?xml version="1.0" encoding="UTF-8"?>
<project xmlns="urn:jalon:project:1" version="1.0" id="project1" title="Seen">
  <persona id="persona1" name="Awa Diop"/>
  <persona id="persona2" name="Jean Morel"/>
  <journey id="journey1" title="A trip">
    <lane id="lane1" type="images" title="Sees"/>
    <lane id="lane2" type="actions" title="Does"/>
    <stage id="stage1" title="Before"><step id="step1" title="Looks"/></stage>
  </journey>
</project>
"""


def start(case, title, project=PROJECT):
    """Starts with one map open."""
    write(case.path("seen.jalon"), project)
    editor = case.start(case.path("seen.jalon"))
    window = editor.window("Seen")
    x("windowsize", "--sync", editor.get_xid(), 1250, 850)
    click(editor, window, "list item", title)
    return editor, window


def drop(case, editor, window, rect, *what):
    """Drags a file, or a text, from a window beside the editor to the middle of RECT."""
    source = case.start_helper(*what)
    x("windowmove", "--sync", source, 1300, 100)
    x("mousemove", 1350, 150, "mousedown", 1)
    for position in ((1340, 160), (1300, 200), (1000, 300)):
        x("mousemove", *position)

    def is_welcome():
        """Moves about there; tells whether what is dragged may be dropped."""
        point(editor, window, rect, 0.45, 0.5)
        point(editor, window, rect, 0.5, 0.5)
        return select.select([case.helpers[-1].stdout], [], [], 0.1)[0]

    until("a welcome for it", is_welcome)
    x("mouseup", 1)


def save(editor, window):
    editor.shows(window, "not saved")
    editor.keys("ctrl+s", to=window.name)
    editor.shows(window, "saved")


def get_picture(case):
    return os.path.join(case.samples, "..", "pictures", "window.png")


def get_image(root, element, field):
    """Checks that ELEMENT refers in FIELD to a picture of the project."""
    found = {image.get("id"): image for image in root.iter(NS + "image")}[element.get(field)]
    data = base64.b64decode("".join(found.itertext()))
    assert data[:4] in (b"\x89PNG", b"\xff\xd8\xff\xe0"), data[:8]


def get_cards(case):
    return [card.text for card in ET.parse(case.path("seen.jalon")).getroot().iter(NS + "card")]


def drop_on_persona(case):
    editor, window = start(case, "Awa Diop")
    drop(case, editor, window, locate(window, "heading", "Awa Diop"), get_picture(case))
    save(editor, window)
    root = ET.parse(case.path("seen.jalon")).getroot()
    get_image(root, root.find(NS + "persona"), "portrait")
    editor.quit()


def drop_on_cell(case):
    """Into a lane of pictures; one of actions takes none and says where they go."""
    editor, window = start(case, "A trip")
    cell = locate(window, "table cell", "Does, step Looks")
    drop(case, editor, window, cell, get_picture(case))
    until("a word", lambda: any(w.startswith("Pictures go on") for w in words(window, ())))
    editor.shows(window, "saved")
    cell = locate(window, "table cell", "Sees, step Looks")
    drop(case, editor, window, cell, get_picture(case))
    save(editor, window)
    root = ET.parse(case.path("seen.jalon")).getroot()
    (card,) = root.iter(NS + "card")
    assert card.get("lane") == "lane1", card.attrib
    get_image(root, card, "image")
    editor.quit()


def drop_no_picture(case):
    """What only says that it is a picture changes nothing."""
    editor, window = start(case, "Awa Diop")
    write(case.path("false.png"), b"no picture" * 1000)
    drop(case, editor, window, locate(window, "heading", "Awa Diop"), case.path("false.png"))
    dialog = editor.window("Could Not Use the Picture")
    until("its name", lambda: any(w.startswith("false.png: ") for w in words(dialog)))
    press(dialog, "Close")
    editor.gone(dialog.name)
    editor.shows(window, "saved")
    editor.quit()


def drop_text(case):
    """Each line becomes a card where it is dropped, and one step takes them back."""
    editor, window = start(case, "A trip")
    cell = locate(window, "table cell", "Does, step Looks")
    drop(case, editor, window, cell, "--text", "Looks at €\n\nMakes a list\n")
    save(editor, window)
    cards = list(ET.parse(case.path("seen.jalon")).getroot().iter(NS + "card"))
    assert get_cards(case) == ["Looks at €", "Makes a list"]
    assert {card.get("lane") for card in cards} == {"lane2"}
    editor.keys("ctrl+z", to=window.name)
    save(editor, window)
    assert get_cards(case) == []
    editor.quit()


def drop_map(case):
    """A journey is of the persona that is dropped on it; a persona has nothing of a journey, not
    even its picture for a portrait."""
    editor, window = start(case, "Awa Diop")
    heading = locate(window, "heading", "Awa Diop")
    drag(editor, window, locate(window, "list item", "A trip"), window, heading)
    editor.shows(window, "saved")
    click(editor, window, "list item", "A trip")
    cell = locate(window, "table cell", "Does, step Looks")
    drag(editor, window, locate(window, "list item", "Jean Morel"), window, cell)
    save(editor, window)
    root = ET.parse(case.path("seen.jalon")).getroot()
    assert root.find(NS + "journey").get("personas") == "persona2"
    assert list(root.iter(NS + "image")) == []
    editor.quit(window.name)


def drop_persona(case):
    """On a plane it becomes a stakeholder, where it is dropped; not once more on itself."""
    plane = b'<stakeholder-map id="map1" title="Who decides"/></project>'
    editor, window = start(case, "Who decides", PROJECT.replace(b"</project>", plane))
    quadrant = locate(window, "table cell", "Supporters")
    persona = locate(window, "list item", "Awa Diop")
    drag(editor, window, persona, window, quadrant)
    save(editor, window)
    drag(editor, window, persona, window, quadrant)
    editor.shows(window, "saved")
    (one,) = ET.parse(case.path("seen.jalon")).getroot().iter(NS + "stakeholder")
    assert (one.get("name"), one.get("persona")) == ("Awa Diop", "persona1"), one.attrib
    assert float(one.get("influence")) < 0.5 < float(one.get("support")), one.attrib
    editor.quit(window.name)


def drop_in_outline(case):
    """As on the map: lines become steps, and the journey is of the persona."""
    editor, window = start(case, "A trip")
    editor.keys("shift+F9", to=window.name)
    drop(case, editor, window, locate(window, "tree item", "Looks"), "--text", "Asks\nWaits\n")
    save(editor, window)
    drag(
        editor,
        window,
        locate(window, "list item", "Jean Morel"),
        window,
        locate(window, "tree item", "Asks"),
    )
    save(editor, window)
    journey = ET.parse(case.path("seen.jalon")).getroot().find(NS + "journey")
    assert [step.get("title") for step in journey.iter(NS + "step")] == ["Looks", "Asks", "Waits"]
    assert journey.get("personas") == "persona2", journey.attrib
    editor.quit(window.name)


def drop_on_group(case):
    """In the outline a persona becomes a stakeholder in the group of them; on a row of it another
    one is meant."""
    plane = b'<stakeholder-map id="map1" title="Who decides"/></project>'
    editor, window = start(case, "Who decides", PROJECT.replace(b"</project>", plane))
    editor.keys("shift+F9", to=window.name)
    persona = locate(window, "list item", "Awa Diop")
    drag(editor, window, persona, window, locate(window, "tree item", "Stakeholders"))
    save(editor, window)
    (one,) = ET.parse(case.path("seen.jalon")).getroot().iter(NS + "stakeholder")
    assert (one.get("name"), one.get("persona")) == ("Awa Diop", "persona1"), one.attrib
    other = locate(window, "list item", "Jean Morel")
    drag(editor, window, other, window, locate(window, "tree item", "Awa Diop"))
    save(editor, window)
    (one,) = ET.parse(case.path("seen.jalon")).getroot().iter(NS + "stakeholder")
    assert one.get("persona") == "persona2", one.attrib
    editor.quit(window.name)


def drop_in_register(case):
    """A table makes audiences on a name, and fills columns beside the names."""
    register = (
        b'<register id="register1" title="Audiences">'
        b'<audience id="a1" name="Guests"/></register></project>'
    )
    editor, window = start(case, "Audiences", PROJECT.replace(b"</project>", register))
    name = locate(window, "table cell", "Audience: Guests")
    drop(case, editor, window, name, "--text", "Owners\tSupplier\nTeam\tEmployee\n")
    save(editor, window)
    owner = locate(window, "table cell", "Owner: none")
    drop(case, editor, window, owner, "--text", "Lina K.\n")
    save(editor, window)
    rows = ET.parse(case.path("seen.jalon")).getroot().iter(NS + "audience")
    assert [(row.get("name"), row.get("category"), row.get("owner")) for row in rows] == [
        ("Guests", None, "Lina K."),
        ("Owners", "supplier", None),
        ("Team", "employee", None),
    ]
    editor.quit(window.name)


def drop_copy(case):
    """With Ctrl a card stays, and another like it comes where it is dropped."""
    cards = "".join(f'<card id="{t}" lane="lane2">{t}</card>' for t in ("Calls", "Waits"))
    step = f'"Looks">{cards}</step>'.encode()
    editor, window = start(case, "A trip", PROJECT.replace(b'"Looks"/>', step))
    calls, waits = (
        locate(window, "list item", f"Does, step Looks: {t}") for t in ("Calls", "Waits")
    )
    x("keydown", "ctrl")
    drag(editor, window, calls, window, (*waits[:3], 2 * waits[3]))
    x("keyup", "ctrl")
    save(editor, window)
    assert get_cards(case) == ["Calls", "Waits", "Calls"]
    # Without it, the card goes.
    drag(editor, window, waits, window, (*calls[:3], 0))
    save(editor, window)
    assert get_cards(case) == ["Waits", "Calls", "Calls"]
    editor.quit(window.name)


TESTS = [
    ("takes a picture on a persona", drop_on_persona),
    ("takes a picture into a lane for pictures", drop_on_cell),
    ("refuses what is no picture", drop_no_picture),
    ("makes cards of text", drop_text),
    ("has a journey refer to a persona", drop_map),
    ("adds a persona as a stakeholder", drop_persona),
    ("makes rows of text in the outline", drop_in_outline),
    ("adds a persona to a group of the outline", drop_on_group),
    ("makes rows of a table in the register", drop_in_register),
    ("copies a card", drop_copy),
]

if __name__ == "__main__":
    sys.exit(run(TESTS, *sys.argv[1:]))
