"""The memo's entries and notes in which the search is found; a click leads to the card."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from briefing_app.domain.query import Query
from briefing_app.gui import drawing
from briefing_app.gui.library.marked_line import draw_marked
from briefing_app.gui.theme import Theme
from briefing_app.store import EntryHit
from briefing_app.store.search import snippet

ROWS = 3
"""Entries in view at once; the others are scrolled to."""

WORDS_PX, META_PX = 12.5, 11.5
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)

Index = QModelIndex | QPersistentModelIndex
Snippet = tuple[str, tuple[tuple[int, int], ...]]


class EntryList(QAbstractListModel):
    """The entries that were found, with the titles of their sections."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.hits: Sequence[EntryHit] = ()
        self._query = Query()
        self._titles: Mapping[str, str] = {}

    def show(self, hits: Sequence[EntryHit], query: Query, titles: Mapping[str, str]) -> None:
        """List these; `titles` by section id."""
        self.beginResetModel()
        self.hits, self._query, self._titles = hits, query, titles
        self.endResetModel()

    def snippet_at(self, row: int) -> Snippet:
        """Words of an entry and, in code points of them, what matched."""
        return snippet(self.hits[row].shown, self._query.terms)

    def place(self, row: int) -> str:
        """Where the entry stands, and in which of its fields the words are."""
        hit = self.hits[row]
        title = self._titles.get(hit.section_id, "")
        fields = {"note": self.tr("Note"), "translation": self.tr("Translation")}
        named = fields.get(hit.field, "")
        return "  ·  ".join(part for part in (named, title) if part)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's own default
        return 0 if parent.isValid() else len(self.hits)

    def data(self, index: Index, role: int = _DISPLAY) -> str | None:
        if role == _DISPLAY:
            return self.snippet_at(index.row())[0]
        if role == _ACCESSIBLE:
            return f"{self.snippet_at(index.row())[0]}, {self.place(index.row())}"
        return None


class _EntryDelegate(QStyledItemDelegate):
    """Draws the found words on one line, kind and section below."""

    def __init__(self, model: EntryList, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._theme = theme

    def row_height(self) -> int:
        return round(self._line(WORDS_PX) + self._line(META_PX) + self._theme.px(12))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._theme.px(200), self.row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, flag = self._theme, QStyle.StateFlag
        painter.save()
        box = QRectF(option.rect).adjusted(theme.px(8), 1, -theme.px(8), -1)
        if option.state & (flag.State_Selected | flag.State_MouseOver):
            chosen = option.state & flag.State_Selected
            drawing.rounded(
                painter, box, theme.px(8), theme.color("accent_soft" if chosen else "hover")
            )
        text = box.adjusted(theme.px(28), theme.px(5), -theme.px(8), 0)
        kind = self._model.hits[index.row()].kind.value
        pixmap = theme.pixmap(kind, kind if kind != "text" else "text3", 13)
        painter.drawPixmap(round(box.left() + theme.px(9)), round(text.top() + theme.px(2)), pixmap)
        text.setHeight(self._line(WORDS_PX))
        words, marks = self._model.snippet_at(index.row())
        draw_marked(painter, text, words, marks, theme, WORDS_PX)
        text.translate(0, text.height())
        painter.setFont(theme.font(META_PX))
        painter.setPen(theme.color("text3"))
        shown = drawing.elide(painter, self._model.place(index.row()), text.width())
        drawing.draw_lines(painter, [shown], text, self._line(META_PX))
        painter.restore()

    def _line(self, size_px: float) -> float:
        return QFontMetricsF(self._theme.font(size_px)).height() + self._theme.px(2)


class _HitsView(QListView):
    """As high as its rows, or as there is room for."""

    def show_rows(self, rows: int, height: int) -> None:
        """Ask for so many rows of this height, and for one at least."""
        self._height = rows * height
        self.setMinimumHeight(height)
        self.setMaximumHeight(self._height)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height)


class EntryHits(QWidget):
    """A line "In 3 entries" that folds, and the entries below it; hidden without any.

    Signals: `entry_chosen(EntryHit)`.
    """

    entry_chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_folded = False
        self.model = EntryList(self)
        self.title = QPushButton()
        self.view = _HitsView()
        self._delegate = _EntryDelegate(self.model, theme, self)
        self._build()
        theme.changed.connect(self._fit)
        self.hide()

    def show_hits(self, hits: Sequence[EntryHit], query: Query, titles: Mapping[str, str]) -> None:
        """List the entries that were found; titles of sections by their id."""
        self.model.show(hits, query, titles)
        count = QLocale().toString(len(hits))
        one, many = self.tr("In 1 entry"), self.tr("In {n} entries")
        text = one if len(hits) == 1 else many.format(n=count)
        self.title.setText(text)
        self.title.setAccessibleName(text)
        self.setVisible(bool(hits))
        self._fit()

    def _build(self) -> None:
        self.title.setProperty("look", "fold")
        self.title.setToolTip(self.tr("Show or hide the entries that were found"))
        self.title.clicked.connect(self._fold)
        view = self.view
        view.setModel(self.model)
        view.setItemDelegate(self._delegate)
        view.setUniformItemSizes(True)
        view.setMouseTracking(True)
        view.setAccessibleName(self.tr("Entries found"))
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.clicked.connect(self._choose)
        view.activated.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, self._theme.px(4))
        column.setSpacing(0)
        column.addWidget(self.title)
        column.addWidget(view)
        self._fit()

    def _fold(self) -> None:
        self._is_folded = not self._is_folded
        self._fit()

    def _fit(self) -> None:
        rows = min(ROWS, self.model.rowCount())
        self.view.show_rows(rows, self._delegate.row_height())
        self.view.setVisible(not self._is_folded)
        self.title.setIcon(self._theme.icon("right" if self._is_folded else "down", "text3"))

    def _choose(self, index: Index) -> None:
        self.entry_chosen.emit(self.model.hits[index.row()])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.view.hasFocus():
            index = self.view.currentIndex()
            if index.isValid():
                self._choose(index)
        else:
            super().keyPressEvent(event)
