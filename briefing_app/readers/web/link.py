"""Links kept as files: they lead to an article and do not hold it."""

from __future__ import annotations

import plistlib
import re
from typing import Never
from xml.parsers.expat import ExpatError

from briefing_app.errors import OnlyALink
from briefing_app.readers.encoding import decode
from briefing_app.readers.incoming import Incoming
from briefing_app.readers.particulars.metadata import clean_address

_LINE = re.compile(r"^(?:BASE)?URL(?:\[[^\]\n]{0,40}\])?\s*=\s*(?P<address>\S+)", re.I | re.M)
_LONGEST = 2_000
_LISTED = re.compile(r"<string>\s*(?P<address>https?://[^<\s]+)\s*</string>", re.I)

_NAMED = re.compile(r"\"url\"\s*:\s*\"(?P<address>https?://[^\"\s]+)\"")
"""As the folder of an online office keeps its documents."""


def refuse_link(file: Incoming) -> Never:
    """Raises OnlyALink: with the address of the page that it leads to, "" for none."""
    address = clean_address(_address(file.data))
    address = address if len(address) <= _LONGEST else ""
    raise OnlyALink(
        f"this is only a link: {address}." if address else "this is only a link.",
        "Save the page in a browser and import that file.",
        address,
    )


def _address(data: bytes) -> str:
    if data.startswith(b"bplist"):
        return _from_list(data)
    text = decode(data).text
    match = _LINE.search(text) or _LISTED.search(text) or _NAMED.search(text)
    return match["address"].replace("&amp;", "&") if match else ""


def _from_list(data: bytes) -> str:
    """The address in a binary property list."""
    try:
        value = plistlib.loads(data)
    except (plistlib.InvalidFileException, ValueError, ExpatError, RecursionError, MemoryError):
        return ""
    address = value.get("URL") if isinstance(value, dict) else ""
    return address if isinstance(address, str) else ""
