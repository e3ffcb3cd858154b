#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A workshop on the keyboard: from empty lanes to 5 stages, 15 steps, 60 cards and a curve.

How many keys that takes beside the letters of the texts, and how long the editor needs for them.
Usage: bench_capture.py JALON
"""

import os
import sys
import tempfile
import time
import xml.etree.ElementTree as ET

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "app"))

import editor as e  # noqa: E402  pylint: disable=wrong-import-position

STAGES, STEPS_PER_STAGE, CARD_LANES = 5, 3, 4
STEPS = STAGES * STEPS_PER_STAGE
CARDS = STEPS * CARD_LANES

LANES = ("actions", "thoughts", "emotion", "pains", "opportunities")
EMPTY = """<?xml version="1.0" encoding="UTF-8"?>
<project xmlns="urn:jalon:project:1" id="workshopaaaa" version="1.0" title="Workshop">
<persona id="personaaaaaa" name="Awa Diop"/>
<journey id="journeyaaaaa" title="A day" personas="personaaaaaa">
{}</journey>
</project>
"""


class Hand:
    """Presses keys and counts them; letters of texts apart from the rest."""

    def __init__(self, jalon):
        self.jalon = jalon
        self.letters = 0
        self.others = 0

    def keys(self, *names):
        self.others += len(names)
        self.jalon.keys(*names)

    def write(self, text):
        self.letters += len(text)
        e.x("type", "--delay", "0", text)


def write_headers(hand):
    """The stages, and below each its steps: a text, Enter, the next one."""
    hand.keys("Down", "Down")
    for i in range(STAGES):
        hand.write(f"Stage {i + 1}")
        hand.keys("Return")
    hand.keys("Return", *["Left"] * (STAGES - 1))
    for i in range(STAGES):
        hand.keys("Down")
        for j in range(STEPS_PER_STAGE):
            hand.write(f"Step {i * STEPS_PER_STAGE + j + 1}")
            hand.keys("Return")
        hand.keys("Return", "Up", *(["Right"] if i < STAGES - 1 else []))


def write_rows(hand):
    """Row by row: a text, Tab, the next cell; a digit and Tab in the row of the curve."""
    hand.keys("Home", "Down", "Down", "Down")
    for lane in LANES:
        for i in range(STEPS):
            if lane == "emotion":
                hand.keys(str(1 + i * 2 % 5))
            else:
                hand.write(f"{lane} seen {i + 1}")
            hand.keys("Tab")


def count(file, tag):
    return sum(1 for _ in ET.parse(file).iter(e.NS + tag))


def main():
    with tempfile.TemporaryDirectory() as home:
        file = os.path.join(home, "workshop.jalon")
        lanes = (f'<lane id="laneaaaaaaa{i}" type="{t}"/>\n' for i, t in enumerate(LANES, 2))
        e.write(file, EMPTY.format("".join(lanes)).encode())
        jalon = e.Editor(sys.argv[1], home, file)
        hand = Hand(jalon)
        start = time.monotonic()
        write_headers(hand)
        headers = hand.others
        write_rows(hand)
        hand.keys("ctrl+s")
        e.until("all scores in the file", lambda: count(file, "score") == STEPS)
        seconds = time.monotonic() - start
        made = {tag: count(file, tag) for tag in ("stage", "step", "card", "score")}
        jalon.quit()
    assert made == {"stage": STAGES, "step": STEPS, "card": CARDS, "score": STEPS}, made
    per_card = (hand.others - headers - 2 * STEPS - 5) / CARDS
    print(f"{made}: {seconds:.1f} s for {hand.letters} letters and {hand.others} other keys")
    print(f"keys a card beside its text {per_card:.2f}, target 1.00")
    print(f"keys a header beside its text {headers / (STAGES + STEPS):.2f}")


main()
