"""An interface that goes from right to left, with words in it that go from left to right.

Qt mirrors layouts by itself, and then writes all words as if they were Arabic: the dots of
"Open…" come to stand before it. Here words keep the direction that is their own.
"""

from __future__ import annotations

from PySide6.QtCore import QLocale, QMargins, QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QPainter, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QMenu,
    QProxyStyle,
    QStyle,
    QStyledItemDelegate,
    QStyleFactory,
    QStyleOptionViewItem,
    QWidget,
)

from briefing_app.domain.direction import is_right_to_left

_RIGHT_TO_LEFT = Qt.LayoutDirection.RightToLeft
_FLAG = Qt.AlignmentFlag
_MARK = "\u200e"
"""Draws what stands beside it into words that go from left to right."""

_ISOLATE, _END = "\u2068", "\u2069"


def is_mirrored() -> bool:
    """True while the interface goes from right to left."""
    return QGuiApplication.layoutDirection() == _RIGHT_TO_LEFT


def against() -> Qt.LayoutDirection:
    """The direction that the interface does not have: puts a button's icon after its words."""
    return Qt.LayoutDirection.LeftToRight if is_mirrored() else _RIGHT_TO_LEFT


def side(name: str) -> str:
    """Which end of a row is drawn as "first" or "last", for looks that know only left and right."""
    return {"first": "last", "last": "first"}.get(name, name) if is_mirrored() else name


def margins(begin: int, top: int, end: int, bottom: int) -> QMargins:
    """Margins of a layout, which Qt does not mirror; in px."""
    left, right = (end, begin) if is_mirrored() else (begin, end)
    return QMargins(left, top, right, bottom)


def arrows(keys: str) -> str:
    """Keys as they are where an outline goes from right to left: its inside is on the left."""
    swapped = {"Left": "Right", "Right": "Left", "←/→": "→/←"}
    head, plus, key = keys.rpartition("+")
    return f"{head}{plus}{swapped.get(key, key)}" if is_mirrored() else keys


def isolated(text: str) -> str:
    """Text that keeps its own direction amid other text; "" stays ""."""
    return f"{_ISOLATE}{text}{_END}" if text else ""


def amid_others(text: str) -> str:
    """Text to stand amid words that go from left to right, which it must not put out of order."""
    return isolated(text) if is_right_to_left(text) else text


def unisolated(text: str) -> str:
    """Text without what `isolated` put into it, for other programs."""
    return text.replace(_ISOLATE, "").replace(_END, "")


def dress(app: QApplication) -> None:
    """Give the application the direction and the style of the language that QLocale names."""
    app.setLayoutDirection(QLocale().textDirection())
    app.setStyle(MirroredStyle() if is_mirrored() else QStyleFactory.create("Fusion"))


class MirroredStyle(QProxyStyle):
    """Fusion from right to left, words in their own direction."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    def drawItemText(
        self,
        painter: QPainter,
        rect: QRect,
        flags: int,
        pal: QPalette,
        enabled: bool,
        text: str,
        textRole: QPalette.ColorRole = QPalette.ColorRole.NoRole,
    ) -> None:
        # Fixed before the direction of the words has a say in it.
        flags = _fixed(painter.layoutDirection(), flags)
        force = Qt.TextFlag
        own = force.TextForceRightToLeft if is_right_to_left(text) else force.TextForceLeftToRight
        flags &= ~(force.TextForceRightToLeft | force.TextForceLeftToRight).value
        super().drawItemText(painter, rect, flags | own.value, pal, enabled, text, textRole)

    def polish(self, what: QWidget | QApplication | QPalette) -> QPalette | None:  # type: ignore[override]
        if isinstance(what, QLabel):
            _align(what)
        elif isinstance(what, QMenu):
            _mark(what)
        return super().polish(what)


def _fixed(direction: Qt.LayoutDirection, flags: int) -> int:
    sides = (_FLAG.AlignHorizontal_Mask | _FLAG.AlignVertical_Mask).value
    aligned = QStyle.visualAlignment(direction, _FLAG(flags & sides))
    return flags & ~sides | aligned.value


def _align(label: QLabel) -> None:
    """Qt aligns a label by its words; beside a field it belongs to where the interface begins."""
    alignment = label.alignment()
    if not alignment & (_FLAG.AlignHCenter | _FLAG.AlignRight | _FLAG.AlignAbsolute):
        upright = alignment & _FLAG.AlignVertical_Mask
        label.setAlignment(upright | _FLAG.AlignRight | _FLAG.AlignAbsolute)


def _mark(menu: QMenu) -> None:
    """The style sheet draws menus, and past the style: only marks in the words help there."""
    for action in menu.actions():
        words, _, keys = action.text().partition("\t")
        if not words or words.endswith(_MARK) or is_right_to_left(words):
            continue
        keys = keys or action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setText(f"{words}{_MARK}\t{keys}{_MARK}" if keys else f"{words}{_MARK}")


class OwnDirection(QStyledItemDelegate):
    """Draws words of cells in their own direction; a field to edit them has its column's name."""

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        editor = super().createEditor(parent, option, index)
        title = index.model().headerData(index.column(), Qt.Orientation.Horizontal)
        editor.setAccessibleName(str(title or ""))
        return editor

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        if option.direction == _RIGHT_TO_LEFT:
            option.text = isolated(option.text)
