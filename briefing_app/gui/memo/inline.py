"""Header fields and the bottom line are edited where they stand on the page."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from briefing_app.gui.dialogs.date_field import understood
from briefing_app.gui.memo.printing import page_family
from briefing_app.gui.memo.view import MemoView
from briefing_app.gui.theme import Theme
from briefing_app.memo.marking import BOTTOM_LINE

DATES = ("date", "deadline")
"""Fields that are kept as ISO 8601 where they are a date; the memo prints them in its words."""

LEAD_PX = 82
"""What a field's label takes of its line."""


def stored(name: str, text: str) -> str:
    """A field as it is kept: a date as ISO 8601, everything else as written."""
    return (understood(text, date.today()) or text) if name in DATES else text


class InlineEditor(QPlainTextEdit):
    """Lies over the block that is edited. Enter and a click elsewhere keep, Esc does not.

    Signals: `kept(id, text)` when the text was changed; `drafted(id, text)` on each keystroke.
    """

    kept = Signal(str, str)
    drafted = Signal(str, str)

    def __init__(self, theme: Theme, view: MemoView) -> None:
        super().__init__(view.viewport())
        self._theme = theme
        self._view = view
        self._before = ""
        self.row_id = ""
        self.setProperty("look", "on paper")
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(0)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._on_text_changed)
        view.verticalScrollBar().valueChanged.connect(self.follow)
        view.viewport().installEventFilter(self)
        self.hide()

    def open(self, row_id: str, text: str) -> None:
        """Edit the text of a row of the page."""
        self.keep()
        self._before, self.row_id = text, row_id
        is_long = row_id == BOTTOM_LINE
        font = self._theme.font(15.5 if is_long else 15)
        font.setFamily(page_family())
        self.setFont(font)
        name = self.tr("Bottom line") if is_long else self.tr("Header field")
        self.setAccessibleName(name)
        self.setToolTip(self.tr("Enter keeps it, Esc leaves it as it was"))
        self.setPlainText(text)
        self.follow()
        self.show()
        self.setFocus()
        self.moveCursor(QTextCursor.MoveOperation.End)

    def keep(self) -> None:
        """Hand over what was written, if it is another text, and go away."""
        if not self.row_id:
            return
        row_id, text = self.row_id, self._written()
        self._leave()
        if text != self._before.strip():
            self.kept.emit(row_id, text)

    def give_up(self) -> None:
        """Go away and leave everything as it was."""
        if self.row_id:
            row_id, before = self.row_id, self._before
            self._leave()
            self.drafted.emit(row_id, before)

    def follow(self) -> None:
        """Stay over the block, as high as the text needs."""
        if not self.row_id:
            return
        block = self._view.rect_of(self.row_id)
        if block.isEmpty():
            return
        self.setGeometry(self._place(block))

    def _place(self, block: QRect) -> QRect:
        px = self._theme.px
        if self.row_id == BOTTOM_LINE:
            frame = block.adjusted(px(10), -px(8), 0, 0)
        else:
            frame = block.adjusted(px(LEAD_PX) - px(6), -px(5), 0, 0)
        line = self.fontMetrics().lineSpacing()
        lines = sum(self._lines(frame.width() - px(14)))
        frame.setHeight(max(line * lines + px(14), block.height() + px(10)))
        return frame

    def _lines(self, width: int) -> list[int]:
        """Lines that each paragraph takes."""
        flags = Qt.TextFlag.TextWordWrap.value
        metrics, spacing = self.fontMetrics(), self.fontMetrics().lineSpacing()
        room = QRect(0, 0, width, 10_000)
        return [
            max(1, round(metrics.boundingRect(room, flags, text or " ").height() / spacing))
            for text in self.toPlainText().split("\n")
        ]

    def _written(self) -> str:
        text = self.toPlainText()
        lines = text.split("\n") if self.row_id == BOTTOM_LINE else [text]
        return "\n".join(" ".join(line.split()) for line in lines).strip()

    def _leave(self) -> None:
        had_focus = self.hasFocus()
        self.row_id = ""
        self.hide()
        if had_focus:
            self._view.setFocus()

    def _on_text_changed(self) -> None:
        if self.row_id and self.isVisible():
            self.follow()
            self.drafted.emit(self.row_id, self._written())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.give_up()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            is_break = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            if is_break and self.row_id == BOTTOM_LINE:
                self.insertPlainText("\n")
            elif not is_break:
                self.keep()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        # While something is written, Esc and Enter are its own, not the window's.
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.keep()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.follow()
        return False
