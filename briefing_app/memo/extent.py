"""How long a memo will be on paper, reckoned without a word processor.

Widths of letters are averages of English text; LibreOffice, where it is installed, counts truly
(see libreoffice).
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from briefing_app.domain.memo import Block, ComposedMemo, Paragraph, Picture, Role, Table
from briefing_app.memo import timeline_picture
from briefing_app.memo.form import BODY_PT, Form

_FONTS = {"Calibri": (0.40, 1.22), "Times New Roman": (0.40, 1.15), "Arial": (0.44, 1.15)}
"""Average width of a letter, with the ragged ends of lines, and height of a line: both in parts
of the letters' size. Of memos of two to ten pages in every form what is reckoned lies within a
tenth of what LibreOffice sets."""
_USUAL_FONT = (0.44, 1.2)

_NOTE_PT, _TABLE_PT, _LEADING, _TABLE_LEADING = 9, 10, 1.1, 1.02
"""Sizes at a body of 11 points; height of lines against the font's own, as in styles.xml."""

# Points before and after a paragraph, and its indents on both sides together, at a body of 11 pt.
_SPACE_PT = {
    Role.TITLE: (0, 10), Role.FIELD: (0, 2), Role.BOTTOM_LINE: (14, 16), Role.HEADING_1: (14, 7),
    Role.HEADING_2: (9, 3), Role.HEADING_3: (7, 2), Role.BULLET: (0, 3.5), Role.NUMBER: (0, 5.5),
    Role.OPTION: (0, 5.5), Role.QUOTE: (3, 0), Role.QUOTE_SOURCE: (0, 7), Role.BODY: (0, 6),
    Role.CAPTION: (6, 4), Role.TABLE_NOTE: (3, 7), Role.DECISION: (12, 12),
}  # fmt: skip
_INDENT_PT = {
    Role.BOTTOM_LINE: 36, Role.BULLET: 18, Role.NUMBER: 18, Role.OPTION: 18, Role.QUOTE: 43,
    Role.QUOTE_SOURCE: 43, Role.FIELD: 63,
}  # fmt: skip
_SOLID = frozenset({
    Role.TITLE, Role.HEADING_1, Role.HEADING_2, Role.HEADING_3, Role.CAPTION, Role.TABLE_NOTE,
})  # fmt: skip
"""Roles without more room between the lines than the font asks for."""

_PT = {
    Role.TITLE: 18, Role.HEADING_1: 13.5, Role.HEADING_2: 11.5, Role.BOTTOM_LINE: 11.5,
    Role.QUOTE_SOURCE: 9.5, Role.CAPTION: 9.5, Role.TABLE_NOTE: 9,
}  # fmt: skip


@dataclass(frozen=True)
class Extent:
    """What a memo takes up before its annexes.

    words              of the body, without notes
    bottom_line_lines  printed lines
    pages              full pages and the used part of the last one, e.g. 1.4
    """

    words: int
    bottom_line_lines: int
    pages: float

    def over(self, form: Form) -> tuple[str, ...]:
        """Which of the form's limits are passed: "bottom_line_lines", "body_pages"."""
        limits = form.limits
        passed = {
            "bottom_line_lines": 0 < limits.bottom_line_lines < self.bottom_line_lines,
            "body_pages": 0 < limits.body_pages < self.pages,
        }
        return tuple(name for name, is_over in passed.items() if is_over)


def measure(memo: ComposedMemo, form: Form) -> Extent:
    """Reckon words, lines and pages of what stands before the first annex."""
    body = memo.blocks[: memo.body_length]
    ruler = _Ruler(form)
    lines = [
        ruler.lines(b.text, b.role)
        for b in body
        if isinstance(b, Paragraph) and b.role is Role.BOTTOM_LINE
    ]
    cited = {run.note for b in body if isinstance(b, Paragraph) for run in b.runs if run.note}
    notes = [note for note in memo.footnotes if note.number in cited]
    height = sum(map(ruler.height, body))
    height += sum(ruler.note_height("".join(run.text for run in note.runs)) for note in notes)
    words = sum(len(b.text.split()) for b in body if isinstance(b, Paragraph))
    words += sum(
        len(run.text.split())
        for b in body
        if isinstance(b, Table)
        for row in b.rows
        for cell in row
        for run in cell
    )
    return Extent(words, sum(lines), round(height / ruler.page_height, 2))


class _Ruler:
    """Lengths on the page of one form, in points."""

    def __init__(self, form: Form) -> None:
        page = form.page
        self._page = page
        self._scale = page.size_pt / BODY_PT
        self._em, self._line = _FONTS.get(page.font, _USUAL_FONT)
        self._width = page.text_width / 20
        # The running head and foot of the page take a line each.
        self.page_height = (page.height - page.margins[0] - page.margins[2]) / 20

    def lines(self, text: str, role: Role) -> int:
        """Printed lines of a paragraph."""
        room = self._width - _INDENT_PT.get(role, 0) * self._scale
        return self._lines_in(text, room, self._size(_PT.get(role, BODY_PT)))

    def height(self, block: Block) -> float:
        """Of a block with the space around it."""
        if isinstance(block, Picture):
            return timeline_picture.size_in(block)[1] * 72
        if isinstance(block, Table):
            rows = sum(self._row_lines(row, block.widths) for row in block.rows)
            line = self._size(_TABLE_PT) * self._line * _TABLE_LEADING
            return (rows + 1) * line + (len(block.rows) + 1) * 5 + 8
        before, after = _SPACE_PT[block.role]
        leading = 1.0 if block.role in _SOLID else _LEADING
        line = self._size(_PT.get(block.role, BODY_PT)) * self._line * leading
        return self.lines(block.text, block.role) * line + (before + after) * self._scale

    def note_height(self, text: str) -> float:
        """Of a note at the foot of the page."""
        size = self._size(_NOTE_PT)
        return self._lines_in(text, self._width - 12, size) * size * self._line + 1

    def _row_lines(self, row: tuple, widths: tuple[float, ...]) -> int:
        size = self._size(_TABLE_PT)
        cells = ("".join(run.text for run in cell) for cell in row)
        return max(
            self._lines_in(text, self._width * share - 8, size)
            for text, share in zip(cells, widths, strict=True)
        )

    def _size(self, points: float) -> float:
        """In this form of what has so many points at a body of 11."""
        return points * self._page.scale(points)

    def _lines_in(self, text: str, room: float, size: float) -> int:
        letters = max(1, room / (size * self._em))
        return sum(max(1, math.ceil(len(line) / letters)) for line in text.split("\n"))
