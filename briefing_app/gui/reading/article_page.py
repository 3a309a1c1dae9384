"""An article set as a Qt document: kicker, headline, byline, then the body, then set-aside lines.

Every line is inserted as plain text; nothing of an article is ever read as markup.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from briefing_app.domain.article import Article
from briefing_app.domain.direction import is_right_to_left
from briefing_app.gui.dates import shown_date
from briefing_app.gui.direction import isolated
from briefing_app.gui.reading.offsets import Offsets, showable
from briefing_app.gui.theme import BOLD, SEMIBOLD, Theme

HEAD_LINES = 3
WORDS_A_MINUTE = 230
MARGIN_PX = 64
"""At least so wide is the margin on either side: two markers stand in it beside each other."""

NARROW_PX, NARROW_MARGIN_PX = 420, 40
"""In a view narrower than this there is room for one marker: lines of two words would be worse."""

DETAILS, SET_ASIDE = "details", "set-aside"
"""Targets of the page's own links."""

_LEFT_TO_RIGHT_MARK = "\u200e"


@dataclass(frozen=True)
class _Look:
    font: QFont
    color: QColor
    line: float
    below: float
    above: float = 0


class ArticlePage:
    """The document of one article and the way from its positions to the body's code points.

    The first HEAD_LINES blocks are the head; each paragraph of the body is one block.
    """

    def __init__(self, article: Article, theme: Theme, *, shows_set_aside: bool = False) -> None:
        self._theme = theme
        self.article = article
        self.document = QTextDocument()
        self.document.setUndoRedoEnabled(False)
        self.document.setDocumentMargin(0)
        head = _head_lines(article)
        tail = _tail_lines(article, shows_set_aside)
        self.text = "\n".join([*head, article.body, *tail])
        self.offsets = Offsets(self.text)
        self.body_start = sum(len(line) + 1 for line in head)
        cursor = QTextCursor(self.document)
        self._write_head(cursor, head)
        self._write_body(cursor)
        self._write_tail(cursor, tail)

    def unit(self, position: int) -> int:
        """The document position (UTF-16) of a code point of the body."""
        return self.offsets.to_units(self.body_start + position)

    def point(self, unit: int) -> int:
        """The body's code point at a document position: below 0 in the head, over the end after."""
        return self.offsets.to_points(unit) - self.body_start

    def slice(self, first: int, last: int) -> str:
        """The text between two document positions, as it was written and not as Qt shows it."""
        return self.text[self.offsets.to_points(first) : self.offsets.to_points(last)]

    def set_margins(self, width: int) -> None:
        """Centre the column in a view of this width."""
        frame = self.document.rootFrame()
        layout = frame.frameFormat()
        px, reading = self._theme.px, self._theme.reading
        least = px(NARROW_MARGIN_PX if width < px(NARROW_PX) else MARGIN_PX)
        side = max(least, (width - px(self._theme.reading_px(reading.width))) // 2)
        if layout.leftMargin() == side:
            return
        layout.setLeftMargin(side)
        layout.setRightMargin(side)
        layout.setTopMargin(self._theme.px(20))
        layout.setBottomMargin(self._theme.px(140))
        frame.setFrameFormat(layout)

    def _write_head(self, cursor: QTextCursor, lines: list[str]) -> None:
        theme, article = self._theme, self.article
        spaced = theme.font(12, SEMIBOLD)
        spaced.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.7 * theme.scale)
        spaced.setCapitalization(QFont.Capitalization.AllUppercase)
        align = Qt.AlignmentFlag.AlignRight if self._is_rtl() else Qt.AlignmentFlag.AlignLeft
        quiet = theme.color("text2")
        complete = not {"publisher", "published"} & set(article.missing)
        ink = theme.color("accent" if complete else "warn")
        self._put(cursor, lines[0], _Look(spaced, ink, 18, 10), align, "" if complete else DETAILS)
        ink = theme.color("text" if article.headline else "warn")
        size = theme.reading_px
        look = _Look(theme.font(size(29), BOLD, reading=True), ink, size(37), 12)
        self._put(cursor, lines[1], look, align, "" if article.headline else DETAILS)
        self._put(cursor, lines[2], _Look(theme.font(13), quiet, 20, 24), align)

    def _write_body(self, cursor: QTextCursor) -> None:
        theme = self._theme
        size = theme.reading_px
        font, ink = theme.font(size(18), reading=True), theme.color("text")
        look = _Look(font, ink, size(29), size(16))
        self._put(cursor, showable(self.article.body), look)
        for number, paragraph in enumerate(self.article.paragraphs, HEAD_LINES):
            if is_right_to_left(paragraph):
                block = QTextCursor(self.document.findBlockByNumber(number))
                layout = block.blockFormat()
                layout.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
                block.setBlockFormat(layout)

    def _write_tail(self, cursor: QTextCursor, lines: list[str]) -> None:
        if not lines:
            return
        theme = self._theme
        link = _Look(theme.font(12), theme.color("text3"), 20, 8, above=theme.px(12))
        self._put(cursor, lines[0], link, target=SET_ASIDE)
        size = theme.reading_px
        font, ink = theme.font(size(14), reading=True), theme.color("text3")
        quiet = _Look(font, ink, size(22), 8)
        for line in lines[1:]:
            self._put(cursor, showable(line), quiet)

    def _is_rtl(self) -> bool:
        return is_right_to_left(self.article.headline or self.article.body[:200])

    def _put(
        self,
        cursor: QTextCursor,
        text: str,
        look: _Look,
        align: Qt.AlignmentFlag | None = None,
        target: str = "",
    ) -> None:
        block = QTextBlockFormat()
        block.setTopMargin(look.above)
        block.setBottomMargin(self._theme.px(look.below))
        fixed = QTextBlockFormat.LineHeightTypes.FixedHeight.value
        block.setLineHeight(self._theme.px(look.line), fixed)
        if align is not None:
            block.setAlignment(align | Qt.AlignmentFlag.AlignAbsolute)
        ink = QTextCharFormat()
        ink.setFont(look.font)
        ink.setForeground(look.color)
        if target:
            ink.setAnchor(True)
            ink.setAnchorHref(target)
        if cursor.atStart():
            cursor.setBlockFormat(block)
            cursor.setBlockCharFormat(ink)
        else:
            cursor.insertBlock(block, ink)
        cursor.insertText(text, ink)


