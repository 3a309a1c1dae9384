"""A text widget that shows one ArticlePage and speaks of it in code points of the body."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, QRectF, Qt, QUrl
from PySide6.QtGui import QResizeEvent, QTextCursor, QTextDocument, QWheelEvent
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from briefing_app.domain.article import Article
from briefing_app.gui import dragged_passage
from briefing_app.gui.dragged_passage import DraggedPassage
from briefing_app.gui.reading.article_page import ArticlePage
from briefing_app.gui.reading.highlights import passage_lines
from briefing_app.gui.reading.passage import Passage, trimmed
from briefing_app.gui.theme import Theme

BELOW_EDGE_PX = 24
"""What is gone to lies so far below the top."""


class PageView(QTextBrowser):
    """Shows an article, keeps the place when it is set anew, selects and copies its passages."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._page: ArticlePage | None = None
        self._shows_set_aside = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(
            flags.TextSelectableByMouse
            | flags.TextSelectableByKeyboard
            | flags.LinksAccessibleByMouse  # Not by Tab: that would scroll to the last line.
        )

    # Qt loads pictures and links through this; an article must never fetch anything.
    def loadResource(self, kind: int, name: QUrl | str) -> None:
        return None

    @property
    def body(self) -> str:
        """The text of the open article, "" while there is none."""
        return self._page.article.body if self._page else ""

    @property
    def passage(self) -> Passage | None:
        """What is selected of the body, without white space around it; None for nothing."""
        cursor = self.textCursor()
        if self._page is None or not cursor.hasSelection():
            return None
        first, last = cursor.selectionStart(), cursor.selectionEnd()
        return trimmed(self.body, self._page.point(first), self._page.point(last))

    def reshow(self, article: Article) -> None:
        """Show the same article with other particulars, words, colours or sizes, at its place."""
        place, value = self.top_position(), self.verticalScrollBar().value()
        selected = self.passage if article.body == self.body else None
        self._set_page(article)
        if place is not None:
            self._scroll_to(min(place, len(article.body)), 0)
        else:
            self.verticalScrollBar().setValue(value)
        if selected:
            self.select(selected.start, selected.end)

    @property
    def caret_position(self) -> int:
        """Code point of the body at the caret; outside the body, its nearer end."""
        return self._in_body(self.textCursor().position())

    def position_at(self, point: QPoint) -> int:
        """Code point of the body at a place of the viewport; outside it, its nearer end."""
        return self._in_body(self.cursorForPosition(point).position())

    def _in_body(self, unit: int) -> int:
        if self._page is None:
            return 0
        return max(0, min(len(self.body), self._page.point(unit)))

    @property
    def link_at_caret(self) -> str:
        """Target of the link that the caret stands in, "" for none."""
        cursor = self.textCursor()
        return "" if cursor.hasSelection() else cursor.charFormat().anchorHref()

    def toggle_set_aside(self) -> None:
        """Show or hide the lines that are kept out of the body."""
        self._shows_set_aside = not self._shows_set_aside
        if self._page:
            self.reshow(self._page.article)

    def select(self, start: int, end: int) -> None:
        """Select the code points [start, end) of the body."""
        if self._page is None:
            return
        cursor = self.textCursor()
        cursor.setPosition(self._page.unit(start))
        cursor.setPosition(self._page.unit(end), QTextCursor.MoveMode.KeepAnchor)
        self._put_cursor(cursor)

    def clear_selection(self) -> None:
        """Select nothing; the caret stays at the end of what was selected."""
        cursor = self.textCursor()
        cursor.setPosition(cursor.selectionEnd())
        self._put_cursor(cursor)

    def rest_caret(self) -> None:
        """Put the caret where the user looks, unless something is selected."""
        if not self.textCursor().hasSelection():
            place = self.top_position() or 0
            self.select(place, place)

    def passage_rect(self, passage: Passage) -> QRect:
        """The visible part of a passage in viewport coordinates; empty when it is out of sight."""
        box = QRectF()
        if self._page:
            first, last = self._visible()
            start, end = max(first, passage.start), min(last, passage.end)
            for line in passage_lines(self._page, start, end) if start < end else ():
                box = box.united(line.translated(-self._origin()))
        return box.toRect() & self.viewport().rect()

    def top_position(self) -> int | None:
        """Code point of the body at the top of the view, None while the head is in sight."""
        # Before the first frame Qt does not know yet what lies where.
        if self._page is None or not self.verticalScrollBar().value():
            return None
        unit = self.cursorForPosition(QPoint(self.viewport().width() // 2, 0)).position()
        position = self._page.point(unit)
        return position if position > 0 else None

    @property
    def reading_position(self) -> int:
        """Code point of the body at which the user looks, as far as that can be told.

        That is what is selected in sight, else a line that lies the deeper in the view the
        further the text is scrolled, so that its last page comes up too.
        """
        passage = self.passage
        if passage and not self.passage_rect(passage).isEmpty():
            return passage.start
        bar, view = self.verticalScrollBar(), self.viewport()
        depth = view.height() * bar.value() // max(bar.maximum(), 1)
        unit = self.cursorForPosition(QPoint(view.width() // 2, depth)).position()
        return max(0, self._page.point(unit)) if self._page else 0

    def go_to(self, position: int) -> None:
        """Bring a code point of the body to the top of the view; with the first, the headline."""
        if position <= 0 or self._page is None:
            self.verticalScrollBar().setValue(0)
        else:
            self._scroll_to(position, self._theme.px(BELOW_EDGE_PX))

    def _set_page(self, article: Article | None) -> None:
        # Qt deletes the document that it made itself, at once, and leaves those handed to it.
        before = self.document() if self.document().parent() is self else None
        self._page = None
        if article is None:
            self.setDocument(QTextDocument(self))
        else:
            page = ArticlePage(article, self._theme, shows_set_aside=self._shows_set_aside)
            page.set_margins(self.viewport().width())
            page.document.setParent(self)
            self.setDocument(page.document)
            self._page = page
            self.select(0, 0)
        if before is not None:
            before.deleteLater()

    def _put_cursor(self, cursor: QTextCursor) -> None:
        # Qt would scroll to the cursor, away from what the user looks at.
        place = self.verticalScrollBar().value()
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(place)

    def _origin(self) -> QPointF:
        """Document coordinates of the viewport's corner."""
        return QPointF(0, self.verticalScrollBar().value())

    def _visible(self) -> tuple[int, int]:
        """Code points of the body in sight, and a few lines more above and below."""
        assert self._page is not None
        layout = self._page.document.documentLayout()
        # More above, so that markers that were shifted down stay where they are.
        top = max(0.0, self._origin().y() - self._theme.px(200))
        bottom = self._origin().y() + self.viewport().height() + self._theme.px(60)
        right = self._page.document.textWidth()
        fuzzy = Qt.HitTestAccuracy.FuzzyHit
        first = self._page.point(layout.hitTest(QPointF(0, top), fuzzy))
        last = self._page.point(layout.hitTest(QPointF(right, bottom), fuzzy))
        return max(0, first), min(len(self.body), last)

    def _scroll_to(self, position: int, below_top: int) -> None:
        """Bring a code point of the body to lie this far below the top of the view."""
        assert self._page is not None
        unit = self._page.unit(position)
        block = self._page.document.findBlock(unit)
        layout = self._page.document.documentLayout()
        # Far down the scroll bar's range is not known before the text there is laid out.
        layout.documentSize()
        top = layout.blockBoundingRect(block).top()
        line = block.layout().lineForTextPosition(unit - block.position())
        self.verticalScrollBar().setValue(round(top + line.y()) - below_top)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()  # The text size belongs to the theme; Qt's own zoom would bypass it.
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        place = self.top_position()
        super().resizeEvent(event)
        if self._page is not None and event.size().width() != event.oldSize().width():
            self._page.set_margins(self.viewport().width())
            if place is not None:
                self._scroll_to(place, 0)

    def createMimeDataFromSelection(self) -> QMimeData:
        """The selected text as it is stored; a copy from the widget alters some characters."""
        data = QMimeData()
        cursor = self.textCursor()
        if self._page is not None:
            data.setText(self._page.slice(cursor.selectionStart(), cursor.selectionEnd()))
            if passage := self.passage:
                id = self._page.article.id
                dragged_passage.put(data, DraggedPassage(id, passage.start, passage.end))
        return data
