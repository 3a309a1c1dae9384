"""Every filter in one place: each writes a condition into the search; some have a name."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefing_app.domain.query import dates
from briefing_app.domain.query_text import conditions, with_condition, with_state
from briefing_app.gui.dates import shown_date
from briefing_app.gui.dialogs.date_field import understood
from briefing_app.gui.library.query_words import language_name
from briefing_app.gui.session import Session
from briefing_app.gui.theme import Theme
from briefing_app.store import SavedFilter

STATES = (("is", "unread"), ("is", "tagged"), ("is", "incomplete"), ("-is", "earlier"))
"""Field and value of the conditions that have a check box."""

WIDTH_PX = 340


class FilterPopover(QFrame):
    """Opens below the filter row and stays until a click elsewhere, or Esc.

    Signals: `search_changed(str)`: the search shall read so.
    """

    search_changed = Signal(str)

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._session = session
        self._theme = theme
        self._text = ""
        self.setProperty("look", "popover")
        self.setAccessibleName(self.tr("Filters"))
        self.outlet, self.section, self.language = QComboBox(), QComboBox(), QComboBox()
        self.first_day, self.last_day = QLineEdit(), QLineEdit()
        self.states = {state: QCheckBox() for state in STATES}
        self.name = QLineEdit()
        self.save = QPushButton(self.tr("Save"))
        self.saved = QVBoxLayout()
        self._note = QLabel()
        self._build()
        self._connect()

    def open_at(self, place: QPoint, text: str) -> None:
        """Show the filters of a search, with the top left corner there (on the screen)."""
        self._offer()
        self.show_search(text)
        self._list_saved()
        self.setFixedWidth(self._theme.px(WIDTH_PX))
        self.adjustSize()
        room = self.screen().availableGeometry()
        self.move(
            min(place.x(), room.right() - self.width()),
            min(place.y(), room.bottom() - self.height()),
        )
        self.show()
        self.outlet.setFocus(Qt.FocusReason.PopupFocusReason)

    def show_search(self, text: str) -> None:
        """Show the conditions that this search has."""
        self._text = text
        known = {field: value for field, value in conditions(text) if field not in ("is", "-is")}
        states = {(field, value.lower()) for field, value in conditions(text)}
        for box, field in ((self.outlet, "outlet"), (self.section, "section")):
            box.setCurrentText(known.get(field, ""))
        tag = known.get("language", "")
        at = self.language.findData(tag)
        if at < 0:
            self.language.addItem(language_name(tag), tag)
        self.language.setCurrentIndex(self.language.findData(tag))
        for line, day in zip(
            (self.first_day, self.last_day), dates(known.get("date", "")) or ("", ""), strict=True
        ):
            line.setText(day.rstrip("~!"))
        for state, tick in self.states.items():
            tick.setChecked(state in states)
        self.save.setEnabled(bool(text.strip()) and self._session.can_write)
        self._note.hide()

    def _build(self) -> None:
        px = self._theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(14), px(16), px(14))
        column.setSpacing(px(8))
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(10))
        grid.setVerticalSpacing(px(7))
        days = QHBoxLayout()
        days.setSpacing(px(6))
        tip = self.tr("Such as {date}, 2020-01 or yesterday")
        for line, name, shown in (
            (self.first_day, self.tr("From"), self.tr("from")),
            (self.last_day, self.tr("To"), self.tr("to")),
        ):
            line.setAccessibleName(name)
            line.setToolTip(tip.format(date=shown_date("2020-01-03")))
            line.setPlaceholderText(shown)
            days.addWidget(line)
        for box in (self.outlet, self.section):
            box.setEditable(True)
            box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        rows: tuple[tuple[str, QComboBox | None], ...] = (
            (self.tr("&Outlet"), self.outlet),
            (self.tr("&Date"), None),
            (self.tr("Se&ction"), self.section),
            (self.tr("&Language"), self.language),
        )
        for row, (text, chosen) in enumerate(rows):
            label = QLabel(text)
            label.setProperty("look", "field label")
            label.setBuddy(chosen or self.first_day)
            grid.addWidget(label, row, 0)
            if chosen is None:
                grid.addLayout(days, row, 1)
                continue
            chosen.setAccessibleName(text.replace("&", ""))
            chosen.setToolTip(self.tr("List only articles of this choice"))
            chosen.setMinimumContentsLength(10)
            grid.addWidget(chosen, row, 1)
        grid.setColumnStretch(1, 1)
        column.addLayout(grid)
        self._note.setProperty("look", "warning")
        self._note.setWordWrap(True)
        column.addWidget(self._note)
        column.addLayout(self._ticks())
        column.addLayout(self.saved)
        column.addLayout(self._save_row())

    def _ticks(self) -> QGridLayout:
        titles = (
            self.tr("Unread"),
            self.tr("Tagged"),
            self.tr("Incomplete"),
            self.tr("Hide earlier versions"),
        )
        ticks = QGridLayout()
        for at, (tick, title) in enumerate(zip(self.states.values(), titles, strict=True)):
            tick.setText(title)
            tick.setAccessibleName(title)
            tick.setToolTip(title)
            ticks.addWidget(tick, at // 2, at % 2)
        return ticks

    def _save_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.name.setPlaceholderText(self.tr("Save this filter as…"))
        self.name.setAccessibleName(self.tr("Name of the filter"))
        self.name.setToolTip(self.tr("Give the present search a name, to choose it again here"))
        self.save.setAccessibleName(self.tr("Save filter"))
        self.save.setToolTip(self.tr("Save filter (Enter)"))
        row.addWidget(self.name, 1)
        row.addWidget(self.save)
        return row

    def _connect(self) -> None:
        for box, field in ((self.outlet, "outlet"), (self.section, "section")):
            write = partial(self._write_typed, box, field)
            box.activated.connect(write)
            box.lineEdit().editingFinished.connect(write)
        self.language.activated.connect(self._write_language)
        for line in (self.first_day, self.last_day):
            line.editingFinished.connect(self._write_days)
        for state, tick in self.states.items():
            tick.clicked.connect(partial(self._write_state, *state))
        self.name.returnPressed.connect(self._save)
        self.save.clicked.connect(self._save)

    def _offer(self) -> None:
        """Fill the lists with what there is."""
        articles = self._session.store.articles
        self._fill(self.outlet, articles.publishers())
        self._fill(self.section, [placed.section.title for placed in self._session.sections()])
        self.language.clear()
        self.language.addItem(self.tr("Any"), "")
        for tag in articles.languages():
            self.language.addItem(language_name(tag), tag)

    def _fill(self, box: QComboBox, titles: list[str]) -> None:
        box.clear()
        box.addItems(["", *titles])
        box.lineEdit().setPlaceholderText(self.tr("Any"))

    def _write(self, text: str) -> None:
        if text != self._text:
            self._text = text
            self.save.setEnabled(bool(text.strip()) and self._session.can_write)
            self._say("")
            self.search_changed.emit(text)

    def _write_typed(self, box: QComboBox, field: str, *_: object) -> None:
        self._write(with_condition(self._text, field, box.currentText().strip()))

    def _write_language(self) -> None:
        self._write(with_condition(self._text, "language", self.language.currentData()))

    def _write_state(self, field: str, state: str) -> None:
        on = self.states[field, state].isChecked()
        self._write(with_state(self._text, field, (state,), state if on else ""))

    def _write_days(self) -> None:
        found = [understood(line.text(), date.today()) for line in (self.first_day, self.last_day)]
        wrong = [
            line.text()
            for line, day in zip((self.first_day, self.last_day), found, strict=True)
            if day is None
        ]
        told = self.tr("“{text}” is no date. Write it like {date}")
        example = shown_date("2020-01-03")
        self._say(told.format(text=wrong[0], date=example) if wrong else "")
        if not wrong:
            first, last = (day or "" for day in found)
            span = first if first == last else f"{first[:10]}..{last[:10]}"
            self._write(with_condition(self._text, "date", span))

    def _say(self, note: str) -> None:
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self.adjustSize()

    def _save(self) -> None:
        title = self.name.text().strip()
        if title and not self._text.strip():
            self._say(self.tr("Nothing to save yet: choose a filter or search for words first"))
            return
        if not title:
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        add = partial(self._session.store.saved_filters.add, title, self._text.strip())
        if self.save.isEnabled() and self._session.attempt(add):
            self.name.clear()
            self._list_saved()

    def _list_saved(self) -> None:
        while self.saved.count():
            row = self.saved.takeAt(0).widget()
            row.hide()
            row.deleteLater()
        for kept in self._session.store.saved_filters.all():
            self.saved.addWidget(self._saved_row(kept))
        self.adjustSize()

    def _saved_row(self, kept: SavedFilter) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        choose = QPushButton(kept.title.replace("&", "&&"))
        choose.setProperty("look", "saved filter")
        choose.setAccessibleName(kept.title)
        choose.setToolTip(kept.wanted)
        choose.clicked.connect(partial(self._choose, kept.wanted))
        delete = QToolButton()
        delete.setProperty("look", "tool")
        delete.setIcon(self._theme.icon("trash"))
        text = self.tr("Delete filter “{title}”").format(title=kept.title)
        delete.setAccessibleName(text)
        delete.setToolTip(text)
        delete.setEnabled(self._session.can_write)
        delete.clicked.connect(partial(self._delete, kept.id))
        line.addWidget(choose, 1)
        line.addWidget(delete)
        return row

    def _choose(self, wanted: str) -> None:
        self._write(wanted)
        self.show_search(wanted)

    def _delete(self, id: str) -> None:
        if self._session.attempt(partial(self._session.store.saved_filters.remove, id)):
            self._list_saved()
