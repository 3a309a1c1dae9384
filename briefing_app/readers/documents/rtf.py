"""Rich text (.rtf): what Word, mail programs and press databases write.

A file is read token by token with the state of its group: which font and so which encoding,
whether text is hidden or deleted, and whether it goes to the text, a footnote or a header.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from briefing_app.errors import UnreadableFile
from briefing_app.readers.documents.document import Document, read_document
from briefing_app.readers.documents.flow import Flow, Line
from briefing_app.readers.documents.rtf_words import (
    CHARACTERS,
    CODE_PAGES,
    ENCODINGS,
    HYPERLINK,
    IN_SKIPPED_GROUP,
    LEFT_OUT,
    MARGINS,
    OPENING,
    PARAGRAPH_ENDS,
    PROPERTIES,
    TOKEN,
    number_in,
    properties_in,
    whites_in,
)  # fmt: skip
from briefing_app.readers.documents.symbols import as_characters, is_symbolic
from briefing_app.readers.incoming import Contents, Incoming

_DEEPEST, _LONGEST_CODE, _LONGEST_TABLE = 5_000, 5_000, 20_000
_TINY = 2
"""Half points of the largest letters that nobody can see."""


@dataclass(frozen=True, slots=True)
class _State:
    """What holds until the group ends.

    skip    characters that stand in for one that \\u gave
    flow    where text goes, and `sink` the lines that its own text is added to at the group's end
    white, tiny, on_colour  how the text looks, and that it stands on a colour
    place   "" in the text, else "fonttbl", "fldinst", "info" or a property of it
    """

    flow: Flow
    sink: list[Line] | None = None
    font: int = -1
    skip: int = 1
    removed: bool = False
    hidden: bool = False
    link: str = ""
    place: str = ""
    white: bool = False
    tiny: bool = False
    on_colour: bool = False


def read_rtf(file: Incoming) -> Contents:
    """Read a rich text file: one article, or those of a press database's export.

    Raises UnreadableFile: nested too deeply, or without text.
    """
    return read_document(file, document_of(file.data))


def document_of(data: bytes) -> Document:
    """What is in rich text. Raises UnreadableFile: it is nested too deeply."""
    return _Reader(data.decode("latin-1")).document()


class _Reader:
    """Goes through the tokens once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._position = 0
        self._flow = Flow()
        self._state = _State(self._flow)
        self._outer: list[_State] = []
        self._bytes = bytearray()
        self._units: list[int] = []
        self._to_skip = 0
        self._encoding, self._font, self._defined = "cp1252", -1, -1
        self._fonts: dict[int, str] = {}
        self._symbolic: dict[int, str] = {}
        self._number = ""
        self._notes: list[Line] = []
        self._margins: list[Line] = []
        self._written: dict[str, str] = {}
        self._removed = self._hidden = self._row = self._in_table = False
        self._starred = False
        self._whites: frozenset[int] = frozenset()
        self._shaded: set[str] = set()

    def document(self) -> Document:
        """Read to the end of the outermost group, or of a file that breaks off."""
        while match := TOKEN.match(self._text, self._position):
            self._position = match.end()
            kind = match.lastgroup
            if kind == "text":
                self._take_text(match["text"])
            elif kind in ("word", "number"):
                self._take_word(match["word"], match["number"])
            elif kind == "hex":
                self._take_text(chr(int(match["hex"], 16)))
            elif kind == "sign":
                self._take_sign(match["sign"])
            elif match["brace"] == "{":
                self._open_group()
            elif kind == "brace":
                self._close_group()
                if not self._outer:
                    break
        cut_off = bool(self._outer)
        while self._outer:
            self._close_group()
        self._flush()
        return Document(
            [*self._flow.finish(), *self._notes],
            cut_off=cut_off,
            margins=self._margins[:50],
            properties=properties_in(self._written),
            removed=self._removed,
            hidden=self._hidden,
            reversed=self._flow.reversed,
        )

    def _open_group(self) -> None:
        self._flush()
        self._outer.append(self._state)
        if len(self._outer) > _DEEPEST:
            raise UnreadableFile("the file is nested too deeply.", "Copy the text and paste it.")

    def _close_group(self) -> None:
        self._flush()
        self._starred = False
        if not self._outer:
            return
        ended, self._state = self._state, self._outer.pop()
        if ended.sink is not None and ended.flow is not self._state.flow:
            ended.sink.extend(ended.flow.finish())

    def _skip_group(self) -> None:
        """Go on behind the group that is open."""
        depth = 1
        while depth and (match := IN_SKIPPED_GROUP.search(self._text, self._position)):
            self._position = match.end() + int(match["bytes"] or 0)
            depth += {"{": 1, "}": -1}.get(match["brace"], 0)
        if depth:
            self._position = len(self._text)
        self._close_group()

    def _take_text(self, text: str) -> None:
        if self._to_skip:
            skipped = min(self._to_skip, len(text))
            self._to_skip -= skipped
            text = text[skipped:]
        if text:
            if self._units:
                self._flush()
            self._bytes += text.encode("latin-1")

    def _take_sign(self, sign: str) -> None:
        if sign == "*":
            self._starred = True
        elif sign in "\r\n":
            self._end_paragraph()
        elif self._to_skip:
            self._to_skip -= 1
        elif sign in "\\{}":
            self._take_text(sign)
        elif sign in "~_":
            self._write(" " if sign == "~" else "-")

    def _take_word(self, word: str, number: str | None) -> None:
        starred, self._starred = self._starred, False
        value = int(number) if number else None
        if word == "bin":
            self._position += max(0, value or 0)
        elif word == "u" and value is not None:
            self._take_unicode(value)
        elif self._to_skip and word in CHARACTERS:
            self._to_skip -= 1
        elif not starred and word not in _KNOWN:
            self._to_skip = 0
        elif word == "background":
            self._shaded.add(word)
            self._skip_group()
        elif word in LEFT_OUT or (starred and word not in _DESTINATIONS):
            self._skip_group()
        elif word in _DESTINATIONS:
            _DESTINATIONS[word](self, word)
        elif word in CHARACTERS:
            self._write(CHARACTERS[word])
        elif word in PARAGRAPH_ENDS:
            self._end_paragraph()
        elif word == "uc":
            self._state = replace(self._state, skip=min(max(1 if value is None else value, 0), 10))
        elif word in _SETTINGS:
            self._flush()
            _SETTINGS[word](self, word, value)

    def _take_number(self, _: str) -> None:
        """Note the number that is printed before the paragraph."""
        self._flush()
        start = self._position
        self._skip_group()
        self._number = number_in(self._text[start : min(self._position, start + 500)])

    def _take_unicode(self, value: int) -> None:
        if self._bytes:
            self._flush()
        self._units.append(value % 0x10000 if value < 0x10000 else 0xFFFD)
        self._to_skip = self._state.skip

    def _flush(self) -> None:
        """Write the characters that were gathered in the encoding that held for them."""
        self._to_skip = 0
        if self._units:
            units = b"".join(unit.to_bytes(2, "little") for unit in self._units)
            self._units.clear()
            self._put(units.decode("utf-16-le", "replace"))
        if self._bytes:
            text = self._bytes.decode(self._fonts.get(self._state.font, self._encoding), "replace")
            self._bytes.clear()
            self._put(text)

    def _write(self, text: str) -> None:
        self._flush()
        self._put(text)

    def _put(self, text: str) -> None:
        state = self._state
        if state.place == "fonttbl":
            name = text.strip(" ;")
            if is_symbolic(name):
                self._symbolic[self._defined] = name
        elif state.place:
            if len(self._written.get(state.place, "")) < _LONGEST_CODE:
                self._written[state.place] = self._written.get(state.place, "") + text
        elif state.removed:
            self._removed = self._removed or bool(text.strip())
        elif state.hidden or (
            (state.white or state.tiny) and not (state.on_colour or self._shaded)
        ):  # fmt: skip
            self._hidden = self._hidden or bool(text.strip())
        else:
            if state.font in self._symbolic:
                text = as_characters(text, self._symbolic[state.font])
            if self._number and state.flow is self._flow and text.strip():
                text, self._number = f"{self._number} {text.lstrip()}", ""
            state.flow.write(text, state.link)

    def _end_paragraph(self) -> None:
        self._flush()
        state = self._state
        if state.place:
            return
        self._number = self._number if state.removed else ""
        state.flow.close_paragraph(carry=state.removed)
        if self._row and not self._in_table and state.flow is self._flow:
            self._end_row()

    def _end_cell(self, *_: object) -> None:
        self._state.flow.close_paragraph()
        if self._row:
            self._flow.open_cell()

    def _end_row(self, *_: object) -> None:
        if self._row:
            self._flow.close_row()
        self._row = False
        self._shaded.discard("clcbpat")

    def _enter_table(self, *_: object) -> None:
        self._in_table = True
        if not self._row and self._state.flow is self._flow:
            self._row = True
            self._flow.open_row()
            self._flow.open_cell()

    def _reset_paragraph(self, *_: object) -> None:
        self._in_table = False
        self._shaded.discard("cbpat")

    def _reset_characters(self, *_: object) -> None:
        state = self._state
        plain = _State(
            state.flow, state.sink, self._font, state.skip, link=state.link, place=state.place
        )
        if state != plain:
            self._state = plain

    def _set_look(self, word: str, value: int | None) -> None:
        """Note how large or how coloured the text is from here on, and what is behind it."""
        state, number = self._state, value or 0
        if word == "cf":
            state = replace(state, white=number in self._whites)
        elif word == "fs":
            state = replace(state, tiny=0 < number <= _TINY)
        elif word in ("cbpat", "clcbpat"):
            shades = number and number not in self._whites
            (self._shaded.add if shades else self._shaded.discard)(word)
        else:
            state = replace(state, on_colour=bool(number) and number not in self._whites)
        if state != self._state:
            self._state = state

    def _read_colours(self, _: str) -> None:
        """Note the numbers of the colours that are white."""
        table = self._text[self._position : self._position + _LONGEST_TABLE].partition("}")[0]
        self._whites = whites_in(table)
        self._skip_group()

    def _set(self, word: str, value: int | None) -> None:
        """Note what holds for the text from here on."""
        if word == "f":
            self._set_font(value or 0)
        elif word == "v":
            self._state = replace(self._state, hidden=value != 0)
        else:
            self._state = replace(self._state, removed=value != 0)

    def _set_font(self, number: int) -> None:
        self._defined = number
        if self._state.place != "fonttbl" and self._state.font != number:
            self._state = replace(self._state, font=number)

    def _set_encoding(self, word: str, value: int | None) -> None:
        """Note the encoding of the file, or of the font that is being defined."""
        if word == "deff":
            self._font = value if value is not None else -1
            self._state = replace(self._state, font=self._font)
        elif word == "ansicpg":
            self._encoding = CODE_PAGES.get(value or 0, self._encoding)
        elif word in ("mac", "pc", "pca"):
            self._encoding = {"mac": "mac_roman", "pc": "cp437"}.get(word, "cp850")
        elif value in (ENCODINGS if word == "fcharset" else CODE_PAGES):
            self._fonts[self._defined] = (ENCODINGS if word == "fcharset" else CODE_PAGES)[value]

    def _go_to(self, word: str) -> None:
        """Gather a group's text for itself instead of printing it."""
        self._flush()
        self._written.pop(word, None)
        self._state = replace(self._state, place=word)

    def _begin_aside(self, word: str) -> None:
        """Read a footnote, a header or a text box: paragraphs apart from those around them."""
        self._flush()
        outer = self._state.flow
        sink = outer.lines if word == "shptxt" else self._notes
        sink = self._margins if word in MARGINS else sink
        on_colour = self._state.on_colour or word == "shptxt"
        self._state = replace(self._state, flow=Flow(), sink=sink, place="", on_colour=on_colour)

    def _begin_link(self, _: str) -> None:
        self._flush()
        match = HYPERLINK.search(self._written.pop("fldinst", ""))
        if match:
            self._state = replace(self._state, link=match[1])

    def _skip_older_text(self, _: str) -> None:
        """Leave out what programs without Unicode read; the same stands behind it in full."""
        opened = OPENING.match(self._text, self._position)
        if opened:
            self._position = opened.end()
            self._open_group()
            self._skip_group()

    def _pass(self, _: str) -> None:
        """Go into a group that only encloses others."""


