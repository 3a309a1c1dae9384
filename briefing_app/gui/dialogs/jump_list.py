"""A list of places in the memo, with headings; Enter or a click goes there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QKeyEvent,
    QPainter,
    QPalette,
    QResizeEvent,
    QTextDocument,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

Index = QModelIndex | QPersistentModelIndex

HTML = Qt.ItemDataRole.UserRole.value + 1
PLACE = Qt.ItemDataRole.UserRole.value + 2
ABOVE = Qt.ItemDataRole.UserRole.value + 3
"""Space above a line, in font sizes."""
HEADING_GAP_EM = 0.8
PADDING_PX = 8
LONGEST = 260
"""Letters of an entry that are shown; it is a place to go to, not to read."""


@dataclass(frozen=True)
class Jump:
    """One line. `place` is what is gone to, "" for a heading or a plain line.

    html  stands for `text` to the eye, where words stand out in it
    """

    text: str
    place: str = ""
    is_heading: bool = False
    html: str = ""
    detail: str = ""


class JumpList(QListWidget):
    """Signals: `chosen(str)` with the place of the line."""

    chosen = Signal(str)

    def __init__(self, name: str, jumps: Sequence[Jump], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "jumps")
        self.setAccessibleName(name)
        self.setItemDelegate(_Lines(self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        # Lines differ in height; all at once thousands of them would hold up the window.
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(60)
        self.show_lines(jumps)
        self.itemClicked.connect(self._on_clicked)

    def keep_room(self) -> None:
        """Let nothing move while the list is hidden, since it has nothing to say."""
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)

    def show_lines(self, jumps: Sequence[Jump]) -> None:
        """Show these lines and no others."""
        self.clear()
        self.ensurePolished()
        small_px = round(self.fontInfo().pixelSize() * 0.92)
        for jump in jumps:
            item = QListWidgetItem(self)
            text = jump.text if len(jump.text) <= LONGEST else f"{jump.text[:LONGEST]}…"
            item.setData(HTML, _html(jump, text, small_px))
            item.setData(PLACE, jump.place)
            item.setData(ABOVE, HEADING_GAP_EM if jump.is_heading and self.count() > 1 else 0.0)
            spoken = ", ".join(part for part in (text, jump.detail) if part)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
            if not jump.place:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
        first = next((n for n in range(self.count()) if self.item(n).data(PLACE)), -1)
        self.setCurrentRow(first)

    @property
    def places(self) -> list[str]:
        """Where the lines lead, in order; headings lead nowhere."""
        all_places = (self.item(n).data(PLACE) for n in range(self.count()))
        return [place for place in all_places if place]

    @property
    def lines(self) -> list[str]:
        """What the lines say, headings too."""
        role = Qt.ItemDataRole.AccessibleTextRole
        return [self.item(n).data(role) for n in range(self.count())]

    def _on_clicked(self, item: QListWidgetItem) -> None:
        if item.data(PLACE):
            self.chosen.emit(item.data(PLACE))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and item is not None and item.data(PLACE):
            self.chosen.emit(item.data(PLACE))
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class _Lines(QStyledItemDelegate):
    """Draws lines as high as their words need."""

    def __init__(self, view: JumpList) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        palette = self._view.palette()
        painter.save()
        place = index.data(PLACE)
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        is_over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if place and (is_current or is_over):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            role = QPalette.ColorRole.Highlight if is_current else QPalette.ColorRole.AlternateBase
            painter.setBrush(palette.brush(role))
            painter.drawRoundedRect(QRectF(option.rect).adjusted(2, 1, -2, -1), 7, 7)
        painter.translate(
            option.rect.left() + PADDING_PX, option.rect.top() + PADDING_PX / 2 + self._above(index)
        )
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette = palette
        document = self._document(index)
        document.documentLayout().draw(painter, context)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        height = self._document(index).size().height()
        above = round(self._above(index))
        return QSize(self._view.viewport().width(), round(height) + PADDING_PX + above)

    def _above(self, index: Index) -> float:
        """Space above a heading, in px."""
        return index.data(ABOVE) * self._view.fontInfo().pixelSize()

    def _document(self, index: Index) -> QTextDocument:
        document = QTextDocument()
        document.setDocumentMargin(2)
        document.setDefaultFont(self._view.font())
        document.setHtml(index.data(HTML))
        document.setTextWidth(self._view.viewport().width() - 2 * PADDING_PX)
        return document


def _html(jump: Jump, text: str, small_px: int) -> str:
    said = jump.html or escape(text)
    if jump.is_heading:
        said = f"<b>{said}</b>"
    if jump.detail:
        said += f'<br><span style="font-size:{small_px}px">{escape(jump.detail)}</span>'
    return said
