"""Running text as a word processor keeps it: paragraphs, table rows and links, put in order."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from briefing_app.readers.canonical import canonical, reverses


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, or a line of a text file, in canonical form; `link` is where it leads, and
    `is_heading` whether it is a title, or a heading of the first rank.
    """

    text: str
    link: str = ""
    is_heading: bool = False


def lines_of(text: str) -> list[Line]:
    """The lines of a text, empty ones among them."""
    return [Line(line) for line in canonical(text).split("\n")]


@dataclass
class _Open:
    """A paragraph that is being written."""

    parts: list[str] = field(default_factory=list)
    link: str = ""
    is_heading: bool = False
    label: str = ""


class Flow:
    """Takes text piece by piece. A paragraph may lie within another, as in a text box.

    lines  the paragraphs that are done, in order, none of them empty
    reversed  whether characters that reverse the direction of text were removed
    """

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.reversed = False
        self._open: list[_Open] = []
        self._carried = _Open()
        self._rows: list[list[int]] = []

    def open_paragraph(self, is_heading: bool = False, label: str = "") -> None:
        """Begin a paragraph, after what was carried over to it; `label` is its number in a list."""
        self._open.append(self._carried)
        self._open[-1].is_heading |= is_heading
        self._open[-1].label = self._open[-1].label or label
        self._carried = _Open()

    def close_paragraph(self, carry: bool = False) -> None:
        """End the innermost paragraph; `carry` its text over to the beginning of the next."""
        if not self._open:
            return
        done = self._open.pop()
        if carry:
            self._carried = done
        else:
            self._emit(done)

    def write(self, text: str, link: str = "") -> None:
        """Add text to the innermost paragraph; a line break in it begins a new paragraph."""
        if not self._open:
            self.open_paragraph()
        self._open[-1].parts.append(text)
        self._open[-1].link = self._open[-1].link or link

    def open_row(self) -> None:
        """Begin a row of a table."""
        self._rows.append([])

    def open_cell(self) -> None:
        """Begin a cell of the row."""
        if self._rows:
            self._rows[-1].append(len(self.lines))

    def close_row(self) -> None:
        """End the row: one line, unless a cell has several paragraphs, as where it is layout."""
        if not self._rows:
            return
        cells = self._rows.pop()
        starts = [*cells, len(self.lines)]
        if not cells or any(end - start > 1 for start, end in pairwise(starts)):
            return
        row = self.lines[starts[0] :]
        del self.lines[starts[0] :]
        if row:
            text = " ".join(line.text for line in row)
            self.lines.append(Line(text, next((line.link for line in row if line.link), "")))

    def finish(self) -> list[Line]:
        """All lines, what was left open among them."""
        while self._open:
            self.close_paragraph()
        self._emit(self._carried)
        self._carried = _Open()
        return self.lines

    def _emit(self, done: _Open) -> None:
        written = "".join(done.parts)
        self.reversed = self.reversed or reverses(written)
        if done.label and written.strip():
            written = f"{done.label} {written.lstrip()}"
        for text in canonical(written).split("\n"):
            if text:
                self.lines.append(Line(text, done.link, done.is_heading))
