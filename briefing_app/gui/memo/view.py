"""The memo as a white page: what a click in it stands for is told to whoever listens."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from time import perf_counter

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QToolTip

from briefing_app.domain.memo import ComposedMemo
from briefing_app.gui.drawing import rounded
from briefing_app.gui.memo import trims
from briefing_app.gui.memo.blank import Blank
from briefing_app.gui.memo.composing import Composed, pictures_of
from briefing_app.gui.memo.laying import SLICE_S, Laying
from briefing_app.gui.memo.looks import page_family
from briefing_app.gui.memo.printing import ID, LINK_TO, Printer, note_id, picture_name, text_option
from briefing_app.gui.theme import Theme

PAGE_WIDTH_PX = 700
PAGE_MARGIN_PX = 72
PAGE_MARGIN_SHARE = 0.103
"""Most of the page's width that a margin takes."""
LEAST_HEIGHT_PX = 906
PAGE_TOP_PX = 36
POINTED_MS, POINTED = 1600, "#FFF3CF"
"""How long what was gone to stands out, and in which colour; paper is white in the dark, too."""
ABOVE_PX, BELOW_PX = 100, 120
"""From the window's edges to the first and the last line."""

STEPS = {Qt.Key.Key_Down: QTextBlock.next, Qt.Key.Key_Up: QTextBlock.previous}
"""With Ctrl: from block to block."""