def _head_lines(article: Article) -> list[str]:
    outlet = article.publisher or _tr("Add outlet")
    # The mark keeps "7 Jan 2020" in this order beside an Arabic outlet.
    day = _LEFT_TO_RIGHT_MARK + (shown_date(article.published) or _tr("Add date"))
    if not article.publisher and not article.published:
        kicker = _tr("Add outlet and date")
    else:
        kicker = f"{outlet}   ·   {day}"
    words = len(article.body.split())
    minutes = max(1, round(words / WORDS_A_MINUTE))
    length = _tr("{words} words · {minutes} min read").format(words=f"{words:,}", minutes=minutes)
    author = article.byline or _tr("No author named")
    if article.byline and not article.byline.lower().startswith("by "):
        author = _tr("By {author}").format(author=article.byline)
    if is_right_to_left(article.byline):
        author, length = isolated(author), isolated(length)
    lines = [kicker, article.headline or _tr("Add a headline"), f"{author}\u2003{length}"]
    return [showable(line.replace("\n", " ")) for line in lines]


def _tail_lines(article: Article, shows_all: bool) -> list[str]:
    lines = article.set_aside
    if not lines:
        return []
    kinds = ", ".join(dict.fromkeys(line.kind for line in lines))
    counted = _tr("1 line set aside") if len(lines) == 1 else _tr("{n} lines set aside")
    arrow = "▾" if shows_all else "▸"
    title = f"{arrow} {counted.format(n=len(lines))} ({kinds})"
    return [title, *(line.text.replace("\n", " ") for line in lines)] if shows_all else [title]


def _tr(text: str) -> str:
    return QCoreApplication.translate("ArticlePage", text)
