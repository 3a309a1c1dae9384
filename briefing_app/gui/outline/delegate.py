"""Draws the outline's rows and edits a section's title in its place."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from briefing_app.gui.drawing import Mirror, wrap
from briefing_app.gui.outline.nodes import Node
from briefing_app.gui.outline.painting import Look, RowPainter
from briefing_app.gui.outline.pieces import Part, Pieces
from briefing_app.gui.outline.tree import OutlineTree
from briefing_app.gui.session import Session
from briefing_app.gui.theme import Theme

MOST_LINES = 4
SURELY_FULL = 220
"""Characters that tell whether a card is full; more of the text is not looked at."""

BREAKING_LOSS = 1.05
"""The spaces at which lines break take no room, so a text may be this much longer."""

Index = QModelIndex | QPersistentModelIndex


class OutlineDelegate(QStyledItemDelegate):
    """Keeps the broken lines and the heights of all rows until the width or the text changes.

    Signals: `titled(str)` when the title of a section id has been edited or left as it was.
    """

    titled = Signal(str)

    def __init__(self, session: Session, theme: Theme, tree: OutlineTree, view: QTreeView) -> None:
        super().__init__(view)
        self._session = session
        self._theme = theme
        self._tree = tree
        self._view = view
        self._lines: dict[int, list[str]] = {}
        self._advances: dict[int, float] = {}
        self._heights: dict[int, int] = {}
        self._width = 0
        self._keys: dict[str, str] = {}
        self.pointed: tuple[int, Part] | None = None
        self.measure()
        tree.dataChanged.connect(self._on_data_changed)
        tree.modelReset.connect(self.measure)

    def measure(self) -> None:
        """Take the theme's text size again and forget all heights."""
        self.pieces = Pieces(self._theme, self._width)
        self._painter = RowPainter(self._theme, self.pieces)
        self._metrics = QFontMetricsF(self._theme.font(13.5, reading=True))
        self._advances.clear()
        self._forget()

    def _forget(self) -> None:
        self._lines.clear()
        self._heights.clear()

    def set_width(self, width: int) -> bool:
        """Break lines for rows of this width; True when that is another one."""
        if width == self._width:
            return False
        self._width = width
        self.pieces = Pieces(self._theme, width)
        self._painter = RowPainter(self._theme, self.pieces)
        self._forget()
        return True

    def number_keys(self) -> None:
        """Note which digit files into which section."""
        placed = self._session.sections() if self._session.has_store else ()
        self._keys = {each.section.id: str(at) for at, each in enumerate(placed[:9], 1)}

    def _on_data_changed(self, first: QModelIndex, _last: QModelIndex) -> None:
        node = self._tree.node(first)
        if node is None:
            return
        self._lines.pop(node.key, None)
        self._advances.pop(node.key, None)
        old = self._heights.pop(node.key, None)
        if old is not None and old != self.height(node):
            self.sizeHintChanged.emit(first)

    def lines(self, node: Node) -> list[str]:
        """The text of a card in lines."""
        found = self._lines.get(node.key)
        if found is None:
            assert node.card is not None
            font = self._theme.font(13.5, reading=True)
            width = self.pieces.text_width(node)
            found = wrap(node.card.entry.text, font, width, MOST_LINES)
            self._lines[node.key] = found
        return found

    def _line_count(self, node: Node) -> int:
        """How many lines a card shows, laid out only where its length does not tell."""
        assert node.card is not None
        width = self.pieces.text_width(node)
        long = self._advances.get(node.key)
        if long is None:
            start = node.card.entry.text[:SURELY_FULL].replace("\n", " ")
            long = self._advances[node.key] = self._metrics.horizontalAdvance(start)
        if long > (MOST_LINES - 1) * width * BREAKING_LOSS:
            return MOST_LINES
        return len(self.lines(node))

    def height(self, node: Node) -> int:
        """How high a row is."""
        found = self._heights.get(node.key)
        if found is None:
            found = self._heights[node.key] = self._measured(node)
        return found

    def heights(self, nodes: Iterable[Node]) -> list[int]:
        """How high rows are: mostly known, so asked for without a call for each."""
        known = self._heights
        return [known.get(node.key) or self.height(node) for node in nodes]

    def _measured(self, node: Node) -> int:
        if node.is_section:
            return self.pieces.section_height(node)
        return self.pieces.card_height(self._line_count(node))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        node = self._tree.node(index)
        return QSize(self._width, self.height(node)) if node else QSize()

    def draw(
        self, painter: QPainter, node: Node, row: QRectF, *, is_selected: bool, has_focus: bool
    ) -> None:
        """Paint a row."""
        look = self._look(node, is_selected, has_focus)
        painter.save()
        if node.is_section:
            self._painter.section(painter, node, row, look)
        else:
            self._painter.card(painter, node, row, self.lines(node), look)
        painter.restore()

    def _look(self, node: Node, is_selected: bool, has_focus: bool) -> Look:
        by_key = self._view.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        pointed = self.pointed
        return Look(
            selected=is_selected,
            pointed=pointed[1] if pointed and pointed[0] == node.key else None,
            ring=by_key and has_focus,
            is_open=node.is_section and self._view.isExpanded(self._tree.index_of(node.id)),
            is_target=node.id == self._session.target_id,
            key=self._keys.get(node.id, ""),
            can_write=self._session.can_write,
            difference=self._tree.differences.of(node) if node.card else "",
        )

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        field = QLineEdit(parent)
        field.setAccessibleName(self.tr("Section title"))
        field.setToolTip(self.tr("Enter keeps the title, Esc leaves it as it was"))
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        assert isinstance(editor, QLineEdit)
        if not editor.isModified():
            editor.setText(index.data(Qt.ItemDataRole.EditRole))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QObject, index: Index) -> None:
        assert isinstance(editor, QLineEdit)
        self._tree.setData(index, editor.text().strip())

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        node = self._tree.node(index)
        if node is None:
            return
        row = QRectF(self._view.visualRect(index))
        heading = self.pieces.heading(row)
        left = self.pieces.tile(node, row).right() + self._theme.px(1)
        height = min(heading.height() - 4, editor.sizeHint().height())
        top = heading.center().y() - height / 2
        box = QRectF(left, top, heading.right() - left, height)
        mirror = Mirror(row, is_on=self._view.isRightToLeft())
        editor.setGeometry(mirror.box(box).toAlignedRect())

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        node = self._tree.node(index)
        super().destroyEditor(editor, index)
        if node:
            self.titled.emit(node.id)
