"""Addresses of a drop: files of this computer, links, and what is neither."""

from __future__ import annotations

import os
import re
import sys
from dataclasses import dataclass, field
from urllib.parse import unquote, unquote_to_bytes, urlsplit

MESSAGES = ("mailbox-message:", "imap-message:", "message:", "mailbox:", "imap:")
"""Begin the addresses of messages, which only the mail program can follow."""

MOST_LINKS = 20
_WEB = re.compile(r"https?://[^\s<>\"\x00-\x20\x7f]{1,4000}", re.I)


@dataclass(frozen=True)
class Link:
    """An address of the web; `title` as the other program gave it, "" where it did not."""

    url: str
    title: str = ""


@dataclass
class Addresses:
    """The addresses of a list, sorted. `left_out`: there were more than are taken."""

    paths: list[str] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    elsewhere: int = 0
    messages: int = 0
    left_out: bool = False


def sort_uri_list(raw: bytes, most: int, platform: str = sys.platform) -> Addresses:
    """Sort a text/uri-list (RFC 2483)."""
    found = Addresses()
    lines = [line.strip(b"\r \0\t") for line in raw.split(b"\n", most + 1)]
    lines = [line for line in lines if line and not line.startswith(b"#")]
    found.left_out = len(lines) > most
    for line in lines[:most]:
        _sort(line, found, platform)
    return found


def _sort(line: bytes, found: Addresses, platform: str) -> None:
    text = line.decode("utf-8", "replace")
    scheme = text.partition(":")[0].lower()
    if scheme == "file" or text.startswith("/"):
        path = local_path(line, platform)
        if path is None:
            found.elsewhere += 1
        elif path:
            found.paths.append(path)
    elif url := web_address(text):
        if len(found.links) < MOST_LINKS:
            found.links.append(Link(url))
    elif text.lower().startswith(MESSAGES):
        found.messages += 1


def local_path(address: bytes, platform: str = sys.platform) -> str | None:
    """The path that a file address names: "" for none, None where it is on another computer.

    Names need not be UTF-8; Qt would lose those that are not.
    """
    if address.startswith(b"/") and not address.startswith(b"//"):
        return _without_nul(os.fsdecode(address))
    host, slash, rest = _after_scheme(address).partition(b"/")
    if host.lower() not in (b"", b"localhost") or rest.startswith((b"/", b"%2f", b"%2F", b"\\")):
        return None
    raw = unquote_to_bytes(slash + rest)
    if platform != "win32":
        return _without_nul(os.fsdecode(raw))
    path = unquote(raw.decode("utf-8", "replace")).replace("/", "\\")
    path = re.sub(r"^\\([A-Za-z]:)", r"\1", path)
    return None if path.startswith("\\\\") else _without_nul(path)


def _after_scheme(address: bytes) -> bytes:
    rest = address[len(b"file:") :]
    return rest[2:] if rest.startswith(b"//") else rest


def _without_nul(path: str) -> str:
    """Some programs end what they hand over with a NUL; within a name there is none."""
    path = path.rstrip("\0")
    return "" if "\0" in path or path == "/" else path


def web_address(text: str) -> str:
    """The address if it is one of the web, else ""."""
    text = text.strip().strip("\0")
    if not _WEB.fullmatch(text):
        return ""
    try:
        return text if urlsplit(text).hostname else ""
    except ValueError:
        return ""


def links_of_text(text: str) -> list[Link]:
    """The links of a text that holds nothing but addresses, one a line; [] for any other."""
    if len(text) > MOST_LINKS * 4_100:
        return []
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    found = [Link(url) for line in lines if (url := web_address(line))]
    return found if len(found) == len(lines) <= MOST_LINKS else []


def link_with_title(text: str) -> Link | None:
    """A link of "address, line end, title", as browsers write it; None where there is none."""
    first, _, rest = text.strip("\0 ").partition("\n")
    url = web_address(first)
    title = " ".join(rest.partition("\n")[0].split())
    if not url:
        return None
    return Link(url, "" if web_address(title) else title[:300])


def decoded(raw: bytes, *, is_wide: bool) -> str:
    """Text of a browser's own format, which should be UTF-16 but sometimes is not."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", "replace")
    if is_wide and raw[1:2] == b"\0":
        return raw[: len(raw) // 2 * 2].decode("utf-16-le", "replace")
    return raw.decode("utf-8", "replace").lstrip("\ufeff")
