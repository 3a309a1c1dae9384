"""The article on screen: selecting, highlights under the text, jumping to a passage."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QApplication, QFrame, QTextBrowser, QWidget

from briefing_app.domain.article import Article
from briefing_app.domain.outline import Kind
from briefing_app.gui.reading import keys
from briefing_app.gui.reading.article_page import SET_ASIDE, ArticlePage
from briefing_app.gui.reading.highlights import (
    Highlight,
    HighlightIndex,
    HighlightPainter,
    Shape,
    passage_lines,
)
from briefing_app.gui.reading.passage import Passage, snapped, trimmed
from briefing_app.gui.theme import Theme
from briefing_app.store.search import places

SETTLED_MS = 120
BELOW_TOP_PX = 180
"""Where a passage that was jumped to comes to lie."""


class ReadingView(QTextBrowser):
    """Shows one article and tells what the user selects and points at.

    Signals:
    passage_selected(Passage | None)  the selection has settled; None: nothing of the body
    highlight_clicked(Highlight)      by mouse, or stepped to by key
    link_clicked(str)                 a link of the page's own, see article_page
    requested(keys.Request)           a key that files or steps was pressed
    """

    passage_selected = Signal(object)
    highlight_clicked = Signal(object)
    link_clicked = Signal(str)
    requested = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._painter = HighlightPainter(theme)
        self._page: ArticlePage | None = None
        self._shows_set_aside = False
        self._index = HighlightIndex()
        self._linked: Highlight | None = None
        self._shapes: list[Shape] = []
        self._hovered: Shape | None = None
        self._cycle: tuple[tuple[Highlight, ...], int] = ((), 0)
        self._found: list[Passage] = []
        self._wanted = ""
        self._current = -1
        self._settled = QTimer(self, interval=SETTLED_MS, singleShot=True)
        self._settled.timeout.connect(self.settle)
        self._set_up()

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Article text"))
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)
        self.viewport().setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(
            flags.TextSelectableByMouse
            | flags.TextSelectableByKeyboard
            | flags.LinksAccessibleByMouse
            | flags.LinksAccessibleByKeyboard
        )
        self.selectionChanged.connect(self._settled.start)
        self.anchorClicked.connect(self._on_link)

    # Qt loads pictures and links through this; an article must never fetch anything.
    def loadResource(self, kind: int, name: object) -> None:
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

    def show_article(self, article: Article | None) -> None:
        """Show an article from its top, or nothing."""
        self._shows_set_aside = False
        self._linked, self._index = None, HighlightIndex()
        self._set_page(article)
        self.verticalScrollBar().setValue(0)
        self.set_search(self._wanted)

    def reshow(self, article: Article) -> None:
        """Show the same article with other particulars, colours or sizes, at the same place."""
        place, value = self._top_position(), self.verticalScrollBar().value()
        selected = self.passage
        self._set_page(article)
        if place is not None:
            self._scroll_to(place, 0)
        else:
            self.verticalScrollBar().setValue(value)
        if selected:
            self.select(selected.start, selected.end)

    def set_highlights(self, highlights: Iterable[Highlight]) -> None:
        """Mark these passages and no others."""
        self._index = HighlightIndex(highlights)
        count = len(self._index.all)
        words = self.tr("{n} highlights. N and P step through them.").format(n=count)
        self.setAccessibleDescription(words if count else "")
        self._hovered = None
        self.viewport().update()

    def link(self, highlight: Highlight | None) -> None:
        """Show this passage as the one that the outline's card belongs to."""
        self._linked = highlight
        self.viewport().update()

    def show_passage(self, excerpt_id: str, start: int, end: int) -> None:
        """Scroll to a passage and show it as linked."""
        if self._page is None:
            return
        known = self._index.of_excerpt(excerpt_id)
        self.link(known or Highlight(start, end, Kind.TEXT, excerpt_id))
        self.clear_selection()
        self._scroll_to(start, self._theme.px(BELOW_TOP_PX))

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

    def _put_cursor(self, cursor: QTextCursor) -> None:
        # Qt would scroll to the cursor, away from what the user looks at.
        place = self.verticalScrollBar().value()
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(place)

    def settle_soon(self) -> None:
        """Tell of the selection again once nothing moves any more."""
        self._settled.start()

    def settle(self) -> None:
        """Tell of the selection now instead of in a moment."""
        if QApplication.mouseButtons() & Qt.MouseButton.LeftButton:
            self.settle_soon()
            return
        self._settled.stop()
        self.passage_selected.emit(self.passage)

    def passage_rect(self, passage: Passage) -> QRect:
        """The visible part of a passage in viewport coordinates; empty when it is out of sight."""
        box = QRectF()
        if self._page:
            first, last = self._visible()
            start, end = max(first, passage.start), min(last, passage.end)
            for line in passage_lines(self._page, start, end) if start < end else ():
                box = box.united(line.translated(-self._origin()))
        return box.toRect() & self.viewport().rect()

    def step(self, *, back: bool) -> None:
        """Go to the next (previous) highlight from the linked one, or from the top of the view."""
        found = self._index.step(self._linked, self._top_position() or 0, back=back)
        if found:
            self.link(found)
            self._scroll_to(found.start, self._theme.px(BELOW_TOP_PX))
            self.highlight_clicked.emit(found)

    def set_search(self, text: str) -> int:
        """Mark the words of a library search quietly; returns how many places there are."""
        self._wanted, self._current = text, -1
        self._found = [Passage(*place) for place in places(text, self.body)]
        self.viewport().update()
        return len(self._found)

    def find_next(self) -> bool:
        """Go to the next place that the search found; False when there is none at all."""
        return self._find(1)

    def find_previous(self) -> bool:
        """Go to the place before; False when there is none at all."""
        return self._find(-1)

    def _find(self, by: int) -> bool:
        if not self._found:
            return False
        if self._current < 0:
            starts = [place.start for place in self._found]
            at = bisect_left(starts, self._top_position() or 0)
            self._current = (at if by > 0 else at - 1) % len(self._found)
        else:
            self._current = (self._current + by) % len(self._found)
        self._scroll_to(self._found[self._current].start, self._theme.px(BELOW_TOP_PX))
        self.viewport().update()
        return True

    def _set_page(self, article: Article | None) -> None:
        self._settled.stop()
        self._shapes, self._hovered = [], None
        before = self._page
        self._page = None
        if article is None:
            self.setDocument(QTextDocument(self))
        else:
            page = ArticlePage(article, self._theme, shows_set_aside=self._shows_set_aside)
            page.set_margins(self.viewport().width())
            page.document.setParent(self)
            self.setDocument(page.document)
            self._page = page
            start = self.textCursor()
            start.setPosition(page.unit(0))
            self._put_cursor(start)
        if before is not None:
            before.document.deleteLater()

    def _on_link(self, url) -> None:
        target = url.toString()
        if target == SET_ASIDE and self._page:
            self._shows_set_aside = not self._shows_set_aside
            self.reshow(self._page.article)
        self.link_clicked.emit(target)

    def _origin(self) -> QPointF:
        """Document coordinates of the viewport's corner."""
        return QPointF(0, self.verticalScrollBar().value())

    def _visible(self) -> tuple[int, int]:
        """Code points of the body from the top paragraph in sight to the end of the last one."""
        assert self._page is not None
        layout = self._page.document.documentLayout()
        top = self._origin() + QPointF(self.viewport().width() / 2, 0)
        bottom = top + QPointF(0, self.viewport().height())
        first = self._page.document.findBlock(layout.hitTest(top, Qt.HitTestAccuracy.FuzzyHit))
        last = self._page.document.findBlock(layout.hitTest(bottom, Qt.HitTestAccuracy.FuzzyHit))
        # One paragraph more above, so that markers shifted down stay where they are.
        first = first.previous() if first.previous().isValid() else first
        end = min(len(self.body), self._page.point(last.position() + last.length() - 1))
        return max(0, self._page.point(first.position())), end

    def _top_position(self) -> int | None:
        """Code point of the body at the top of the view, None while the head is in sight."""
        if self._page is None:
            return None
        unit = self.cursorForPosition(QPoint(self.viewport().width() // 2, 0)).position()
        position = self._page.point(unit)
        return position if position > 0 else None

    def _scroll_to(self, position: int, below_top: int) -> None:
        assert self._page is not None
        block = self._page.document.findBlock(self._page.unit(position))
        origin = self._page.document.documentLayout().blockBoundingRect(block).top()
        line = block.layout().lineForTextPosition(self._page.unit(position) - block.position())
        # Far down the scroll bar's range is not known before the text there is laid out.
        self._page.document.documentLayout().documentSize()
        self.verticalScrollBar().setValue(round(origin + line.y()) - below_top)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._page is not None:
            self._paint_under(event)
        super().paintEvent(event)

    def _paint_under(self, event: QPaintEvent) -> None:
        assert self._page is not None
        start, end = self._visible()
        visible = self._index.between(start, end)
        if self._linked and not self._linked.entry_id:
            visible = [*visible, self._linked]
        self._shapes = self._painter.shapes(self._page, visible)
        active = {s.highlight.excerpt_id for s in (self._hovered,) if s}
        active |= {self._linked.excerpt_id} if self._linked else set()
        with QPainter(self.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(-self._origin())
            self._painter.paint(painter, self._shapes, active)
            for index in self._found_between(start, end):
                place = self._found[index]
                lines = passage_lines(self._page, place.start, place.end)
                self._painter.paint_found(painter, lines, current=index == self._current)

    def _found_between(self, start: int, end: int) -> range:
        first = bisect_right(self._found, start, key=lambda place: place.end)
        return range(first, bisect_left(self._found, end, key=lambda place: place.start))

    def _shapes_at(self, at: QPointF) -> list[Shape]:
        """Shapes at a viewport position, the shortest passage first."""
        inside = [shape for shape in self._shapes if shape.holds(at + self._origin())]
        return sorted(inside, key=lambda s: s.highlight.end - s.highlight.start)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        under = self._shapes_at(event.position()) if not event.buttons() else []
        hovered = under[0] if under else None
        if hovered != self._hovered:
            self._hovered = hovered
            self.viewport().update()
        if not self.anchorAt(event.position().toPoint()):
            shape = Qt.CursorShape.PointingHandCursor if hovered else Qt.CursorShape.IBeamCursor
            self.viewport().setCursor(shape)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hovered = None
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self.textCursor().hasSelection():
            self._snap(exact=bool(event.modifiers() & Qt.KeyboardModifier.AltModifier))
        else:
            self._click(event.position())

    def _snap(self, *, exact: bool) -> None:
        """Move a mouse selection to what it means: words of the body, or nothing."""
        cursor = self.textCursor()
        assert self._page is not None
        first = self._page.point(cursor.selectionStart())
        last = self._page.point(cursor.selectionEnd())
        meant = (trimmed if exact else snapped)(self.body, first, last)
        if meant:
            self.select(meant.start, meant.end)

    def _click(self, at: QPointF) -> None:
        under = tuple(shape.highlight for shape in self._shapes_at(at))
        if not under:
            self._cycle = ((), 0)
            self.link(None)
            return
        before, turn = self._cycle
        self._cycle = (under, (turn + 1) % len(under) if under == before else 0)
        chosen = under[self._cycle[1]]
        self.link(chosen)
        self.highlight_clicked.emit(chosen)

    def event(self, event: QEvent) -> bool:
        # A window-wide shortcut on the same key must not take it away while text is selected.
        override = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if override and keys.request(event, selecting=self.passage is not None):
            event.accept()
            return True
        return super().event(event)

    def focusNextPrevChild(self, is_next: bool) -> bool:
        if is_next and self.passage is not None:
            self.requested.emit(keys.Request(keys.Act.BAR))
            return True
        return super().focusNextPrevChild(is_next)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        request = keys.request(event, selecting=self.passage is not None)
        plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if request:
            self.requested.emit(request)
        elif event.key() == Qt.Key.Key_Space and plain:
            page = self.viewport().height() - self._theme.px(2 * 29)
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + (-page if back else page))
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        place = self._top_position()
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
        return data
