#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Has somebody use the editor who knows nothing of it: README.md."""

import argparse
import json
import os
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.realpath(__file__))
TOP = os.path.dirname(os.path.dirname(HERE))


def parse_size(text):
    return [int(number) for number in text.split("x")]


def parse_options():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program", help="PREFIX/bin/jalon")
    parser.add_argument("--seed", type=int, default=int(time.time()), help="of the first run")
    parser.add_argument("--runs", type=int, default=1, help="each with a seed of its own")
    parser.add_argument("--events", type=int, default=400)
    parser.add_argument("--language", default="en", help="fr, id; ar puts all the other way round")
    parser.add_argument("--scale", type=int, default=1)
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--contrast", action="store_true")
    parser.add_argument("--windows", type=int, choices=(1, 2), default=1)
    parser.add_argument("--size", type=parse_size, default=[1400, 900], metavar="WIDTHxHEIGHT")
    parser.add_argument("--start", choices=("gallery", "sample"), default="sample")
    parser.add_argument("--replay", metavar="LOG", help="does what another run has done")
    parser.add_argument("--logs", default=os.path.join(TOP, "build-user/logs"))
    return parser.parse_args()


def make_environment(program, options):
    """Returns the environment of a test, in the mode of OPTIONS."""
    prefix = os.path.dirname(os.path.dirname(os.path.realpath(program)))
    environment = {
        **os.environ,
        "ADW_DISABLE_PORTAL": "1",
        "ASAN_OPTIONS": "handle_abort=1:handle_sigtrap=1:detect_stack_use_after_return=1",
        "GDK_DEBUG": "gl-disable",
        "GDK_SCALE": str(options["scale"]),
        "GIO_USE_VFS": "local",
        "GSETTINGS_BACKEND": "memory",
        "GSK_RENDERER": "cairo",
        "GTK_USE_PORTAL": "0",
        "G_DEBUG": "fatal-criticals",
        "G_SLICE": "always-malloc",
        "LANGUAGE": options["language"],
        "LC_ALL": "C.UTF-8",
        "PYTHONDONTWRITEBYTECODE": "1",
        "UBSAN_OPTIONS": "halt_on_error=1:print_stacktrace=1",
        "XDG_DATA_DIRS": f"{prefix}/share:/usr/local/share:/usr/share",
    }
    if options["dark"]:
        environment["ADW_DEBUG_COLOR_SCHEME"] = "prefer-dark"
    if options["contrast"]:
        environment["ADW_DEBUG_HIGH_CONTRAST"] = "1"
    return environment


def mirror(program):
    """Lets Arabic count as translated: before, GTK puts nothing the other way round."""
    prefix = os.path.dirname(os.path.dirname(os.path.realpath(program)))
    folder = os.path.join(prefix, "share/locale/ar/LC_MESSAGES")
    os.makedirs(folder, exist_ok=True)
    subprocess.run(
        ("msgfmt", "-o", os.path.join(folder, "jalon.mo"), "-"),
        input='msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n',
        check=True,
        text=True,
    )


def run(program, options, events, folder):
    """Runs a session; returns whether all was well, and lines about it."""
    os.makedirs(folder, exist_ok=True)
    log = os.path.join(folder, "log")
    with open(log, "w", encoding="utf-8") as file:
        file.writelines([json.dumps(options) + "\n", *events])
    width, height = options["size"]
    with open(os.path.join(folder, "said"), "w", encoding="utf-8") as said:
        status = subprocess.run(
            ("xvfb-run", "-a", "-s", f"-screen 0 {width}x{height}x24 -nolisten tcp -noreset")
            + ("dbus-run-session", "--", sys.executable, os.path.join(HERE, "user_session.py"))
            + (program, os.path.join(TOP, "resources/samples"), folder, log),
            env=make_environment(program, options),
            stdout=said,
            stderr=said,
            check=False,
        ).returncode
    with open(os.path.join(folder, "verdict"), encoding="utf-8") as verdict:
        return status == 0, verdict.read().splitlines()


def main():
    options = vars(parse_options())
    program, logs = os.path.realpath(options.pop("program")), options.pop("logs")
    replay, runs = options.pop("replay"), options.pop("runs")
    failed, events = 0, []
    if replay is not None:
        with open(replay, encoding="utf-8") as file:
            first, *events = file
        options = json.loads(first)
    if options["language"] == "ar":
        mirror(program)
    for seed in range(options["seed"], options["seed"] + runs):
        options["seed"] = seed
        folder = os.path.join(logs, f"replay-{seed}" if events else str(seed))
        is_good, verdict = run(program, options, events, folder)
        failed += not is_good
        print(f"{folder}: {'' if is_good else 'NOT '}well: {'; '.join(verdict[:3])}")
        sys.stdout.flush()
    print(f"{runs - failed} well, {failed} not well")
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
