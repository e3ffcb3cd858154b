#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What `meson install` puts down: all there, valid, and each file naming the others rightly.

Usage: installed.py BUILD PREFIX
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile

from tap import Report, read

APP = "org.jalon.Jalon"
TYPE = "application/vnd.jalon.project+xml"
DESKTOP = f"share/applications/{APP}.desktop"
METAINFO = f"share/metainfo/{APP}.metainfo.xml"
MIME = f"share/mime/packages/{APP}-mime.xml"
SCHEMAS = "share/glib-2.0/schemas"
ICONS = (
    f"share/icons/hicolor/scalable/apps/{APP}.svg",
    f"share/icons/hicolor/scalable/mimetypes/{APP}-project.svg",
    f"share/icons/hicolor/symbolic/apps/{APP}-symbolic.svg",
)
FILES = (
    "bin/jalon",
    "bin/jalon-cli",
    DESKTOP,
    METAINFO,
    MIME,
    *ICONS,
    f"{SCHEMAS}/{APP}.gschema.xml",
    "share/jalon/samples/holiday-rentals.jalon",
    "share/jalon/schema/jalon-1.rng",
    "share/locale/fr/LC_MESSAGES/jalon.mo",
    "share/locale/id/LC_MESSAGES/jalon.mo",
)


def complaints(*command):
    """Yields what COMMAND says, if it fails."""
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    if result.returncode != 0:
        yield f"{os.path.basename(command[-1])}: " + (result.stdout + result.stderr).strip()


def missing(root):
    for path in FILES:
        if not os.path.exists(os.path.join(root, path)):
            yield f"{path}: not installed"


def misnamed(root):
    """The desktop file, the AppStream data and the MIME type name one another and the program."""
    expected = {
        DESKTOP: (r"^Exec=jalon( |$)", rf"^Icon={APP}$", rf"^MimeType={re.escape(TYPE)};$"),
        METAINFO: (f"<id>{APP}</id>", f">{APP}.desktop</launchable>", f">{TYPE}</mediatype>"),
        MIME: (f'type="{TYPE}"', f'<icon name="{APP}-project"/>', 'pattern="*.jalon"'),
    }
    for path, patterns in expected.items():
        text = read(root, path)
        for pattern in patterns:
            if pattern not in text and not re.search(pattern, text, re.MULTILINE):
                yield f"{path}: {pattern} not found"


def untranslated(root):
    """The words that the desktop shows came through the translations."""
    for path, mark in ((DESKTOP, "Comment[{}]="), (METAINFO, 'lang="{}"'), (MIME, 'lang="{}"')):
        for language in ("fr", "id"):
            if mark.format(language) not in read(root, path):
                yield f"{path}: nothing in language {language}"


def bad_mime(root):
    yield from complaints("xmllint", "--noout", os.path.join(root, MIME))
    with tempfile.TemporaryDirectory() as folder:
        os.mkdir(os.path.join(folder, "packages"))
        shutil.copy(os.path.join(root, MIME), os.path.join(folder, "packages"))
        yield from complaints("update-mime-database", folder)
        if f"50:{TYPE}:*.jalon" not in read(folder, "globs2"):
            yield f"{MIME}: *.jalon does not become {TYPE}"
        if f"urn:jalon:project:1 project {TYPE}" not in read(folder, "XMLnamespaces"):
            yield f"{MIME}: the namespace does not become {TYPE}"


def bad_icons(root):
    for icon in ICONS:
        path = os.path.join(root, icon)
        yield from complaints("xmllint", "--noout", path)
        # It writes to regular files only.
        yield from complaints("rsvg-convert", "--output", os.path.join(root, "icon.png"), path)
        if not re.search(r'width="(\d+)" height="\1" viewBox="0 0 \1 \1"', read(root, icon)):
            yield f"{icon}: not a square from 0 0"


def main():
    build, prefix = sys.argv[1:]
    report = Report()
    with tempfile.TemporaryDirectory() as folder:
        root = folder + prefix
        install = ("meson", "install", "-C", build, "--no-rebuild", "--quiet", "--destdir", folder)
        report("meson install works", complaints(*install))
        report("everything is installed", missing(root))
        report("the files name each other", misnamed(root))
        report("the desktop's words are translated", untranslated(root))
        desktop = os.path.join(root, DESKTOP)
        report("the desktop file is valid", complaints("desktop-file-validate", desktop))
        metainfo = os.path.join(root, METAINFO)
        appstream = ("appstreamcli", "validate", "--no-net", "--explain", metainfo)
        report("the AppStream data is valid", complaints(*appstream))
        report("the MIME type is valid", bad_mime(root))
        schemas = ("glib-compile-schemas", "--strict", "--dry-run", os.path.join(root, SCHEMAS))
        report("the settings are valid", complaints(*schemas))
        report("the icons are valid", bad_icons(root))
    report.done()


if __name__ == "__main__":
    main()
