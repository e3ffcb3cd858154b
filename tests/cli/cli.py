#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the built jalon-cli as a user would, with good and with bad input.

Usage: cli.py JALON-CLI TOP
"""

import json
import os
import shutil
import subprocess
import tempfile

from helpers import CLI, INPUT, IO, OK, TOP, USAGE, WRAPPER, expect, png_size, read, run, write
from tap import Report

COMMANDS = ("check", "diff", "export", "import", "info", "merge", "new", "schema")

PROJECT = """<?xml version="1.0" encoding="UTF-8"?>
<project xmlns="urn:jalon:project:1" version="1.0" id="p" title="Test">
  <persona id="awa" name="Awa Diop"/>
  <journey id="j" title="A house by the sea" personas="awa">
    <lane id="feel" type="emotion"/>
    <lane id="does" type="actions"/>
    <stage id="s1" title="Dream">
      <step id="t1" title="Sees photos">
        <card id="c1" lane="does">Saves two pictures</card>
        <score id="o1" lane="feel" persona="awa" value="1"/>
      </step>
    </stage>
  </journey>
  <journey id="k" title="Twice"/>
  <journey id="l" title="Twice"/>
</project>
"""

MERMAID = "journey\n  title My day\n  section Work\n    Make tea: 5: Me\n    Walk: 9: Me\n"


def help_texts():
    for arguments in (["--help"], ["-h"], *([command, "--help"] for command in COMMANDS)):
        outcome = run(*arguments)
        yield from expect(outcome, OK)
        if b"Usage:" not in outcome.out or outcome.err:
            yield f"{arguments}: no help on standard output"


def version():
    outcome = run("--version")
    yield from expect(outcome, OK)
    if not outcome.out.startswith(b"jalon-cli "):
        yield f"{outcome.out!r}"


# The command line, and what its error must name.
USAGES = (
    ((), "--help"),
    (("fly",), "fly"),
    (("--fly",), "--fly"),
    (("check",), "check FILE"),
    (("check", "--fly", "p.jalon"), "--fly"),
    (("info",), "info FILE"),
    (("info", "p.jalon", "p.jalon"), "info FILE"),
    (("import", "m.mmd"), "-o"),
    (("import", "-o", "x.jalon"), "-o"),
    (("import", "m.mmd", "-o"), "-o"),
    (("import", "p.jalon", "-o", "x.jalon"), "p.jalon"),
    (("import", "m.mmd", "-o", "x.jalon", "--format", "visio"), "visio"),
    (("export",), "export FILE"),
    (("export", "p.jalon"), "--output"),
    (("export", "p.jalon", "-m", "j", "-o", "x"), "--format"),
    (("export", "p.jalon", "-m", "j", "-o", "x.gif"), "gif"),
    (("export", "p.jalon", "-m", "j", "-o", "x.png", "--theme", "sepia"), "sepia"),
    (("export", "p.jalon", "-m", "j", "-o", "x.png", "--scale", "0"), "--scale"),
    (("export", "p.jalon", "-m", "j", "-o", "x.png", "--scale", "-1"), "--scale"),
    (("export", "p.jalon", "-m", "j", "-o", "x.png", "--scale", "nan"), "nan"),
    (("export", "p.jalon", "-m", "j", "-o", "x.png", "--scale", "inf"), "inf"),
    (("export", "p.jalon", "-m", "j", "-o", "x.png", "--scale", "1e9"), "1e9"),
    (("export", "p.jalon", "-m", "j", "-o", "x.png", "--scale", "2,5"), "2,5"),
    (("export", "p.jalon", "-m", "j", "-o", "x.png", "--scale", "0x2"), "0x2"),
    (("export", "p.jalon", "-m", "j", "-o", "x.png", "--scale", "1", "--dpi", "96"), "exclude"),
    (("export", "p.jalon", "-m", "j", "-o", "x.svg", "--dpi", "96"), "PNG"),
    (("export", "p.jalon", "--all", "-m", "j", "-f", "png", "-o", "x"), "--map"),
    (("export", "p.jalon", "-m", "j", "-f", "png", "-o", "p.jalon"), "overwrite"),
    (("new", "-o", "x.jalon"), "--template"),
    (("new", "--template", "castle", "-o", "x.jalon"), "castle"),
    (("schema", "more"), "more"),
)


def usages():
    for arguments, word in USAGES:
        for fault in expect(run(*arguments), USAGE, word):
            yield f"{arguments}: {fault}"
    if os.path.exists("x.png") or os.path.exists("x.jalon"):
        yield "something was written all the same"


def unreadable():
    os.mkdir("folder.jalon")
    os.mkfifo("pipe.jalon")
    write("empty.jalon", "")
    write("cut.jalon", PROJECT[:200])
    write("other.jalon", "<svg/>")
    cases = (
        ("missing.jalon", IO), ("folder.jalon", IO), ("pipe.jalon", IO),
        ("http://localhost/p.jalon", IO), ("empty.jalon", INPUT), ("cut.jalon", INPUT),
        ("other.jalon", INPUT),
    )
    for name, status in cases:
        for command in ("check", "info"):
            for fault in expect(run(command, name), status, name):
                yield f"{command} {name}: {fault}"
        yield from expect(run("export", name, "-m", "j", "-o", "y.png"), status, name)
    if os.path.exists("y.png"):
        yield "a picture of nothing was written"


def odd_names():
    for name in ("-x.jalon", "two words.jalon", "über.jalon", b"bad\xff.jalon", "a\nb.jalon"):
        write(name, PROJECT)
        yield from expect(run("check", "--", name), OK)
        yield from expect(run("info", "--", name), OK)
    write("esc\x1b[31m.jalon", "<svg/>")
    outcome = run("check", "esc\x1b[31m.jalon")
    yield from expect(outcome, INPUT)
    if "\x1b" in outcome.err:
        yield "an escape sequence reached the terminal"


def check():
    outcome = run("check", "p.jalon")
    yield from expect(outcome, OK)
    if outcome.out or outcome.err:
        yield "a sound file makes it talk"
    write("odd.jalon", PROJECT.replace('value="1"', 'value="9"').replace('lane="does"', 'lane="x"'))
    outcome = run("check", "odd.jalon", "p.jalon")
    yield from expect(outcome, INPUT, "odd.jalon:9: ", "odd.jalon:10: ")
    if outcome.out.count(b"\n") != 2:
        yield f"not a line for each problem: {outcome.out!r}"
    yield from expect(run("check", "odd.jalon", "missing.jalon"), IO, "missing.jalon")


def info():
    outcome = run("info", "--json", "p.jalon")
    yield from expect(outcome, OK)
    told = json.loads(outcome.out)
    if [told["title"], told["counts"]["card"], told["counts"]["journey"]] != ["Test", 1, 3]:
        yield f"{told}"
    if [entry["id"] for entry in told["maps"]] != ["awa", "j", "k", "l"]:
        yield f"{told['maps']}"
    if told["maps"][1]["counts"] != {"lane": 2, "stage": 1, "step": 1, "card": 1, "score": 1}:
        yield f"{told['maps'][1]}"
    outcome = run("info", "p.jalon")
    yield from expect(outcome, OK)
    for word in (b"A house by the sea", b"Steps: 1"):
        if word not in outcome.out:
            yield f"{word} is not in {outcome.out!r}"


def standard_streams():
    yield from expect(run("check", "-", stdin=PROJECT.encode()), OK)
    yield from expect(run("check", "-", stdin=b"<svg/>"), INPUT, "standard input")
    outcome = run("export", "-", "-m", "j", "-f", "svg", "-o", "-", stdin=PROJECT.encode())
    yield from expect(outcome, OK)
    if not outcome.out.startswith((b"<svg", b"<?xml")):
        yield "no SVG on standard output"
    outcome = run("import", "-", "-f", "mermaid", "-o", "-", stdin=MERMAID.encode())
    yield from expect(outcome, OK)
    if b'title="My day"' not in outcome.out:
        yield "no project on standard output"
    yield from expect(run("check", "-", stdin=outcome.out), OK)


def limited(limit, *arguments, out=subprocess.PIPE):
    """What a run comes to under LIMIT, a command of the shell."""
    return subprocess.run(["sh", "-c", f'{limit}; exec "$@"', "sh", *WRAPPER, CLI, *arguments],
                          stdout=out, stderr=subprocess.PIPE, check=False)


def full_streams():
    """What could not be written was not done, and what was there before is there still."""
    with open("/dev/full", "wb") as full:
        for arguments in (("info", "p.jalon"), ("--help",), ("schema",), ("info", "--help"),
                          ("--version",), ("new", "--list"),
                          ("export", "p.jalon", "-m", "j", "-f", "svg", "-o", "-")):
            done = limited("true", *arguments, out=full)
            if done.returncode != IO or b"No space left on device" not in done.stderr:
                yield f"{arguments}, no room: {done.returncode}, {done.stderr!r}"
    done = limited("exec >&-", "info", "p.jalon")
    if done.returncode != IO:
        yield f"standard output is closed: {done.returncode}, {done.stderr!r}"
    run("export", "p.jalon", "-m", "j", "-o", "old.pdf")
    before = read("old.pdf")
    done = limited("ulimit -f 2", "export", "p.jalon", "-m", "j", "-o", "old.pdf")
    if done.returncode != IO or read("old.pdf") != before:
        yield f"a limit of size: {done.returncode}, {done.stderr!r}"
    # Only the soft limit, and no less: valgrind takes as much above it for itself, and its script
    # is read by a shell that wants number 10. What runs in it is held to the limit all the same.
    if limited("ulimit -S -n 16", "check", *100 * ["p.jalon"]).returncode != OK:
        yield "a hundred files need more than a few descriptors"


def export_formats():
    run("export", "p.jalon", "--map", "j", "--output", "one.png")
    width, height = png_size(read("one.png"))
    cases = (
        (("--scale", "2"), (2 * width, 2 * height)),
        (("--dpi", "192"), (2 * width, 2 * height)),
        (("--width", "500"), (500, None)),
        (("--theme", "dark"), (width, height)),
        (("--theme", "print"), (width, height)),
        (("--format", "png"), (width, height)),
    )
    for options, size in cases:
        yield from expect(run("export", "p.jalon", "-m", "A house by the sea", *options, "-o",
                              "more.png"), OK)
        got = png_size(read("more.png"))
        if abs(got[0] - size[0]) > 1 or (size[1] and abs(got[1] - size[1]) > 1):
            yield f"{options}: {got}, not {size}"
    for name, start in (("one.svg", (b"<svg", b"<?xml")), ("one.pdf", (b"%PDF-",))):
        yield from expect(run("export", "p.jalon", "-m", "j", "-o", name), OK)
        if not read(name).startswith(start):
            yield f"{name} is none"


def export_maps():
    yield from expect(run("export", "p.jalon", "-o", "x.png"), INPUT, "4 maps", "info")
    write("one.mmd", MERMAID)
    yield from expect(run("export", "one.mmd", "-o", "only.svg"), OK)
    yield from expect(run("export", "one.mmd", "-m", "My day", "-o", "named.svg"), OK)
    if b"My day" not in read("only.svg") or read("only.svg") != read("named.svg"):
        yield "the only journey is not what was written"
    yield from expect(run("export", "p.jalon", "-m", "Nowhere", "-o", "x.png"), INPUT, "Nowhere")
    yield from expect(run("export", "p.jalon", "-m", "Twice", "-o", "x.png"), INPUT, "several")
    yield from expect(run("export", "p.jalon", "--all", "-f", "svg", "-o", "all/maps"), OK)
    names = sorted(os.listdir("all/maps"))
    if names != ["A house by the sea.svg", "Awa Diop.svg", "Twice (2).svg", "Twice.svg"]:
        yield f"{names}"


def export_failures():
    write("plain", "x")
    os.mkfifo("pipe")
    yield from expect(run("export", "p.jalon", "-m", "j", "-o", "no/where.png"), IO, "no/where.png")
    yield from expect(run("export", "p.jalon", "--all", "-f", "png", "-o", "plain"), IO, "plain")
    yield from expect(run("export", "p.jalon", "-m", "j", "-f", "png", "-o", "all"), IO, "all")
    yield from expect(run("export", "p.jalon", "-m", "j", "-f", "png", "-o", "pipe"), IO)
    yield from expect(run("import", "m.mmd", "-o", "no/where.jalon"), IO, "no/where.jalon",
                      warnings=1)
    if read("plain") != b"x":
        yield "a file was overwritten by a folder"


def imports():
    outcome = run("import", "m.mmd", "-o", "m.jalon")
    yield from expect(outcome, OK)
    if "m.mmd:5: " not in outcome.err or outcome.err.count("\n") != 1:
        yield f"the score 9 was not reported: {outcome.err!r}"
    yield from expect(run("check", "m.jalon"), OK)
    yield from expect(run("export", "m.mmd", "-m", "My day", "-o", "m.svg"), OK)
    if b"Make tea" not in read("m.svg"):
        yield "a Mermaid journey is not exported on its own"
    before = read("m.jalon")
    write("broken.mmd", MERMAID + "    Sleep; long: 3: Me\n")
    yield from expect(run("import", "broken.mmd", "-o", "m.jalon"), INPUT, "broken.mmd:6: ")
    if read("m.jalon") != before:
        yield "a failed import changed the file"
    outcome = run("import", "--partly", "broken.mmd", "-o", "m.jalon")
    yield from expect(outcome, OK)
    if "broken.mmd:6: " not in outcome.err:
        yield "what was passed over was not reported"
    # What is in a file tells as much as its name.
    write("day", MERMAID)
    if b"My day" not in run("info", "day").out:
        yield "a Mermaid journey without an ending is not read on its own"
    for outcome in (run("import", "day", "-o", "day.jalon"),
                    run("import", "-", "-o", "-", stdin=MERMAID.encode())):
        yield from expect(outcome, OK)
        if ":5: " not in outcome.err:
            yield f"the score 9 was not reported: {outcome.err!r}"


def new():
    outcome = run("new", "--list")
    yield from expect(outcome, OK)
    names = [line.split()[0] for line in outcome.out.decode().splitlines()]
    for kind in ("persona", "empathy-map", "stakeholder-map", "journey", "register"):
        if kind not in names:
            yield f"no template for {kind}"
    for name in names:
        for language in ("en", "fr", "id"):
            yield from expect(run("new", "--template", name, "--language", language, "-o",
                                  "new.jalon"), OK)
            yield from expect(run("check", "new.jalon"), OK)
    run("new", "--template", "journey", "-o", "a.jalon")
    run("new", "--template", "journey", "-o", "b.jalon")
    if run("info", "a.jalon").out.split()[0] == run("info", "b.jalon").out.split()[0]:
        yield "two new projects have the same ids"


def schema():
    outcome = run("schema")
    yield from expect(outcome, OK)
    write("jalon.rng", outcome.out)
    if read(os.path.join(TOP, "resources/schema/jalon-1.rng")) != outcome.out:
        yield "resources/schema/jalon-1.rng is not what the table says: jalon-cli schema -o it"
    for name in ("p.jalon", "m.jalon", "new.jalon"):
        done = subprocess.run(["xmllint", "--noout", "--relaxng", "jalon.rng", name],
                              capture_output=True, check=False)
        if done.returncode != 0:
            yield f"{name}: {done.stderr.decode()}"


def without_home():
    sanitizers = {name: value for name, value in os.environ.items() if name.endswith("SAN_OPTIONS")}
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "xx_XX", "TMPDIR": "/nowhere",
                   **sanitizers}
    done = subprocess.run([CLI, "export", "p.jalon", "-m", "j", "-o", "bare.pdf"], env=environment,
                          capture_output=True, check=False)
    if done.returncode != OK or not read("bare.pdf").startswith(b"%PDF-"):
        yield f"{done.returncode}: {done.stderr!r}"


# What needs no file system of the desktop. One that cannot be loaded would be named.
LOCAL = (
    ("export", "p.jalon", "-m", "j", "-o", "local.svg"),
    ("diff", "p.jalon", "p.jalon"),
    ("import", "m.mmd", "-o", "local.jalon"),
    ("check", "p.jalon"),
)


def local_files():
    os.mkdir("modules")
    write("modules/libbroken.so", "no library")
    os.environ["GIO_EXTRA_MODULES"] = os.path.abspath("modules")
    for arguments in LOCAL:
        outcome = run(*arguments)
        yield from expect(outcome, OK)
        if "libbroken" in outcome.err:
            yield f"{arguments}: {outcome.err!r}"
    del os.environ["GIO_EXTRA_MODULES"]


def main():
    report = Report()
    home = tempfile.mkdtemp(prefix="jalon-cli-")
    os.chdir(home)
    write("p.jalon", PROJECT)
    write("m.mmd", MERMAID)
    for case in (help_texts, version, usages, unreadable, odd_names, check, info, standard_streams,
                 full_streams, export_formats, export_maps, export_failures, imports, new, schema,
                 without_home, local_files):
        try:
            report(case.__name__.replace("_", " "), case())
        except Exception as error:  # a case that breaks is a case that failed
            report(case.__name__, [repr(error)])
    os.chdir("/")
    shutil.rmtree(home)
    report.done()


main()
