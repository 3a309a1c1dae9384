"""How one article is drawn in the library."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from briefing_app.domain.article import ArticleRow
from briefing_app.gui import drawing
from briefing_app.gui.dates import shown_date
from briefing_app.gui.library.marked_line import draw_grounds, draw_marked
from briefing_app.gui.library.table import ArticleTable
from briefing_app.gui.theme import MEDIUM, NORMAL, SEMIBOLD, Theme

HEADLINE_PX, META_PX, BADGE_PX = 13.5, 12, 11
HEADLINE_LINES = 2
KEPT_LINES = 1000
"""Headlines of which is known how they break into lines."""

_LTR, _ISOLATE, _POP = "\u200e", "\u2068", "\u2069"


class ArticleDelegate(QStyledItemDelegate):
    """Draws rows of an ArticleTable."""

    def __init__(self, table: ArticleTable, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self._mirror = drawing.Mirror(QRectF(), is_on=False)
        self._theme = theme
        self._known_metrics: dict[float, QFontMetricsF] = {}
        self._known_fonts: dict[tuple[float, QFont.Weight], QFont] = {}
        self._known_lines: dict[tuple[str, bool, float], list[str]] = {}
        for known in (self._known_metrics, self._known_fonts, self._known_lines):
            theme.changed.connect(known.clear)

    def row_height(self) -> int:
        """Height of a full row: two lines of headline, the line below, and the found passage."""
        lines = HEADLINE_LINES * self._headline_line()
        found = self._meta_line() if self._table.is_search else 0
        return round(lines + found + self._meta_line() + self._theme.px(20))

    def height_of(self, row: int, width: int) -> int:
        """Height of one row of so many px: a headline may need one line alone."""
        article = self._table.article_at(row)
        if article is None:
            return self.row_height()
        room = self._text_box(QRectF(0, 0, width, 0), article).width()
        return self.row_height() - round(self._spare(self._headline_lines(article, room)))

    def missing_box(self, cell: QRectF, row: int) -> QRectF:
        """Where "Add outlet and date" stands in a row's rectangle; empty if nothing is missing."""
        article = self._table.article_at(row)
        if article is None or not self.missing_text(article):
            return QRectF()
        text, metrics = self._text_box(cell, article), self._metrics(META_PX)
        text.setLeft(text.left() + self._versions_width(article))
        width = metrics.horizontalAdvance(self.missing_text(article)) + self._theme.px(20)
        return QRectF(text.left(), self._meta_top(cell, article), width, self._meta_line())

    def versions_box(self, cell: QRectF, row: int) -> QRectF:
        """Where "3 versions" stands in a row's rectangle; empty where there is one alone."""
        article = self._table.article_at(row)
        if article is None or not self._table.groups.count(article.id):
            return QRectF()
        left, width = self._text_box(cell, article).left(), self._versions_width(article)
        return QRectF(left, self._meta_top(cell, article), width, self._meta_line())

    def versions_text(self, article: ArticleRow) -> str:
        """What the row says of earlier versions, "" where there are none below it."""
        count = self._table.groups.count(article.id)
        return self.tr("{n} versions").format(n=count) if count else ""

    def missing_text(self, article: ArticleRow) -> str:
        """What the row asks for, "" when a citation would lack nothing."""
        words = {
            ("publisher", "published"): self.tr("Add outlet and date"),
            ("publisher",): self.tr("Add outlet"),
            ("published",): self.tr("Add date"),
            ("headline",): self.tr("Add headline"),
        }
        hinted = {field for field, _ in article.proposed}
        lacking = tuple(name for name in article.missing if name not in hinted)
        missing = tuple(name for name in lacking if name != "headline") or lacking
        return words.get(missing, "")

    def known_text(self, article: ArticleRow) -> str:
        """Outlet and date, as far as they are known; "?" after what is only proposed."""
        # The line reads from left to right, whatever script the outlet is written in.
        hints = dict(article.proposed)
        outlet = article.publisher or self._unsure(hints.get("publisher", ""))
        outlet = f"{_LTR}{_ISOLATE}{outlet}{_POP}" if outlet else ""
        day = shown_date(article.published) or self._unsure(shown_date(hints.get("published", "")))
        version = self.tr("Earlier version") if article.is_earlier else ""
        return "  ·  ".join(part for part in (version, outlet, day) if part)

    def _unsure(self, value: str) -> str:
        """A value that a file only hints at: the user has not said yes to it."""
        return f"{value}?" if value else ""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(self._theme.px(200), self.row_height())

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row = index.row()
        article = self._table.article_at(row)
        if article is None:
            return
        painter.save()
        cell = QRectF(option.rect)
        self._mirror = drawing.Mirror.of(painter, cell)
        self._draw_ground(painter, cell, option)
        text = self._text_box(cell, article)
        lines = self._headline_lines(article, text.width())
        text.setTop(self._block_top(cell, lines))
        if not article.is_read:
            self._draw_dot(painter, cell, text.top() + self._headline_line() / 2)
        painter.setFont(self._font(HEADLINE_PX, MEDIUM if article.is_read else SEMIBOLD))
        if self._table.is_search:
            height, box = self._headline_line(), self._mirror.box(text)
            draw_grounds(painter, box, lines, height, search=self._table.query, theme=self._theme)
        painter.setPen(self._theme.color("text"))
        box = self._mirror.box(text)
        text.setTop(drawing.draw_lines(painter, lines, box, self._headline_line()))
        if self._table.is_search:
            self._draw_snippet(painter, text, row)
            text.setTop(text.top() + self._meta_line())
        self._draw_meta(painter, text, article)
        painter.restore()

    def _draw_ground(self, painter: QPainter, cell: QRectF, option: QStyleOptionViewItem) -> None:
        box = self._card(cell)
        radius = self._theme.px(8)
        state, flag = option.state, QStyle.StateFlag
        if state & flag.State_Selected:
            drawing.rounded(painter, box, radius, self._theme.color("accent_soft"))
        elif state & flag.State_MouseOver:
            drawing.rounded(painter, box, radius, self._theme.color("hover"))
        by_keys = option.widget is not None and option.widget.window().testAttribute(
            Qt.WidgetAttribute.WA_KeyboardFocusChange
        )
        if by_keys and state & flag.State_HasFocus:
            pen = QPen(self._theme.color("accent"), 1.5)
            drawing.rounded(painter, box.adjusted(0.75, 0.75, -0.75, -0.75), radius, None, pen)

    def _draw_dot(self, painter: QPainter, cell: QRectF, middle: float) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("accent"))
        size = self._theme.px(7)
        left = self._card(cell).left() + self._theme.px(10) - size / 2
        painter.drawEllipse(self._mirror.box(QRectF(left, middle - size / 2, size, size)))

    def _draw_snippet(self, painter: QPainter, text: QRectF, row: int) -> None:
        words, marks = self._table.snippet_at(row)
        box = QRectF(text.left(), text.top(), text.width(), self._meta_line())
        box = self._mirror.box(box)
        draw_marked(painter, box, words, marks, self._theme, META_PX)

    def _draw_meta(self, painter: QPainter, text: QRectF, article: ArticleRow) -> None:
        line = QRectF(text.left(), text.top(), text.width(), self._meta_line())
        right = line.right()
        for kind, count in (("fact", article.facts), ("quote", article.quotes)):
            if count:
                right = self._draw_badge(painter, line, right, kind, count)
        line.setRight(right - self._theme.px(6))
        painter.setFont(self._font(META_PX))
        known = self.known_text(article)
        if told := self.versions_text(article):
            self._draw_versions(painter, line, article, told)
        if wanted := self.missing_text(article):
            self._draw_wanted(painter, line, wanted)
            parts = (known, "  ·  ") if self._mirror.is_on else ("  ·  ", known)
            known = "".join(parts) if known else ""
        painter.setPen(self._theme.color("text2"))
        self._mirror.words(painter, line, drawing.elide(painter, known, line.width()))

    def _draw_versions(
        self, painter: QPainter, line: QRectF, article: ArticleRow, told: str
    ) -> None:
        """Draw how many versions there are, with the arrow that unfolds them; takes its room."""
        size = self._theme.px(13)
        is_open = self._table.groups.is_unfolded(article.id)
        arrow = self._theme.pixmap("down" if is_open else "right", "accent", 13)
        top = line.center().y() - size / 2
        self._mirror.pixmap(painter, QRectF(line.left(), top, size, size), arrow)
        words = QRectF(line)
        words.setLeft(line.left() + self._theme.px(16))
        painter.setPen(self._theme.color("accent"))
        self._mirror.words(painter, words, drawing.elide(painter, told, words.width()))
        line.setLeft(line.left() + self._versions_width(article))

    def _versions_width(self, article: ArticleRow) -> float:
        told = self.versions_text(article)
        return self._metrics(META_PX).horizontalAdvance(told) + self._theme.px(28) if told else 0

    def _draw_wanted(self, painter: QPainter, line: QRectF, wanted: str) -> None:
        """Draw what the row asks for; takes its room from `line`."""
        size = self._theme.px(13)
        top = line.center().y() - size / 2
        icon = self._theme.pixmap("warn", "warn", 13)
        self._mirror.pixmap(painter, QRectF(line.left(), top, size, size), icon)
        line.setLeft(line.left() + self._theme.px(18))
        painter.setPen(self._theme.color("warn"))
        shown = drawing.elide(painter, wanted, line.width())
        self._mirror.words(painter, line, shown)
        line.setLeft(line.left() + self._metrics(META_PX).horizontalAdvance(shown))

    def _draw_badge(
        self, painter: QPainter, line: QRectF, right: float, kind: str, count: int
    ) -> float:
        """Draw a count that ends at `right`; returns where the next thing may end."""
        theme, ink = self._theme, self._theme.color(kind)
        painter.setFont(self._font(BADGE_PX, SEMIBOLD))
        digits = QFontMetricsF(painter.font()).horizontalAdvance(str(count))
        height = theme.px(18)
        box = QRectF(0, line.center().y() - height / 2, digits + theme.px(26), height)
        box.moveRight(right + theme.px(2))
        end, box = box.left() - theme.px(6), self._mirror.box(box)
        drawing.rounded(painter, box, height / 2, QColor(theme.color(f"{kind}_bg")))
        icon = theme.pixmap(kind, ink, 12)
        painter.drawPixmap(QPointF(box.left() + theme.px(6), box.top() + theme.px(3)), icon)
        painter.setPen(ink)
        numbers = box.adjusted(theme.px(20), 0, 0, 0)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.drawText(numbers, int(Qt.AlignmentFlag.AlignVCenter), str(count))
        return end

    def _headline_lines(self, article: ArticleRow, width: float) -> list[str]:
        key = text, is_read, _ = self._table.headline(article), article.is_read, width
        if (lines := self._known_lines.get(key)) is None:
            if len(self._known_lines) > KEPT_LINES:
                self._known_lines.clear()
            font = self._font(HEADLINE_PX, MEDIUM if is_read else SEMIBOLD)
            lines = self._known_lines[key] = drawing.wrap(text, font, width, HEADLINE_LINES)
        return lines

    def _spare(self, lines: list[str]) -> float:
        """Height that a headline leaves of the room for it."""
        return (HEADLINE_LINES - len(lines)) * self._headline_line()

    def _block_top(self, cell: QRectF, lines: list[str]) -> float:
        """Short rows stand in the middle of a full cell, so that no gap opens below them."""
        is_full = cell.height() > self.row_height() - self._headline_line() / 2
        spare = self._spare(lines) if is_full else 0
        return self._card(cell).top() + self._theme.px(8) + spare / 2

    def _above_meta(self, article: ArticleRow, width: float) -> float:
        lines = len(self._headline_lines(article, width)) * self._headline_line()
        return lines + (self._meta_line() if self._table.is_search else 0)

    def _card(self, cell: QRectF) -> QRectF:
        return cell.adjusted(self._theme.px(8), 1, -self._theme.px(8), -1)

    def _meta_top(self, cell: QRectF, article: ArticleRow) -> float:
        """Where the line below the headline begins."""
        width = self._text_box(cell, article).width()
        top = self._block_top(cell, self._headline_lines(article, width))
        return top + self._above_meta(article, width)

    def _text_box(self, cell: QRectF, article: ArticleRow) -> QRectF:
        """Earlier versions stand further in, below the newest one."""
        indent = self._theme.px(36 if self._table.groups.head_of(article.id) else 20)
        return self._card(cell).adjusted(indent, 0, -self._theme.px(12), 0)

    def _font(self, size_px: float, weight: QFont.Weight = NORMAL) -> QFont:
        # Kept, since each row asks a dozen times for one.
        if (size_px, weight) not in self._known_fonts:
            self._known_fonts[size_px, weight] = self._theme.font(size_px, weight)
        return self._known_fonts[size_px, weight]

    def _metrics(self, size_px: float) -> QFontMetricsF:
        if size_px not in self._known_metrics:
            self._known_metrics[size_px] = QFontMetricsF(self._font(size_px))
        return self._known_metrics[size_px]

    def _headline_line(self) -> float:
        return max(self._theme.px(19), self._metrics(HEADLINE_PX).height())

    def _meta_line(self) -> float:
        return max(self._theme.px(20), self._metrics(META_PX).height() + self._theme.px(2))
