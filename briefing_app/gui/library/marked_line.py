"""One line of text in which the found words stand out."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption

from briefing_app.domain.direction import is_right_to_left
from briefing_app.domain.query import Query
from briefing_app.gui.drawing import rounded
from briefing_app.gui.theme import SEMIBOLD, Theme
from briefing_app.store.search import places

LONGEST = 110
"""Characters of a line that are laid out; no list is wide enough for more."""

LEAD = 24
"""Characters shown before the first mark; more would push it out of a narrow line."""

Marks = tuple[tuple[int, int], ...]


def draw_marked(
    painter: QPainter, box: QRectF, text: str, marks: Marks, theme: Theme, size_px: float
) -> None:
    """Draw what fits into `box` from shortly before the first mark on.

    marks  code points [start, end) of `text`
    """
    if not text:
        return
    text, marks = from_first_mark(text, marks)
    text = text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
    layout = _layout(text, marks, theme, size_px, box.width())
    line = layout.lineAt(0)
    if line.textLength() < len(layout.text()):
        kept = layout.text().encode("utf-16-le")[: line.textLength() * 2]
        shown = kept.decode("utf-16-le", "ignore").rstrip(" ,;:–-…") + "…"
        layout = _layout(shown, marks, theme, size_px, box.width())
        line = layout.lineAt(0)
    painter.setPen(theme.color("text2"))
    layout.draw(painter, QPointF(box.left(), box.top() + (box.height() - line.height()) / 2))


def draw_grounds(
    painter: QPainter,
    box: QRectF,
    lines: list[str],
    line_height: float,
    *,
    search: Query,
    theme: Theme,
) -> None:
    """Colour what was searched for behind lines that are to be drawn in the painter's font."""
    metrics = QFontMetricsF(painter.font())
    for number, line in enumerate(lines):
        top = box.top() + number * line_height + (line_height - metrics.height()) / 2
        for start, end in places(search, line):
            before, within = line[:start], line[start:end]
            width = metrics.horizontalAdvance(within)
            x = box.left() + metrics.horizontalAdvance(before)
            if is_right_to_left(line):
                x = box.right() - metrics.horizontalAdvance(before) - width
            ground = QRectF(x, top, width, metrics.height())
            rounded(painter, ground, 3, theme.color("quote_bg"))


def from_first_mark(text: str, marks: Marks) -> tuple[str, Marks]:
    """The text from at most LEAD characters before its first mark, cut between words."""
    if not marks or marks[0][0] <= LEAD:
        return text, marks
    first = marks[0][0]
    start = text.find(" ", first - LEAD, first) + 1 or first
    return "…" + text[start:], tuple((a - start + 1, b - start + 1) for a, b in marks)


def _layout(text: str, marks: Marks, theme: Theme, size_px: float, width: float) -> QTextLayout:
    layout = QTextLayout(text, theme.font(size_px))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    if is_right_to_left(text):
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        option.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
    layout.setTextOption(option)
    found = QTextCharFormat()
    found.setFontWeight(SEMIBOLD)
    found.setBackground(theme.color("quote_bg"))
    found.setForeground(theme.color("text"))
    ranges = []
    for start, end in marks:
        if start >= len(text):
            break
        end = min(end, len(text))
        spot = QTextLayout.FormatRange()
        spot.start, spot.length = _units(text[:start]), _units(text[start:end])
        spot.format = found
        ranges.append(spot)
    layout.setFormats(ranges)
    layout.beginLayout()
    layout.createLine().setLineWidth(width)
    layout.endLayout()
    return layout


def _units(text: str) -> int:
    """Length in UTF-16 code units, as Qt counts."""
    return len(text.encode("utf-16-le")) // 2
