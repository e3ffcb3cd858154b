#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The translations: every file with words in it is extracted, and every catalogue is sound.

Usage: translations.py [--complete] TOP

With --complete: no language lacks a translation of what is in the sources now.
"""

import html
import os
import re
import subprocess
import sys
import tempfile

from tap import Report, project_files, read

SOURCES = (".c", ".h", ".ui")
TEMPLATES = (".desktop.in", ".xml.in", ".gschema.xml")
CALL = r'(?<!\w)(_|N_|C_|NC_|ngettext|g_dngettext|g_dgettext|g_dpgettext2?)\s*\(\s*(\w+,\s*)*"'
WORDS = re.compile(CALL + r'|translatable="(yes|true|1)"')

# xgettext ends the words at a macro of GLib, so nothing finds their translation.
CUT = re.compile(r'(?<!\w)(_|N_|ngettext|g_dngettext)\s*\([^;]*?%"\s*G_G\w+_FORMAT')

# In French a blank that does not break stands before these, a narrow one but for the colon, and
# within quotation marks. Codes as "#59;" and lists of key words have none.
SETTING = re.compile(
    r"[ \u00a0]([?!;](?!\w)|%%)| (:(?!\w)|»)|« |(?<!#\d\d)(?<=[\w)»])[?!;](?!\w|\"$)"
)

# Words of ours beside the catalogue
FRENCH = (".fr.jalon", "samples/paniers-de-saison.jalon")

# What meson's preset 'glib' gives to xgettext.
KEYWORDS = [
    "--from-code=UTF-8",
    "--keyword=_",
    "--keyword=N_",
    "--keyword=C_:1c,2",
    "--keyword=NC_:1c,2",
    "--keyword=g_dcgettext:2",
    "--keyword=g_dngettext:2,3",
    "--keyword=g_dpgettext2:2c,3",
]


def listed(top, name):
    """Returns (line, entry) of each entry of po/NAME."""
    entries = enumerate(read(top, f"po/{name}").splitlines(), 1)
    return [(number, entry) for number, entry in entries if entry and not entry.startswith("#")]


def run(*command, **options):
    return subprocess.run(command, capture_output=True, text=True, check=False, **options)


def potfiles(top):
    """POTFILES holds the files with words, each once, sorted, and no others."""
    entries = listed(top, "POTFILES")
    names = {entry for _, entry in entries}
    for path in project_files(top, *SOURCES, *TEMPLATES):
        if path.startswith("tests/"):
            continue
        if path.endswith(TEMPLATES):
            found = 1
        else:
            match = WORDS.search(text := read(top, path))
            found = text.count("\n", 0, match.start()) + 1 if match else 0
        if found and path not in names:
            yield f"{path}:{found}: has words to translate; add it to po/POTFILES"
        if path in names and not found:
            yield f"{path}:1: has no words to translate; take it out of po/POTFILES"
    for (number, entry), (_, before) in zip(entries, [(0, "")] + entries):
        if entry <= before:
            yield f"po/POTFILES:{number}: {entry} belongs before {before}"
        if not os.path.exists(os.path.join(top, entry)):
            yield f"po/POTFILES:{number}: there is no {entry}"


def cut(top):
    for path in project_files(top, ".c", ".h"):
        text = read(top, path)
        for match in CUT.finditer(text):
            line = text.count("\n", 0, match.end()) + 1
            yield f"{path}:{line}: xgettext does not know this macro; use %lu and a cast"


def sound(top, language):
    """The catalogue compiles, and its formats and headers fit."""
    result = run("msgfmt", "--check", "-o", os.devnull, f"po/{language}.po", cwd=top)
    if result.returncode != 0:
        yield result.stderr


def well_set(top):
    """Yields where French punctuation has no blank, or one that is wrong there."""
    listing = run("msgcat", "--no-wrap", "po/fr.po", cwd=top).stdout
    for entry in listing.split("\n\n"):
        place = re.search(r"^#: (\S+)", entry, re.MULTILINE)
        for words in re.findall(r'^msgstr(?:\[\d\])? (".*")$', entry, re.MULTILINE):
            if place and SETTING.search(words):
                yield f"{place[1]}: fr: a narrow blank that does not break is needed: {words}"
    for path in project_files(top, *FRENCH):
        for number, line in enumerate(read(top, path).splitlines(), 1):
            for words in re.findall(r'"[^"]*"|(?<=>)[^<>]+(?=<)', line):
                if SETTING.search(html.unescape(words)):
                    yield f"{path}:{number}: a narrow blank that does not break is needed: {words}"


def extract(top, template):
    """Extracts the words of the sources into the file TEMPLATE."""
    result = run(
        *("xgettext", *KEYWORDS, "--files-from=po/POTFILES", f"--output={template}"), cwd=top
    )
    if result.returncode != 0:
        yield result.stderr


def incomplete(top, language, template):
    """Yields what the sources say and the language does not."""
    merge = ("msgmerge", "--quiet", "--no-fuzzy-matching", f"po/{language}.po", template)
    merged = run(*merge, cwd=top).stdout
    for kind in ("--untranslated", "--only-fuzzy"):
        listing = run("msgattrib", "--no-obsolete", "--no-wrap", kind, input=merged).stdout
        for entry in listing.split("\n\n"):
            place = re.search(r"^#: (\S+)", entry, re.MULTILINE)
            words = re.search(r'^msgid (".*")$', entry, re.MULTILINE)
            if place and words:
                yield f"{place[1]}: {language}: {kind.split('-')[-1]}: {words[1]}"


def main():
    top = sys.argv[-1]
    languages = [language for _, language in listed(top, "LINGUAS")]
    report = Report()
    if "--complete" in sys.argv:
        with tempfile.TemporaryDirectory() as folder:
            template = os.path.join(folder, "jalon.pot")
            report("words can be extracted", extract(top, template))
            for language in languages:
                report(f"{language} is complete", incomplete(top, language, template))
    else:
        report("POTFILES lists the files with words", potfiles(top))
        report("words hold no format macros", cut(top))
        for language in languages:
            report(f"{language}.po is sound", sound(top, language))
        report("fr.po is well set", well_set(top))
    report.done()


if __name__ == "__main__":
    main()
