"""The article on screen: selecting, highlights under the text, jumping to a passage."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QPointF, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from briefing_app.domain.article import Article
from briefing_app.domain.outline import Kind
from briefing_app.gui.reading import keys
from briefing_app.gui.reading.adjusting import Adjusting
from briefing_app.gui.reading.article_page import SET_ASIDE
from briefing_app.gui.reading.highlights import Highlight, HighlightIndex
from briefing_app.gui.reading.passage import Passage, snapped, trimmed
from briefing_app.gui.reading.pointing import Pointing
from briefing_app.gui.reading.searched_view import BELOW_TOP_PX, SearchedView
from briefing_app.gui.theme import Theme

SETTLED_MS = 120


class ReadingView(SearchedView):
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
        super().__init__(theme, parent)
        self._index = HighlightIndex()
        self._linked: Highlight | None = None
        self._pointing = Pointing()
        self.adjusting = Adjusting(theme, self)
        self._settled = QTimer(self, interval=SETTLED_MS, singleShot=True)
        self._settled.timeout.connect(self.settle)
        self.setAccessibleName(self.tr("Article text"))
        self.viewport().setMouseTracking(True)
        self.selectionChanged.connect(self.settle_soon)
        self.anchorClicked.connect(self._on_link)

    def show_article(self, article: Article | None) -> None:
        """Show an article from its top, or nothing."""
        self._shows_set_aside = False
        self._linked = None
        self.set_highlights(())
        self._set_page(article)
        self._settled.stop()
        self.verticalScrollBar().setValue(0)
        self._search_anew()

    def reshow(self, article: Article) -> None:
        is_same_text = article.body == self.body
        super().reshow(article)
        if not is_same_text:
            self._search_anew()

    def set_highlights(self, highlights: Iterable[Highlight]) -> None:
        """Mark these passages and no others."""
        self._index = HighlightIndex(highlights, self.body)
        if self._linked:
            follows = self._keys_move_ends()
            self._linked = self._index.same(self._linked)
            if follows:
                self.select(self._linked.start, self._linked.start)
        count = len(self._index.all)
        words = self.tr("{n} highlights. N and P step through them.").format(n=count)
        self.setAccessibleDescription(words if count else "")
        self._pointing.hover(None)
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
        self.select(start, start)
        self._scroll_to(start, self._theme.px(BELOW_TOP_PX))

    def settle(self) -> None:
        """Tell of the selection now, unless the mouse is still making it."""
        if QApplication.mouseButtons() & Qt.MouseButton.LeftButton:
            self.settle_soon()
            return
        self._settled.stop()
        self.passage_selected.emit(self.passage)

    def settle_soon(self) -> None:
        """Tell of the selection once nothing has moved for a moment."""
        self._settled.start()

    def step(self, *, back: bool) -> None:
        """Go to the next (previous) highlight from the linked one, or from the top of the view."""
        found = self._index.step(self._linked, self.top_position() or 0, back=back)
        if found:
            self.link(found)
            self.select(found.start, found.start)
            self._scroll_to(found.start, self._theme.px(BELOW_TOP_PX))
            self.highlight_clicked.emit(found)

    def _keys_move_ends(self) -> bool:
        """True while the caret stands in the linked passage and nothing is selected."""
        linked, cursor = self._linked, self.textCursor()
        if linked is None or self._page is None or cursor.hasSelection() or self.adjusting.is_off:
            return False
        return linked.start <= self._page.point(cursor.position()) <= linked.end

    def _nudge(self, nudge: keys.Nudge) -> None:
        assert self._page is not None and self._linked is not None
        self.adjusting.nudge(self._page, self._linked, nudge)
        moved = self._linked.start if self.adjusting.handles.at_start else self._linked.end - 1
        if self.passage_rect(Passage(moved, moved + 1)).isEmpty():
            self._scroll_to(moved, self._theme.px(BELOW_TOP_PX))

    def choose_other_end(self) -> None:
        """Let Shift and the arrow keys move the other end of the linked passage."""
        self.adjusting.choose_other_end()
        self.viewport().update()

    def _on_link(self, url: QUrl) -> None:
        target = url.toString()
        if target == SET_ASIDE:
            self.toggle_set_aside()
        self.link_clicked.emit(target)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._page is not None:
            with QPainter(self.viewport()) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.translate(-self._origin())
                self._paint_under(painter)
        super().paintEvent(event)
        if self._page is not None:
            with QPainter(self.viewport()) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.translate(-self._origin())
                self.adjusting.paint(painter, has_keys=self._keys_move_ends())

    def _paint_under(self, painter: QPainter) -> None:
        assert self._page is not None
        start, end = self._visible()
        chosen = self._pointing.chosen or self._linked
        extra = [self._linked] if self._linked and not self._linked.entry_id else []
        if preview := self.adjusting.preview:
            extra.append(preview)
        shapes = self._painter.shapes(self._page, self._index, start, end, extra)
        active = preview or chosen
        self._painter.paint(painter, shapes, active.excerpt_id if active else "")
        self._pointing.shapes = shapes
        self.adjusting.lay_out(self._page, chosen)
        self._paint_found(painter, start, end)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        left = event.button() == Qt.MouseButton.LeftButton
        if left and self.adjusting.press(event.position() + self._origin()):
            event.accept()
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position() + self._origin()
        if self.adjusting.is_dragging and self._page is not None:
            exact = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            self.adjusting.drag(self._page, at, exact=exact)
            self.viewport().update()
            return
        super().mouseMoveEvent(event)
        if not event.buttons() and self.adjusting.handles.at(at):
            self.viewport().setCursor(Qt.CursorShape.SizeHorCursor)
            return
        if self._pointing.hover(None if event.buttons() else at):
            self.viewport().update()
        if not self.anchorAt(event.position().toPoint()):
            over = Qt.CursorShape.PointingHandCursor
            self.viewport().setCursor(
                over if self._pointing.hovered else Qt.CursorShape.IBeamCursor
            )

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if self._pointing.hover(None):
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.adjusting.is_dragging:
            self.adjusting.release()
            self.viewport().update()
            return
        super().mouseReleaseEvent(event)
        if event.button() != Qt.MouseButton.LeftButton or self._page is None:
            return
        if self.textCursor().hasSelection():
            self._snap(exact=bool(event.modifiers() & Qt.KeyboardModifier.AltModifier))
        else:
            self._click(event.position() + self._origin())
        event.accept()

    def _snap(self, *, exact: bool) -> None:
        """Move a mouse selection to what it means: words of the body."""
        assert self._page is not None
        cursor = self.textCursor()
        first = self._page.point(cursor.selectionStart())
        last = self._page.point(cursor.selectionEnd())
        meant = (trimmed if exact else snapped)(self.body, first, last)
        if meant:
            self.select(meant.start, meant.end)

    def _click(self, position: QPointF) -> None:
        chosen = self._pointing.click(position)
        self.link(chosen)
        if chosen:
            self.highlight_clicked.emit(chosen)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._pointing.words, self.viewport())
            return True
        return super().viewportEvent(event)

    def event(self, event: QEvent) -> bool:
        # A window-wide shortcut on the same key must not take it away while text is selected.
        claimed = (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and keys.request(event, selecting=self.passage is not None)
        )
        if claimed:
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
        nudge = keys.nudge(event) if self._keys_move_ends() else None
        if event.key() == Qt.Key.Key_Escape and self.adjusting.cancel():
            self.viewport().update()
        elif nudge:
            self._nudge(nudge)
        elif request:
            self.requested.emit(request)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.link_at_caret:
            self._on_link(QUrl(self.link_at_caret))
        elif event.key() == Qt.Key.Key_Space and plain:
            page = self.viewport().height() - self._theme.px(2 * 29)
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + (-page if back else page))
            self.rest_caret()
        else:
            super().keyPressEvent(event)
