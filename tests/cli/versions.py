#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares and merges versions of a project with the built jalon-cli, alone and from git.

Usage: versions.py JALON-CLI TOP
"""

import json
import os
import shutil
import subprocess
import tempfile

from helpers import CLI, INPUT, OK, TOP, USAGE, IO, expect, png_size, read, run, write
from tap import Report

BASE = """<?xml version="1.0" encoding="UTF-8"?>
<project xmlns="urn:jalon:project:1" version="1.0" id="p" title="Test">
  <journey id="j" title="A house by the sea">
    <lane id="does" type="actions"/>
    <stage id="s1" title="Dream">
      <step id="t1" title="Sees photos">
        <card id="c1" lane="does">Saves two pictures</card>
        <card id="c2" lane="does">Sleeps on it</card>
      </step>
    </stage>
  </journey>
  <journey id="k" title="Twice"/>
  <journey id="l" title="Twice"/>
</project>
"""

CARD = '        <card id="c1" lane="does">Saves two pictures</card>\n'
END = "      </step>\n"


def add(text, name, words):
    """Adds a card at the end of the step: where everybody adds theirs."""
    return text.replace(END, f'        <card id="{name}" lane="does">{words}</card>\n' + END)


OURS = add(BASE, "ours", "Calls the landlord")
THEIRS = add(BASE.replace(CARD, ""), "theirs", "Asks a friend")
CLASH = OURS.replace("Sleeps on it", "Forgets it")
OTHER = THEIRS.replace("Sleeps on it", "Dreams of it")


def merges():
    outcome = run("merge", "base.jalon", "ours.jalon", "theirs.jalon", "-o", "out.jalon")
    yield from expect(outcome, OK)
    if outcome.out or outcome.err:
        yield f"a clean merge makes it talk: {outcome.err!r}"
    merged = read("out.jalon").decode()
    for words, is_there in (("Calls the landlord", True), ("Asks a friend", True),
                            ("Sleeps on it", True), ("Saves two pictures", False)):
        if (words in merged) != is_there:
            yield f"{words}: {not is_there}"
    yield from expect(run("check", "out.jalon"), OK)
    again = run("merge", "base.jalon", "out.jalon", "theirs.jalon", "-o", "-")
    yield from expect(again, OK)
    if again.out.decode() != merged:
        yield "merging again changes something"


def conflicts():
    outcome = run("merge", "base.jalon", "clash.jalon", "other.jalon", "-o", "out.jalon")
    yield from expect(outcome, 1, "Forgets it", "Dreams of it", "both are kept")
    if b">Dreams of it\nForgets it<" not in read("out.jalon"):
        yield "a text is lost"


def merge_failures():
    write("none.jalon", "")
    write("bad.jalon", "<svg/>")
    write("else.jalon", BASE.replace('id="p"', 'id="q"'))
    shutil.copy("ours.jalon", "kept.jalon")
    for arguments, word in ((("bad.jalon", "ours.jalon", "theirs.jalon"), "bad.jalon"),
                            (("base.jalon", "missing.jalon", "theirs.jalon"), "missing.jalon"),
                            (("base.jalon", "ours.jalon", "bad.jalon"), "bad.jalon"),
                            (("base.jalon", "ours.jalon", "none.jalon"), "none.jalon"),
                            (("base.jalon", "ours.jalon", "else.jalon"), "else.jalon"),
                            (("base.jalon", "ours.jalon"), "three files")):
        yield from expect(run("merge", *arguments, "-o", "kept.jalon"), 2, word)
    yield from expect(run("merge", "base.jalon", "ours.jalon", "theirs.jalon"), USAGE, "-o")
    yield from expect(run("merge", "base.jalon", "ours.jalon", "theirs.jalon", "-o", "no/where"),
                      2, "no/where")
    if read("kept.jalon") != read("ours.jalon"):
        yield "a merge that failed changed the file"
    yield from expect(run("merge", "none.jalon", "ours.jalon", "theirs.jalon", "-o", "out.jalon"),
                      OK)


def differences():
    outcome = run("diff", "base.jalon", "theirs.jalon")
    yield from expect(outcome, OK)
    wanted = ("Journey “A house by the sea”\n"
              "  Card “Saves two pictures” in “Sees photos” deleted\n"
              "  Card “Asks a friend” in “Sees photos” added\n")
    if outcome.out.decode() != wanted:
        yield f"{outcome.out.decode()}"
    if run("diff", "base.jalon", "base.jalon").out:
        yield "the same project differs"
    outcome = run("diff", "--json", "base.jalon", "clash.jalon")
    yield from expect(outcome, OK)
    told = json.loads(outcome.out)
    if [(entry["type"], entry["id"], entry["map"]) for entry in told] != [
            ("set", "c2", "j"), ("insert", "ours", "j")]:
        yield f"{told}"
    if [told[0][name] for name in ("field", "before", "after")] != [
            "text", "Sleeps on it", "Forgets it"]:
        yield f"{told[0]}"


def difference_usages():
    files = ("base.jalon", "ours.jalon")
    for arguments, status, word in (
            (("base.jalon",), USAGE, "OLD NEW"),
            ((*files, "theirs.jalon"), USAGE, "OLD NEW"),
            ((*files, "-p", "j"), USAGE, "--output"),
            ((*files, "-o", "x.png"), USAGE, "--picture"),
            ((*files, "-p", "j", "-o", "x.gif"), USAGE, ".png"),
            ((*files, "-p", "j", "--json", "-o", "x.png"), USAGE, "--json"),
            ((*files, "-p", "j", "-o", "x.png", "-t", "pink"), USAGE, "pink"),
            ((*files, "-t", "dark"), USAGE, "--picture"),
            ((*files, "-p", "Twice", "-o", "x.png"), INPUT, "several"),
            ((*files, "-p", "Nowhere", "-o", "x.png"), INPUT, "Nowhere"),
            (("base.jalon", "missing.jalon"), IO, "missing.jalon")):
        yield from expect(run("diff", *arguments), status, word)
    if os.path.exists("x.png"):
        yield "a picture was written all the same"


def pictures():
    run("export", "theirs.jalon", "-m", "j", "-o", "plain.png")
    for name in ("marked.png", "marked.svg", "marked.pdf"):
        yield from expect(run("diff", "base.jalon", "theirs.jalon", "-p", "j", "-o", name), OK)
    run("diff", "base.jalon", "theirs.jalon", "-p", "j", "-o", "dark.png", "--theme", "dark")
    if png_size(read("dark.png")) != png_size(read("marked.png")):
        yield "the dark picture is another"
    if read("dark.png") == read("marked.png"):
        yield "the dark picture is not dark"
    if png_size(read("marked.png"))[1] <= png_size(read("plain.png"))[1]:
        yield "the picture has no legend"
    svg = read("marked.svg").decode()
    for words in ("Saves two pictures", "Asks a friend", "Added", "Changed", "Deleted"):
        if words not in svg:
            yield f"{words!r} is not on the picture"


def outline():
    outcome = run("info", "--text", "base.jalon")
    yield from expect(outcome, OK)
    lines = outcome.out.decode().splitlines()
    for line in ("Project “Test”", "  Journey “A house by the sea”",
                 "      Step “Sees photos”", "        Card “Saves two pictures”"):
        if line not in lines:
            yield f"no line {line!r} in {lines}"


def git(*arguments):
    environment = {**os.environ, "PATH": os.path.dirname(CLI) + os.pathsep + os.environ["PATH"],
                   "HOME": os.getcwd(), "LC_ALL": "C.UTF-8", "LANGUAGE": "C",
                   "GIT_CONFIG_NOSYSTEM": "1",
                   "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org",
                   "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.org"}
    return subprocess.run(arguments, capture_output=True, env=environment, timeout=60,
                          check=False, text=True)


def set_up():
    """Does what the README says, in a new repository; returns what is wrong."""
    os.mkdir("repository")
    os.chdir("repository")
    git("git", "init", "-q", "-b", "main")
    with open(os.path.join(TOP, "README.md"), encoding="utf-8") as file:
        lines = [line.strip() for line in file if line.startswith("    ")]
    lines = [line for line in lines if ".gitattributes" in line or line.startswith("git config")]
    if len(lines) != 4:
        yield f"README.md has not four lines about git: {lines}"
    for line in lines:
        done = git("sh", "-c", line)
        if done.returncode != 0:
            yield f"{line}: {done.stderr}"


def commit(text, message):
    write("p.jalon", text)
    git("git", "add", "-A")
    git("git", "commit", "-q", "-m", message)


def from_git():
    yield from set_up()
    commit(BASE, "base")
    git("git", "checkout", "-q", "-b", "theirs")
    commit(THEIRS, "theirs")
    git("git", "checkout", "-q", "-b", "other", "main")
    commit(OTHER, "other")
    git("git", "checkout", "-q", "main")
    commit(OURS, "ours")

    shown = git("git", "show", "main").stdout
    if "+        Card “Calls the landlord”" not in shown or "<card" in shown:
        yield f"git shows no sentences: {shown}"
    done = git("git", "merge", "-q", "--no-edit", "theirs")
    if done.returncode != 0:
        yield f"git does not merge: {done.stdout}{done.stderr}"
    if "Calls the landlord" not in read("p.jalon").decode():
        yield "git has merged without us"
    if git("git", "status", "--porcelain").stdout:
        yield f"something lies about: {git('git', 'status', '--porcelain').stdout}"

    commit(read("p.jalon").decode().replace("Sleeps on it", "Forgets it"), "clash")
    done = git("git", "merge", "-q", "--no-edit", "other")
    if done.returncode != 1 or "both are kept" not in done.stdout + done.stderr:
        yield f"git knows of no conflict: {done.returncode} {done.stdout}{done.stderr}"
    if b">Dreams of it\nForgets it<" not in read("p.jalon"):
        yield "a text is lost"
    if git("git", "status", "--porcelain").stdout != "UU p.jalon\n":
        yield f"{git('git', 'status', '--porcelain').stdout}"
    os.chdir("..")


def main():
    report = Report()
    home = tempfile.mkdtemp(prefix="jalon-versions-")
    os.chdir(home)
    for name, text in (("base", BASE), ("ours", OURS), ("theirs", THEIRS), ("clash", CLASH),
                       ("other", OTHER)):
        write(name + ".jalon", text)
    for case in (merges, conflicts, merge_failures, differences, difference_usages, pictures,
                 outline, from_git):
        try:
            report(case.__name__.replace("_", " "), case())
        except Exception as error:  # a case that breaks is a case that failed
            report(case.__name__, [repr(error)])
    os.chdir("/")
    shutil.rmtree(home)
    report.done()


main()
