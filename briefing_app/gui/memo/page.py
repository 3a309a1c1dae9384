"""The memo as a white page in the window; what a click in it stands for is shown beside it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
    QTextBlock,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from briefing_app import memo as memo_package
from briefing_app.domain.memo import ComposedMemo
from briefing_app.gui.drawing import rounded
from briefing_app.gui.memo.printing import (
    ACCENT,
    HAIRLINE,
    ID,
    NAVY,
    RULE,
    TINT,
    TRIM,
    Printer,
)
from briefing_app.gui.pane import Pane
from briefing_app.gui.session import Session
from briefing_app.gui.theme import Theme
from briefing_app.store import Change

PAGE_WIDTH_PX = 700
PAGE_MARGIN_PX = 72
PAGE_MARGIN_SHARE = 0.103
"""Most of the page's width that a margin takes."""
LEAST_HEIGHT_PX = 906
WORDS_A_PAGE = 430


class MemoView(QTextBrowser):
    """Paints the page; `row_clicked(str)` carries the id of the row behind the clicked block."""

    row_clicked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._printed: QTextDocument | None = None
        self.setProperty("look", "canvas")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName(self.tr("Memo"))
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    def print(self, memo: ComposedMemo) -> None:
        """Show a memo; the scroll position stays."""
        position = self.verticalScrollBar().value()
        document = QTextDocument(self)
        document.setDocumentMargin(0)
        document.setUndoRedoEnabled(False)
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        Printer(cursor, self._theme.scale).print(memo, self.tr("Notes"))
        cursor.endEditBlock()
        self.setDocument(document)
        # Qt deletes only the document that the browser came with, and none of ours.
        if self._printed is not None:
            self._printed.deleteLater()
        self._printed = document
        self._set_margins()
        self.verticalScrollBar().setValue(position)

    def _side_px(self) -> float:
        width = self._theme.px(PAGE_WIDTH_PX)
        return max(24.0, (self.viewport().width() - width) / 2)

    def _text_left_px(self) -> float:
        """Where the text begins; a narrow window takes from the margins, not from the words."""
        page = self.viewport().width() - 2 * self._side_px()
        return self._side_px() + min(self._theme.px(PAGE_MARGIN_PX), page * PAGE_MARGIN_SHARE)

    def _set_margins(self) -> None:
        form = self.document().rootFrame().frameFormat()
        side = self._text_left_px()
        if form.leftMargin() == side:
            return  # setting them anew would lay out the whole memo again
        form.setLeftMargin(side)
        form.setRightMargin(side)
        form.setTopMargin(100)
        form.setBottomMargin(120)
        self.document().rootFrame().setFrameFormat(form)

    def _row_at(self, point: QPointF) -> str:
        scroll = QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        layout = self.document().documentLayout()
        position = layout.hitTest(point + scroll, Qt.HitTestAccuracy.ExactHit)
        if position < 0:
            return ""
        return self.document().findBlock(position).blockFormat().property(ID) or ""

    def _paint_trims(self, painter: QPainter, offset: float, visible: QRectF) -> None:
        layout = self.document().documentLayout()
        first = layout.hitTest(visible.topLeft(), Qt.HitTestAccuracy.FuzzyHit)
        block = self.document().findBlock(max(0, first)).previous()
        block = block if block.isValid() else self.document().begin()
        while block.isValid():
            box = layout.blockBoundingRect(block)
            if box.top() > visible.bottom():
                break
            trim = block.blockFormat().property(TRIM)
            if trim:
                self._paint_trim(painter, trim, box.translated(0, -offset), block)
            block = block.next()

    def _paint_trim(self, painter: QPainter, trim: str, box: QRectF, block: QTextBlock) -> None:
        form = block.blockFormat()
        left = self._text_left_px()
        right = self.viewport().width() - left
        if trim == "box":
            around = QRectF(left, box.top() - 8, right - left, box.height() + 16)
            painter.fillRect(around, QColor(TINT))
            painter.fillRect(QRectF(left, around.top(), 6, around.height()), QColor(ACCENT))
        elif trim == "bar":
            x = left + form.leftMargin() - 16
            bottom = box.bottom()
            if block.next().isValid() and block.next().blockFormat().property(TRIM) == "bar":
                # One rule along quotes that follow one another, as Word draws it.
                following = self.document().documentLayout().blockBoundingRect(block.next())
                bottom = following.top() - self.verticalScrollBar().value()
            painter.fillRect(QRectF(x, box.top(), 3, bottom - box.top()), QColor(RULE))
        else:
            thick = trim == "thick line"
            painter.setPen(QPen(QColor(NAVY if thick else HAIRLINE), 2 if thick else 1))
            y = box.bottom() + 3
            painter.drawLine(QPointF(left, y), QPointF(right, y))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        offset = self.verticalScrollBar().value()
        side = self._side_px()
        height = max(self.document().size().height() - 70, LEAST_HEIGHT_PX)
        page = QRectF(side, 36 - offset, self.viewport().width() - 2 * side, height)
        for step in range(8):
            shade = page.adjusted(-step, 2 - step, step, step + 2)
            rounded(painter, shade, 4 + step, QColor(0, 0, 0, 6))
        rounded(painter, page, 2, QColor("#FFFFFF"))
        visible = QRectF(event.rect()).translated(0, offset)
        self._paint_trims(painter, offset, visible)
        painter.end()
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_margins()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        over = self._row_at(event.position())
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        row = self._row_at(event.position())
        if row and not self.textCursor().hasSelection():
            self.row_clicked.emit(row)


