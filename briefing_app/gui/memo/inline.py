"""Header fields and the bottom line are edited where they stand on the page."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from briefing_app.domain.direction import is_right_to_left
from briefing_app.domain.memo import Role
from briefing_app.gui.dialogs.date_field import understood
from briefing_app.gui.memo.looks import LOOKS, page_family
from briefing_app.gui.memo.printing import LEFT_TO_RIGHT, RIGHT_TO_LEFT
from briefing_app.gui.memo.view import MemoView
from briefing_app.gui.theme import Theme
from briefing_app.memo.marking import BOTTOM_LINE

DATES = ("date", "deadline")
"""Fields that are kept as ISO 8601 where they are a date; the memo prints them in its words."""

FRAME_PX = 6
"""Border and padding of the editor: so much further out than the words it begins."""


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
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
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
        # On the page lines are a fifth higher, and the words stand at their foot.
        self.setViewportMargins(0, self._theme.px(6 if is_long else 2), 0, 0)
        name = self.tr("Bottom line") if is_long else self.tr("Header field")
        self.setAccessibleName(name)
        self.setToolTip(self.tr("Enter keeps it, Esc leaves it as it was"))
        self.setPlainText(text)
        self._turn()
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

    def _turn(self) -> None:
        """Write in the direction that the memo will have there, whatever the interface has."""
        is_mirrored = self._view.is_right_to_left(self.row_id)
        if self.row_id == BOTTOM_LINE and self.toPlainText():
            is_mirrored = is_right_to_left(self.toPlainText())
        direction = RIGHT_TO_LEFT if is_mirrored else LEFT_TO_RIGHT
        option = self.document().defaultTextOption()
        if option.textDirection() != direction:
            option.setTextDirection(direction)
            # Qt turns the words alone, and leaves them on the left.
            side = Qt.AlignmentFlag.AlignRight if is_mirrored else Qt.AlignmentFlag.AlignLeft
            option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
            self.document().setDefaultTextOption(option)

    def _place(self, block: QRect) -> QRect:
        """Its words stand where those on the page do; labels stay in sight."""
        px, is_long = self._theme.px, self.row_id == BOTTOM_LINE
        indent = px(LOOKS[Role.BOTTOM_LINE if is_long else Role.FIELD].left) - FRAME_PX
        is_mirrored = self._view.is_right_to_left(self.row_id)
        begin, end = (0, -indent) if is_mirrored else (indent, 0)
        frame = block.adjusted(begin, -px(8 if is_long else 5), end, 0)
        line = self.fontMetrics().lineSpacing()
        lines = sum(self._lines(frame.width() - 2 * FRAME_PX))
        frame.setHeight(max(line * lines + px(14), block.height() + px(16 if is_long else 10)))
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
            self._turn()
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
