"""Where the pieces of a row lie. Lengths are of the specification, scaled by the theme."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF

from briefing_app.gui.outline.nodes import Node
from briefing_app.gui.theme import BOLD, SEMIBOLD, Theme

INSET_PX = 14
NEST_PX = 16
GAP_PX = 10
SECTION_PX = 42
GHOST_PX = 36
LINE_PX = 20
PAD_PX = 10
TEXT_LEFT_PX = 16
TILE_PX = 20
BUTTON_PX = 26
DEEPEST = 5
"""Sections deeper than this are not indented further."""


class Part(Enum):
    """What of a row the mouse points at."""

    BODY = auto()
    CHEVRON = auto()
    EDIT = auto()
    DELETE = auto()
    MORE = auto()


def depth(node: Node) -> int:
    """How far the row is indented, in steps; a card as far as its section."""
    section = node if node.is_section else node.parent
    return min(section.placed.depth, DEEPEST) if section and section.placed else 0


class Pieces:
    """Measures rows at the theme's present text size.

    width  of the whole view; a scroll bar takes its room from the right margin, so that its
           coming and going changes no line of text
    """

    def __init__(self, theme: Theme, width: int) -> None:
        self._px = theme.px
        self._width = width
        text = QFontMetricsF(theme.font(13.5, reading=True)).height()
        title = QFontMetricsF(theme.font(14, SEMIBOLD)).height()
        self.line = max(self._px(LINE_PX), round(text * 0.92))
        self.footer = max(self._px(16), round(QFontMetricsF(theme.font(12)).height()))
        self.section = max(self._px(SECTION_PX), round(title + self._px(16)))
        self._number = QFontMetricsF(theme.font(11.5, BOLD))
        self.ghost = self._px(GHOST_PX)
        self.gap = self._px(GAP_PX)

    def left(self, node: Node) -> int:
        """Where a card or a section's frame begins."""
        return self._px(INSET_PX + NEST_PX * depth(node))

    def right(self, row: QRectF) -> float:
        """Where frames end."""
        return row.left() + self._width - self._px(INSET_PX)

    def text_width(self, node: Node) -> float:
        """Room for the words of a card."""
        room = self._width - self._px(INSET_PX) - self.left(node)
        return max(20.0, room - self._px(TEXT_LEFT_PX + 12))

    def card_height(self, lines: int) -> int:
        """Height of a card's row with so many lines of text."""
        pad, between = 2 * self._px(PAD_PX), self._px(6)
        return pad + lines * self.line + between + self.footer + self.gap

    def section_height(self, node: Node) -> int:
        """Height of a section's row."""
        return self.section + (self.ghost + self.gap if node.is_empty else 0)

    def card(self, node: Node, row: QRectF) -> QRectF:
        """The card's frame."""
        left = row.left() + self.left(node)
        height = row.height() - self.gap - 0.75
        return QRectF(left, row.top() + 0.75, self.right(row) - left, height)

    def card_footer(self, card: QRectF) -> QRectF:
        """The line beneath the text of a card."""
        left = card.left() + self._px(TEXT_LEFT_PX)
        top = card.bottom() - self._px(PAD_PX) - self.footer
        return QRectF(left, top, card.right() - self._px(12) - left, self.footer)

    def heading(self, row: QRectF) -> QRectF:
        """The section's row without the zone beneath."""
        return QRectF(row.left(), row.top(), self.right(row) - row.left(), self.section)

    def zone(self, node: Node, row: QRectF) -> QRectF:
        """The dashed zone of an empty section."""
        left = row.left() + self.left(node)
        return QRectF(left, row.top() + self.section, self.right(row) - left, self.ghost)

    def tile(self, node: Node, row: QRectF) -> QRectF:
        """The tile with the section's number, at least square."""
        number = node.placed.number if node.placed else ""
        size = self._px(TILE_PX)
        wide = self._number.horizontalAdvance(number) + self._px(10)
        left = row.left() + self.left(node) + self._px(20)
        top = self.heading(row).center().y() - size / 2
        return QRectF(left, top, max(size, wide), size)

    def chevron(self, node: Node, row: QRectF) -> QRectF:
        """What folds the section."""
        size = self._px(14)
        top = self.heading(row).center().y() - size / 2
        return QRectF(row.left() + self.left(node), top, size, size)

    def button(self, part: Part, node: Node, row: QRectF) -> QRectF:
        """A button that shows while the mouse is on the row."""
        size = self._px(BUTTON_PX)
        if node.is_section:
            heading = self.heading(row)
            left = heading.right() - self._px(26) - size
            return QRectF(left, heading.center().y() - size / 2, size, size)
        card = self.card(node, row)
        footer = self.card_footer(card)
        right = card.right() - self._px(6) - (size if part == Part.EDIT else 0)
        return QRectF(right - size, footer.center().y() - size / 2, size, size)

    def part_at(self, node: Node, row: QRectF, at: QPointF) -> Part:
        """What lies there."""
        if not node.is_section:
            for part in (Part.EDIT, Part.DELETE):
                if self.button(part, node, row).contains(at):
                    return part
            return Part.BODY
        if self.button(Part.MORE, node, row).contains(at):
            return Part.MORE
        grown = self.chevron(node, row).adjusted(-8, -10, 6, 10)
        return Part.CHEVRON if not node.is_empty and grown.contains(at) else Part.BODY
