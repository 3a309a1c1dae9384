"""Files that are nothing but a link: Windows' .url, the Mac's .webloc, the desktops' .desktop."""

from __future__ import annotations

import configparser
import plistlib
from pathlib import PurePath
from xml.parsers.expat import ExpatError

from briefing_app.gui.intake.addresses import Link, web_address

EXTENSIONS = (".url", ".webloc", ".desktop")
MOST_BYTES = 64 * 1024
_SECTIONS = ("internetshortcut", "desktop entry")


def read(path: str) -> Link | None:
    """The link in a file of the disk; None where it is no such file."""
    if PurePath(path).suffix.lower() not in EXTENSIONS:
        return None
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - a path may hold bytes that are no text
            return parse(path, file.read(MOST_BYTES))
    except (OSError, ValueError):
        return None


def parse(name: str, data: bytes) -> Link | None:
    """The link in a file of this name; None where there is none."""
    file = PurePath(name.replace("\\", "/"))
    suffix = file.suffix.lower()
    if suffix not in EXTENSIONS or len(data) > MOST_BYTES:
        return None
    url = web_address(_webloc(data) if suffix == ".webloc" else _setting(data))
    return Link(url, file.stem[:300]) if url else None


def _webloc(data: bytes) -> str:
    if b"<!ENTITY" in data:
        return ""
    try:
        found = plistlib.loads(data)
    except (plistlib.InvalidFileException, ExpatError, ValueError, LookupError, OverflowError,
            TypeError, AttributeError, RecursionError):  # fmt: skip
        return ""
    return str(found.get("URL", "")) if isinstance(found, dict) else ""


def _setting(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16", "replace")
    else:
        text = data.decode("utf-8", "replace").lstrip("\ufeff")
    parser = configparser.RawConfigParser(strict=False, delimiters=("=",), allow_no_value=True)
    try:
        parser.read_string(text.replace("\0", ""))
    except configparser.Error:
        return ""
    for section in parser.sections():
        if section.lower() in _SECTIONS and (url := parser.get(section, "url", fallback="")):
            return url
    return ""
