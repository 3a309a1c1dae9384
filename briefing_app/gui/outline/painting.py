"""How sections and cards look."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen

from briefing_app.domain.outline import Kind
from briefing_app.gui.drawing import Mirror, draw_lines, elide, rounded
from briefing_app.gui.outline.nodes import Node
from briefing_app.gui.outline.pieces import PAD_PX, TEXT_LEFT_PX, Part, Pieces
from briefing_app.gui.outline.wording import lacks_source, own_words, source_line, told, warning
from briefing_app.gui.theme import BOLD, SEMIBOLD, Theme

TOKENS = {Kind.QUOTE: "quote", Kind.FACT: "fact", Kind.TEXT: "plain"}
BUTTON_ICONS = {Part.EDIT: "edit", Part.DELETE: "trash", Part.MORE: "more"}


@dataclass(frozen=True)
class Look:
    """The state in which a row is painted.

    pointed  what the mouse is on, None: another row
    ring     show that the keyboard is here
    key      of the section, as pressed in the reading pane; "" for none
    difference  what keeps a quote from being what its article says, "" for nothing
    """

    selected: bool = False
    pointed: Part | None = None
    ring: bool = False
    is_open: bool = True
    is_target: bool = False
    key: str = ""
    can_write: bool = True
    difference: str = ""


class RowPainter:
    """Paints rows at the theme's present colours and text size."""

    def __init__(self, theme: Theme, pieces: Pieces) -> None:
        self._theme = theme
        self._pieces = pieces
        self._mirror = Mirror(QRectF(), is_on=False)

    def card(
        self, painter: QPainter, node: Node, row: QRectF, lines: list[str], look: Look
    ) -> None:
        """Paint an entry."""
        assert node.card is not None
        theme = self._theme
        self._mirror = Mirror.of(painter, row)
        frame = self._pieces.card(node, row)
        kind = TOKENS[node.card.entry.kind]
        self._frame(painter, frame, kind, look)
        painter.setFont(theme.font(13.5, reading=True))
        painter.setPen(theme.color("text"))
        left = frame.left() + theme.px(TEXT_LEFT_PX)
        width = self._pieces.text_width(node)
        box = QRectF(left, frame.top() + theme.px(PAD_PX), width, frame.height())
        draw_lines(painter, lines, self._mirror.box(box), self._pieces.line)
        footer = self._pieces.card_footer(frame)
        if look.pointed and look.can_write:
            footer.setRight(self._pieces.button(Part.EDIT, node, row).left() - theme.px(4))
        self._footer(painter, footer, node, look.difference)
        if look.pointed and look.can_write:
            for part in (Part.EDIT, Part.DELETE):
                self._button(painter, part, self._pieces.button(part, node, row), look.pointed)

    def _frame(self, painter: QPainter, frame: QRectF, kind: str, look: Look) -> None:
        theme = self._theme
        shape = QPainterPath()
        drawn = self._mirror.box(frame)
        shape.addRoundedRect(drawn, 8, 8)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(shape, theme.color("surface"))
        painter.save()
        painter.setClipPath(shape)
        bar = QRectF(frame.left(), frame.top(), theme.px(4), frame.height())
        painter.fillRect(self._mirror.box(bar), theme.color(f"{kind}_line"))
        painter.restore()
        line, width = "border", 1.0
        if look.selected or look.ring:
            line, width = "accent", 2.2 if look.ring else 1.5
        elif look.pointed:
            line = "border2"
        rounded(painter, drawn, 8, None, QPen(theme.color(line), width))

    def _footer(self, painter: QPainter, box: QRectF, node: Node, difference: str) -> None:
        assert node.card is not None
        theme, card = self._theme, node.card
        kind = TOKENS[card.entry.kind]
        icon = "text" if card.entry.kind == Kind.TEXT else card.entry.kind.value
        x = box.left() + self._icon(painter, icon, kind, box.left(), box) + theme.px(6)
        if card.entry.note:
            x += self._icon(painter, "note", "text3", x, box) + theme.px(6)
        warned = warning(node, difference)
        kept = 0.0
        if warned:
            kept = QFontMetricsF(theme.font(12, SEMIBOLD)).horizontalAdvance(warned) + theme.px(36)
        who, source = card.speaker, source_line(card) or own_words(node)
        room = box.right() - kept
        if who:
            dot = "  ·  " if source else ""
            beside = QFontMetricsF(theme.font(12)).horizontalAdvance(dot + source)
            most = max(room - beside, x + (room - x) * 0.5)
            x = self._words(painter, who, "text", True, x, box, min(most, room))
            # On its own, so that it parts words of either direction.
            x = self._words(painter, dot, "text2", False, x, box, room)
        x = self._words(painter, source, "text2", False, x, box, room)
        if warned:
            start = x + (theme.px(8) if who or source else 0)
            start += self._icon(painter, "warn", "warn", start, box) + theme.px(4)
            self._words(painter, warned, "warn", True, start, box, box.right())

    def _icon(self, painter: QPainter, name: str, color: str, left: float, box: QRectF) -> float:
        pixmap = self._theme.pixmap(name, color, 14)
        size = self._theme.px(14)
        where = QRectF(left, box.center().y() - size / 2, size, size)
        self._mirror.pixmap(painter, where, pixmap)
        return size

    def _words(
        self,
        painter: QPainter,
        text: str,
        color: str,
        strong: bool,
        left: float,
        box: QRectF,
        right: float,
    ) -> float:
        painter.setFont(self._theme.font(12, SEMIBOLD) if strong else self._theme.font(12))
        painter.setPen(self._theme.color(color))
        shown = elide(painter, text, right - left)
        room = QRectF(left, box.top() - 2, max(0.0, right - left), box.height() + 4)
        self._mirror.words(painter, room, shown)
        return left + QFontMetricsF(painter.font()).horizontalAdvance(shown)

    def _button(self, painter: QPainter, part: Part, box: QRectF, pointed: Part) -> None:
        theme, box = self._theme, self._mirror.box(box)
        if part == pointed:
            rounded(painter, box, 6, theme.color("hover"))
        color = "text" if part == pointed else "text2"
        size = theme.px(16)
        corner = box.center() - QPointF(size / 2, size / 2)
        painter.drawPixmap(corner, theme.pixmap(BUTTON_ICONS[part], color, 16))

    def section(self, painter: QPainter, node: Node, row: QRectF, look: Look) -> None:
        """Paint a section's heading, and the zone beneath it while nothing is filed there."""
        assert node.placed is not None
        theme, pieces = self._theme, self._pieces
        self._mirror = Mirror.of(painter, row)
        heading = pieces.heading(row)
        self._backdrop(painter, node, heading, look)
        if not node.is_empty:
            name = "down" if look.is_open else "right"
            where = pieces.chevron(node, row)
            self._mirror.pixmap(painter, where, theme.pixmap(name, "text2", 14))
        tile = self._tile(painter, node, row, look)
        filed = node.entries if look.is_open else [n for n in node.within() if n.card]
        count = str(len(filed)) if filed else "–"
        painter.setFont(theme.font(12))
        painter.setPen(theme.color("text3"))
        right = heading.right() - theme.px(4)
        room = QRectF(heading.left(), heading.top(), right - heading.left(), heading.height())
        self._mirror.words(painter, room, count, at_end=True)
        painter.setFont(theme.font(14, SEMIBOLD))
        painter.setPen(theme.color("text"))
        left = tile.right() + theme.px(9)
        end = pieces.button(Part.MORE, node, row).left() - theme.px(4)
        if any(map(lacks_source, filed)):
            end -= theme.px(18)
            self._icon(painter, "warn", "warn", end + theme.px(4), heading)
        title = elide(painter, node.placed.section.title, end - left)
        box = QRectF(left, heading.top(), max(0.0, end - left), heading.height())
        self._mirror.words(painter, box, title)
        if look.pointed and look.can_write:
            self._button(painter, Part.MORE, pieces.button(Part.MORE, node, row), look.pointed)
        if node.is_empty:
            self._zone(painter, node, row, look)

    def _backdrop(self, painter: QPainter, node: Node, heading: QRectF, look: Look) -> None:
        theme = self._theme
        left = self._pieces.left(node) - theme.px(6)
        box = self._mirror.box(heading.adjusted(left, 4.75, theme.px(4), -4.75))
        pen = QPen(theme.color("accent"), 1.5) if look.ring else None
        if look.selected:
            rounded(painter, box, 8, theme.color("accent_soft"), pen)
        elif look.pointed or pen:
            fill = theme.color("hover") if look.pointed else None
            rounded(painter, box, 8, fill, pen)

    def _tile(self, painter: QPainter, node: Node, row: QRectF, look: Look) -> QRectF:
        assert node.placed is not None
        theme, number = self._theme, node.placed.number
        tile = self._pieces.tile(node, row)
        drawn = self._mirror.box(tile)
        rounded(painter, drawn, 6, theme.color("accent" if look.is_target else "sunken"))
        painter.setFont(theme.font(11.5, BOLD))
        painter.setPen(theme.color("on_accent" if look.is_target else "text2"))
        painter.drawText(drawn, Qt.AlignmentFlag.AlignCenter, number)
        return tile

    def _zone(self, painter: QPainter, node: Node, row: QRectF, look: Look) -> None:
        theme = self._theme
        box = self._mirror.box(self._pieces.zone(node, row)).adjusted(0.75, 0.75, -0.75, -0.75)
        pen = QPen(theme.color("border2"), 1.2, Qt.PenStyle.DashLine)
        rounded(painter, box, 8, None, pen)
        text = told("Nothing filed yet")
        if look.is_target and look.can_write:
            text = told("Drop excerpts here")
            if look.key:
                hint = told("Drop excerpts here, or select text and press {key}")
                text = hint.format(key=look.key)
        painter.setFont(theme.font(12))
        painter.setPen(theme.color("text2" if look.is_target else "text3"))
        inner = box.adjusted(theme.px(8), 0, -theme.px(8), 0)
        shown = elide(painter, text, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignCenter, shown)
