"""The page that Outlook packs into rich text, [MS-OXRTFEX].

A message that was written as a page is often kept as rich text only. It holds all tags of the
page in groups of their own, and marks what stands for them when it is shown as rich text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from html import escape

from briefing_app.readers.documents.rtf_words import CHARACTERS, CODE_PAGES, ENCODINGS, LEFT_OUT

_TOKEN = re.compile(
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?|\\'(?P<hex>[0-9a-fA-F]{2})"
    r"|\\(?P<sign>.)|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)|[\r\n]+|\\",
    re.S,
)
_DESTINATION = re.compile(r"\s{0,4}(?P<star>\\\*)?\s{0,4}\\(?P<word>[a-z]{1,32})(-?\d{1,10})? ?")
_BRACE = re.compile(r"\\bin(?P<bytes>\d{1,9}) ?|\\.|(?P<brace>[{}])", re.S)
_FROM_PAGE = re.compile(rb"\\fromhtml1?\b")
_CODE_PAGE = re.compile(rb"\\ansicpg(\d{1,5})")
_FONT = re.compile(r"\\f(\d{1,6})\b[^{};]{0,200}?\\fcharset(\d{1,3})\b")
_HEAD = 8_000
_FONTS = 200_000
_DEEPEST = 5_000
_BREAKS = {"par": "\r\n", "line": "\r\n", "tab": "\t", "nbsp": "\u00a0"}
_LINE_TAG = "<br>"
"""For a line that ends where the page has no tag for it."""

_NO_TEXT = LEFT_OUT | {"fonttbl", "colortbl", "mhtmltag", "info"}


def page_of(data: bytes) -> str:
    """The page in rich text, "" where there is none in it."""
    if not _FROM_PAGE.search(data[:_HEAD]):
        return ""
    return _Unpacking(data.decode("latin-1")).page()


@dataclass(frozen=True, slots=True)
class _State:
    """What holds until the group ends.

    is_tag    what stands here is of the page's source
    is_shown  it only stands for a tag when the message is shown as rich text, and so is left out
    skip      characters that stand in for one that \\u gave
    """

    is_tag: bool = False
    is_shown: bool = False
    skip: int = 1
    encoding: str = ""


class _Unpacking:
    """Goes through the tokens once."""

    def __init__(self, text: str) -> None:
        self._text = text
        page = _CODE_PAGE.search(text[:_HEAD].encode("latin-1"))
        encoding = CODE_PAGES.get(int(page[1]), "cp1252") if page else "cp1252"
        self._default = _State(encoding=encoding)
        self._state, self._outer = self._default, list[_State]()
        self._fonts = {int(font): ENCODINGS.get(int(kind), encoding)
                       for font, kind in _FONT.findall(text[:_FONTS])}  # fmt: skip
        self._parts: list[str] = []
        self._bytes = bytearray()
        self._to_skip = 0
        self._high = 0

    def page(self) -> str:
        """The source of the page."""
        position = 0
        while match := _TOKEN.match(self._text, position):
            position = match.end()
            if match["brace"] == "{":
                position = self._open(position)
            elif match["brace"]:
                self._close()
            elif match["word"]:
                self._take_word(match["word"], match["number"])
            elif match["hex"]:
                self._take(bytes.fromhex(match["hex"]))
            elif match["sign"] and match["sign"] in "\\{}":
                self._take(match["sign"].encode())
            elif match["sign"] == "~":
                self._write("\u00a0")
            elif match["text"]:
                self._take(match["text"].encode("latin-1"))
        self._flush()
        return "".join(self._parts)

    def _open(self, position: int) -> int:
        """Begin a group. Returns where to go on: behind it, if nothing of the page is in it."""
        self._flush()
        destination = _DESTINATION.match(self._text, position)
        word = destination["word"] if destination else ""
        if destination and (word in _NO_TEXT or (destination["star"] and word != "htmltag")):
            return _behind(self._text, position)
        if len(self._outer) < _DEEPEST:
            self._outer.append(self._state)
        if word == "htmltag" and destination:
            self._state = replace(self._state, is_tag=True)
            return destination.end()
        return position

    def _close(self) -> None:
        self._flush()
        if self._outer:
            self._state = self._outer.pop()

    def _take_word(self, word: str, number: str | None) -> None:
        value = int(number) if number else None
        if word == "u" and value is not None:
            self._take_unicode(value % 0x10000)
        elif word in _BREAKS or word in CHARACTERS:
            if self._to_skip:
                self._to_skip -= 1
            elif word == "line" and not self._state.is_tag and not self._state.is_shown:
                self._flush()
                self._parts.append(_LINE_TAG)
            else:
                self._write(_BREAKS.get(word) or CHARACTERS[word])
        elif word == "htmlrtf":
            self._change(is_shown=value != 0)
        elif word == "uc" and value is not None:
            self._change(skip=min(max(value, 0), 10))
        elif word == "f" and not self._state.is_tag:
            self._change(encoding=self._fonts.get(value or 0, self._default.encoding))
        elif word == "plain":
            self._change(encoding=self._default.encoding)

    def _change(self, **what: bool | int | str) -> None:
        self._flush()
        self._state = replace(self._state, **what)  # type: ignore[arg-type]

    def _take(self, data: bytes) -> None:
        skipped = min(self._to_skip, len(data))
        self._to_skip -= skipped
        self._bytes += data[skipped:]

    def _take_unicode(self, unit: int) -> None:
        self._flush()
        if 0xD800 <= unit < 0xDC00:
            self._high = unit
        elif 0xDC00 <= unit < 0xE000:
            pair = self._high.to_bytes(2, "little") + unit.to_bytes(2, "little")
            self._write(pair.decode("utf-16-le", "replace"))
        else:
            self._write(chr(unit))
        self._to_skip = self._state.skip

    def _flush(self) -> None:
        self._to_skip = 0
        if self._bytes:
            text = self._bytes.decode(self._state.encoding, "replace")
            self._bytes.clear()
            self._put(text)

    def _write(self, text: str) -> None:
        self._flush()
        self._put(text)

    def _put(self, text: str) -> None:
        if not self._state.is_shown:
            self._parts.append(text if self._state.is_tag else escape(text, quote=False))


def _behind(text: str, position: int) -> int:
    """Where the group ends that is open at a position."""
    depth = 1
    while depth and (match := _BRACE.search(text, position)):
        position = match.end() + int(match["bytes"] or 0)
        depth += {"{": 1, "}": -1}.get(match["brace"], 0)
    return len(text) if depth else position
