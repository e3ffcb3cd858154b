#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether buttons have a name for those who do not see them.

GTK 4.8 calls a button after its label. One with an icon is called "GtkImage" by a screen reader,
one with a child "GtkButton", and whatever opens a menu "GtkMenuButton": a tooltip is a description,
not a name.

Usage: names.py TOP
"""

import sys
import xml.etree.ElementTree as ET

from tap import Report, project_files, read

LABELLED = ("GtkButton", "GtkToggleButton", "GtkCheckButton")
BUTTONS = LABELLED + ("GtkMenuButton",)


def is_named(button):
    names = {item.get("name") for item in button.findall("accessibility/*")}
    if button.get("class") in LABELLED:
        names |= {item.get("name") for item in button.findall("property")}
    return names & {"label", "labelled-by"}


def nameless(top):
    for path in project_files(top, ".ui"):
        for button in ET.fromstring(read(top, path)).iter("object"):
            if button.get("class") in BUTTONS and not is_named(button):
                what = [f"{item.get('name')}={item.text}" for item in button.findall("property")]
                yield f"{path}: a {button.get('class')} without name: {', '.join(what)}"


def main():
    report = Report()
    report("every button of a template has a name", nameless(sys.argv[1]))
    report.done()


if __name__ == "__main__":
    main()