_DESTINATIONS: dict[str, Callable[[_Reader, str], None]] = {
    **dict.fromkeys(("fonttbl", "fldinst", "info", *PROPERTIES), _Reader._go_to),
    **dict.fromkeys(("footnote", "shptxt", *MARGINS), _Reader._begin_aside),
    **dict.fromkeys(("shpinst", "shpgrp", "ud"), _Reader._pass),
    "upr": _Reader._skip_older_text,
    "colortbl": _Reader._read_colours,
    **dict.fromkeys(("listtext", "pntext"), _Reader._take_number),
    "fldrslt": _Reader._begin_link,
}
_SETTINGS: dict[str, Callable[[_Reader, str, int | None], None]] = {
    **dict.fromkeys(("f", "v", "deleted", "mvf"), _Reader._set),
    **dict.fromkeys(("cf", "fs", "cb", "chcbpat", "highlight", "cbpat", "clcbpat"),
                    _Reader._set_look),
    **dict.fromkeys(("deff", "ansicpg", "mac", "pc", "pca", "fcharset", "cpg"),
                    _Reader._set_encoding),
    **dict.fromkeys(("cell", "nestcell"), _Reader._end_cell),
    "row": _Reader._end_row,
    "intbl": _Reader._enter_table,
    "pard": _Reader._reset_paragraph,
    "plain": _Reader._reset_characters,
}  # fmt: skip
_KNOWN = {*LEFT_OUT, *_DESTINATIONS, *CHARACTERS, *PARAGRAPH_ENDS, *_SETTINGS, "uc"}
