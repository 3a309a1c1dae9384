"""The markup of a drop, looked at just enough to tell a piece of an article from a link."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser

from briefing_app.gui.intake.addresses import web_address

LOOKED_AT = 20_000
"""Bytes; a link with more markup than that around it is not met."""

_SOURCE = re.compile(rb"^SourceURL:\s*(\S{1,4000})", re.I | re.M)
_START, _END = b"<!--StartFragment-->", b"<!--EndFragment-->"
_UNSEEN = ("script", "style", "template", "title")


@dataclass(frozen=True)
class Look:
    """What a piece of markup shows.

    text          of its beginning, white space made single
    link          address of its first link to the web, "" for none
    is_link_only  there is nothing to see but one link: a headline, or a picture with a link
    is_picture    there is nothing to see but pictures
    pictures      addresses of the pictures on the web
    """

    text: str = ""
    link: str = ""
    is_link_only: bool = False
    is_picture: bool = False
    pictures: tuple[str, ...] = ()


class _Looker(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.within: list[str] = []
        self.outside: list[str] = []
        self.links: list[str] = []
        self.has_picture = False
        self.pictures: list[str] = []
        self._in_link = self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "a" and (url := web_address(values.get("href", ""))):
            self._in_link += 1
            self.links.append(url)
        elif tag == "img":
            self.has_picture = True
            self.pictures += filter(None, [web_address(values.get("src", ""))])
        elif tag in _UNSEEN:
            self._unseen += 1

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._in_link:
            self._in_link -= 1
        elif tag in _UNSEEN and self._unseen:
            self._unseen -= 1

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            (self.within if self._in_link else self.outside).append(data)


def look(html: bytes) -> Look:
    """Look at the beginning of a piece of markup; an empty Look where there is none."""
    if not html:
        return Look()
    looker = _Looker()
    try:
        looker.feed(_decoded(html[:LOOKED_AT]))
        looker.close()
    except AssertionError:
        # The parser's way of giving up on a malformed declaration; what it saw so far counts.
        pass
    outside, within = _spaced(looker.outside), _spaced(looker.within)
    is_whole = len(html) <= LOOKED_AT
    return Look(
        f"{outside} {within}".strip(),
        next(iter(looker.links), ""),
        is_link_only=is_whole and len(set(looker.links)) == 1 and not outside,
        is_picture=is_whole and looker.has_picture and not looker.links and not outside,
        pictures=tuple(looker.pictures),
    )


def from_windows(raw: bytes) -> tuple[bytes, str]:
    """The fragment and the address of the page in a CF_HTML; its offsets are not trusted.

    (b"", "") where there is no markup.
    """
    header, html = raw[: raw.find(b"<")], raw[max(0, raw.find(b"<")) :]
    if b"<" not in raw:
        return b"", ""
    start, end = html.find(_START), html.find(_END)
    if 0 <= start < end:
        html = html[start + len(_START) : end]
    source = _SOURCE.search(header[:10_000])
    return html.rstrip(b"\0"), web_address(source[1].decode("latin-1")) if source else ""


def _decoded(html: bytes) -> str:
    if html[:2] in (b"\xff\xfe", b"\xfe\xff"):
        text = html.decode("utf-16", "replace")
    elif html[1:200:2].count(0) > len(html[1:200:2]) // 3:
        text = html.decode("utf-16-le", "replace")
    else:
        text = html.decode("utf-8", "replace")
    return text.replace("\ufeff", "").replace("\0", "")


def _spaced(parts: list[str]) -> str:
    return " ".join("".join(parts).split())