class MemoPage(Pane):
    """The page with a small bar above it.

    Signals: `details_requested` when the header fields shall be edited.
    """

    details_requested = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._is_stale = True
        self.composed: ComposedMemo | None = None
        self._view = MemoView(theme)
        self._summary = QLabel()
        self._summary.setProperty("look", "crumb")
        self._summary.setWordWrap(True)
        self._edit = QPushButton(self.tr("Edit header…"))
        self._edit.setProperty("look", "link")
        self._edit.setAccessibleName(self.tr("Edit the memo's header and bottom line"))
        self._edit.setToolTip(self.tr("To, from, date, handling, subject, bottom line (Ctrl+M)"))
        self._edit.clicked.connect(self.details_requested)
        self._build()
        self._refresh_later = QTimer(self, singleShot=True, interval=0)
        self._refresh_later.timeout.connect(self._refresh)
        session.changed.connect(self._on_changed)
        session.store_replaced.connect(self._mark_stale)
        session.memo_shown.connect(self._mark_stale)
        theme.changed.connect(self._mark_stale)
        self._view.row_clicked.connect(self._on_row_clicked)

    def _build(self) -> None:
        bar = QFrame()
        bar.setProperty("look", "bar")
        self._bar = row = QHBoxLayout(bar)
        row.setContentsMargins(18, 4, 10, 4)
        row.addWidget(self._summary, 1)
        row.addWidget(self._edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self._view, 1)
        self.main_part = self._view

    def put_name(self, switcher: QWidget) -> None:
        """Let the memo's title stand at the beginning of the bar."""
        self._bar.insertWidget(0, switcher)

    def _on_changed(self, change: Change) -> None:
        if change.rows.keys() - {"reading"}:
            self._mark_stale()

    def _mark_stale(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self._refresh_later.start()

    def _refresh(self) -> None:
        if not (self._is_stale and self.isVisible() and self._session.has_store):
            return
        self._is_stale = False
        briefing = self._session.store.snapshot(self._session.memo_id)
        self.composed = memo_package.build(briefing)
        self._view.print(self.composed)
        words = self.composed.word_count
        pages = max(1, -(-words // WORDS_A_PAGE))
        text = self.tr("{words} words, about {pages} pages of text · {notes} notes")
        if pages == 1:
            text = self.tr("{words} words, about 1 page of text · {notes} notes")
        notes = len(self.composed.footnotes)
        self._summary.setText(text.format(words=words, pages=pages, notes=notes))

    def _on_row_clicked(self, row_id: str) -> None:
        store = self._session.store
        if row_id in ("fields", "bottom line") or row_id.startswith("field"):
            self.details_requested.emit()
        elif any(placed.section.id == row_id for placed in self._session.sections()):
            self._session.move_target(row_id)
        elif store.entries.cards(self._session.memo_id, [row_id]):
            self._session.show_entry(row_id)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()