class MemoView(QTextBrowser):
    """Prints in slices of a few milliseconds; until all is there the page before stays.

    Signals: `row_clicked(str)` carries the id of the row behind the clicked block; `settled`
    when the memo that was given last is shown from its first line to its last. A click on a
    note's number, or on the number of a source, shows that.
    """

    row_clicked = Signal(str)
    settled = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._printed: QTextDocument | None = None
        self._steps: Iterator[None] | None = None
        self._draft: tuple[QTextDocument, QTextCursor] | None = None
        self._printer: Printer | None = None
        self._places: dict[str, int] = {}
        self._wanted = ""
        self._pointed = ""
        self._notes: dict[str, str] = {}
        self._seen_px = 0.0
        self._banner = ("", "")
        self._next: ComposedMemo | None = None
        self._curtain: tuple[QPixmap, int] | None = None
        self.setProperty("look", "canvas")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalScrollBar().rangeChanged.connect(self._hold_left)
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName(self.tr("Memo"))
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        keys = self.tr("Ctrl+Down and Ctrl+Up go from part to part; Enter goes to what it is about")
        self.setAccessibleDescription(keys)
        self._blank = Blank(theme, self.viewport())
        self.verticalScrollBar().valueChanged.connect(self._place_blank)
        self._pointing = QTimer(self, singleShot=True, interval=POINTED_MS)
        self._pointing.timeout.connect(self.point_no_more)
        self._printing = QTimer(self, interval=0)
        self._printing.timeout.connect(self._print_on)
        self._laying = Laying(self)
        self._laying.moved.connect(self._on_laid)
        self._laying.ended.connect(self._on_laid_out)

    @property
    def is_settled(self) -> bool:
        """True while nothing is being printed or laid out."""
        return not (self._printing.isActive() or self._laying.is_busy)

    def _hold_left(self, _least: int, most: int) -> None:
        """Qt would show a page with a line too wide from its right end in a mirrored window."""
        if self.isRightToLeft():
            self.horizontalScrollBar().setValue(most)

    def show_memo(self, composed: Composed) -> None:
        """Show a memo instead of the one before; the scroll position stays."""
        document = QTextDocument(self)
        document.setDocumentMargin(0)
        document.setUndoRedoEnabled(False)
        document.setDefaultTextOption(text_option(composed.memo))
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        printer = self._printer = Printer(cursor, self._theme.scale, composed.pictures)
        if self._draft is not None:
            self._draft[0].deleteLater()
        self._draft = (document, cursor)
        self._notes = {
            note_id(note.number): "".join(run.text for run in note.runs)
            for note in composed.memo.footnotes
        }
        self._next = composed.memo
        self._steps = printer.steps(composed.memo, self.tr("Notes"))
        self._printing.start()

    def put_pictures(self, composed: Composed) -> None:
        """Show pictures that were not drawn yet when the memo was printed."""
        documents = [self._draft[0]] if self._draft else []
        documents += [self._printed] if self._printed is not None else []
        kind = QTextDocument.ResourceType.ImageResource
        for number, picture in enumerate(pictures_of(composed.memo)):
            for document in documents:
                document.addResource(kind, QUrl(picture_name(number)), composed.pictures[picture])
        self.viewport().update()

    def _block_of(self, row_id: str) -> QTextBlock:
        number = self._places.get(row_id, -1)
        return self.document().findBlockByNumber(number) if number >= 0 else QTextBlock()

    def is_right_to_left(self, row_id: str) -> bool:
        """Whether the block of a row begins on the right."""
        return self._block_of(row_id).textDirection() == Qt.LayoutDirection.RightToLeft

    def rect_of(self, row_id: str) -> QRect:
        """Where the block of a row is in the viewport; empty while the page has none there."""
        block = self._block_of(row_id)
        if not block.isValid() or not self._is_laid(block.blockNumber()):
            return QRect()
        box = self.document().documentLayout().blockBoundingRect(block)
        left = self._text_left_px()
        width = self.viewport().width() - 2 * left
        top = box.top() - self.verticalScrollBar().value()
        return QRectF(left, top, width, box.height()).toAlignedRect()

    def _is_laid(self, number: int) -> bool:
        """Whether a block has its place; asking for it would lay out all that is above."""
        return not self._laying.is_busy or number <= self._laying.last_number

    def show_row(self, row_id: str) -> None:
        """Scroll to the block of a row, unless it can be seen already, and point it out."""
        rect = self.rect_of(row_id)
        self._wanted = "" if rect.isValid() or row_id not in self._places else row_id
        if not rect.isValid():
            return
        height = self.viewport().height()
        if rect.top() < 0 or rect.bottom() > height:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + rect.top() - height // 4)
        self._pointed = row_id
        self._pointing.start()
        self.viewport().update()

    def go(self, row_id: str) -> None:
        """Show a row, and go on from there with the keys."""
        self.show_row(row_id)
        if (block := self._block_of(row_id)).isValid():
            position = self.verticalScrollBar().value()
            self.setTextCursor(QTextCursor(block))
            self.verticalScrollBar().setValue(position)

    def point_no_more(self) -> None:
        """Let nothing stand out."""
        self._pointed = ""
        self.viewport().update()

    def _place_blank(self) -> None:
        if not self._blank.text():
            return  # the size of a long document would lay out all of it
        left, height = self._text_left_px(), self.document().size().height()
        top = max(LEAST_HEIGHT_PX / 3, height - BELOW_PX + ABOVE_PX / 2)
        width = self.viewport().width() - 2 * left
        self._blank.place(left, top - self.verticalScrollBar().value(), width)

    def _paint_pointed(self, painter: QPainter) -> None:
        rect = self.rect_of(self._pointed) if self._pointed else QRect()
        if not rect.isEmpty():
            painter.save()
            # As a marker does: what is printed there stays as dark as it is.
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
            rounded(painter, QRectF(rect).adjusted(-8, -4, 8, 4), 5, QColor(POINTED))
            painter.restore()

    def _print_on(self) -> None:
        assert self._steps is not None
        until = perf_counter() + SLICE_S
        while perf_counter() < until:
            if next(self._steps, self) is self:
                self._printing.stop()
                self._swap()
                return

    def _swap(self) -> None:
        """Show what has been printed; where the page was scrolled, the old one hides the gap."""
        assert self._draft is not None and self._printer is not None and self._next is not None
        self._places = self._printer.places
        position = self.verticalScrollBar().value()
        if position and self._curtain is None:
            self._curtain = (self.viewport().grab(), position)
        document, cursor = self._draft
        self._draft = self._steps = None
        cursor.endEditBlock()
        self._banner = (self._next.banner, self._next.banner_color)
        self._set_margins(document)
        self.setDocument(document)
        # Qt deletes only the document that the browser came with, and none of ours.
        if self._printed is not None:
            self._printed.deleteLater()
        self._printed = document
        self._seen_px = 0.0
        self._laying.start(document)

    def _on_laid(self, height: float) -> None:
        bar, is_whole = self.verticalScrollBar(), not self._laying.is_busy
        if self._curtain is not None:
            position = self._curtain[1]
            if height >= position + self.viewport().height() or is_whole:
                self._curtain = None
                self._seen_px = 0.0
                bar.setValue(position)
        # What is laid out below the window's edge changes nothing that is seen.
        if self._seen_px < bar.value() + self.viewport().height() or is_whole:
            self.viewport().update()
        self._seen_px = height

    def _on_laid_out(self) -> None:
        if self._next is not None:
            self._blank.follow(self._next)
        self._place_blank()
        if self._wanted:
            self.show_row(self._wanted)
        self.settled.emit()

    def _side_px(self) -> float:
        width = self._theme.px(PAGE_WIDTH_PX)
        return max(24.0, (self.viewport().width() - width) / 2)

    def _text_left_px(self) -> float:
        """Where the text begins; a narrow window takes from the margins, not from the words."""
        page = self.viewport().width() - 2 * self._side_px()
        return self._side_px() + min(self._theme.px(PAGE_MARGIN_PX), page * PAGE_MARGIN_SHARE)

    def _set_margins(self, document: QTextDocument) -> bool:
        """Give the text its place; False when it has it already."""
        form = document.rootFrame().frameFormat()
        side = self._text_left_px()
        if form.leftMargin() == side:
            return False  # setting them anew would lay out the whole memo again
        form.setLeftMargin(side)
        form.setRightMargin(side)
        form.setTopMargin(ABOVE_PX)
        form.setBottomMargin(BELOW_PX)
        document.rootFrame().setFrameFormat(form)
        return True

    def _at(self, point: QPointF) -> tuple[str, str]:
        """The row at a point, and what is linked to from there; "" for none.

        Beside the text there is none, and Qt would look for it long.
        """
        left = self._text_left_px()
        y = point.y() + self.verticalScrollBar().value()
        is_beside = not left <= point.x() <= self.viewport().width() - left
        if is_beside or not 0 < y - ABOVE_PX < self._laying.height:
            return "", ""
        layout = self.document().documentLayout()
        position = layout.hitTest(QPointF(point.x(), y), Qt.HitTestAccuracy.ExactHit)
        return self._behind(position) if position >= 0 else ("", "")

    def _behind(self, position: int) -> tuple[str, str]:
        """The row of the letter at a position, and where it leads."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(position + 1, self.document().characterCount() - 1))
        row = self.document().findBlock(position).blockFormat().property(ID)
        return row or "", cursor.charFormat().property(LINK_TO) or ""

    def _page(self) -> QRectF:
        """The sheet of paper, in px of the viewport."""
        offset, side = self.verticalScrollBar().value(), self._side_px()
        if self._laying.is_busy:
            height = max(self._laying.height + BELOW_PX, offset + self.viewport().height() * 2)
        else:
            height = self.document().size().height()
        height = max(height - ABOVE_PX + PAGE_TOP_PX - 6, LEAST_HEIGHT_PX)
        return QRectF(side, PAGE_TOP_PX - offset, self.viewport().width() - 2 * side, height)

    def _banner_font(self) -> QFont:
        font = self._theme.font(12)
        font.setFamily(page_family())
        font.setBold(True)
        return font

    def _paint_trims(self, painter: QPainter, offset: float, visible: QRectF) -> None:
        layout = self.document().documentLayout()
        left = self._text_left_px()
        right = self.viewport().width() - left
        number = self._laying.number_above(visible.top())
        block = self.document().findBlockByNumber(number)
        while block.isValid() and self._is_laid(block.blockNumber()):
            box = layout.blockBoundingRect(block)
            if box.top() > visible.bottom():
                break
            if trims.goes_on(block):
                box.setBottom(layout.blockBoundingRect(block.next()).top())
            trims.paint(painter, block, box.translated(0, -offset), left, right)
            block = block.next()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        if self._curtain is not None:
            painter.drawPixmap(0, 0, self._curtain[0])
            return
        offset = self.verticalScrollBar().value()
        page = self._page()
        trims.paint_paper(painter, page, event.rect())
        painter.setFont(self._banner_font())
        trims.paint_banner(painter, page, *self._banner)
        visible = QRectF(event.rect()).translated(0, offset)
        self._paint_trims(painter, offset, visible)
        self._paint_pointed(painter)
        painter.end()
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_margins(self.document())
        if self._printed is not None:
            self._laying.start(self._printed)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        is_over = any(self._at(event.position()))
        shape = Qt.CursorShape.PointingHandCursor if is_over else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            self._follow(*self._at(event.position()))

    def _step(self, step: Callable[[QTextBlock], QTextBlock]) -> None:
        """Go on to the next block that stands for something, and let it stand out."""
        begun = self.textCursor().block()
        here, block = begun.blockFormat().property(ID), step(begun)
        while block.isValid() and (block.blockFormat().property(ID) or here) == here:
            block = step(block)
        if block.isValid():
            self.go(block.blockFormat().property(ID))

    def _follow(self, row: str, link: str) -> None:
        if link in self._places:
            self.go(link)
        elif row:
            self.row_clicked.emit(row)

    def viewportEvent(self, event: QEvent) -> bool:
        """Show a note's words where the mouse rests on its number."""
        if isinstance(event, QHelpEvent):
            _, link = self._at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self._notes.get(link, ""), self.viewport())
            return True
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._follow(*self._behind(self.textCursor().position()))
        elif event.key() in STEPS and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._step(STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)
