"""The header fields that a form asks for, as lines to fill in."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from briefing_app.gui.dialogs.date_field import DateField
from briefing_app.gui.dialogs.sheet import Sheet
from briefing_app.gui.memo.inline import DATES, stored
from briefing_app.memo.form import Form

_N = QT_TRANSLATE_NOOP
EXAMPLES = {
    "cutoff": _N("MemoHeader", "6 January 2020, 18:00"),
    "handling": _N("MemoHeader", "For internal use only"),
    "period": _N("MemoHeader", "5–6 January 2020"),
    "contact": _N("MemoHeader", "Name, extension"),
}
COLUMNS = 2


class MemoHeader(QWidget):
    """Lines in the order of the form; what another form asked for is kept out of sight."""

    def __init__(self, sheet: Sheet, values: Mapping[str, str]) -> None:
        super().__init__()
        self._sheet = sheet
        self._before = dict(values)
        self._kept = dict(values)
        self._fields: dict[str, QLineEdit | DateField] = {}
        self._inner = QWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._inner)

    @property
    def lines(self) -> dict[str, QLineEdit]:
        """Where each field is written, by its name."""
        return {n: f.line if isinstance(f, DateField) else f for n, f in self._fields.items()}

    def ask_for(self, form: Form) -> None:
        """Show the lines of a form."""
        self._kept = self.values()
        self._inner.setParent(None)
        self._inner.deleteLater()
        self._inner = QWidget()
        self._fields = {}
        grid = QGridLayout(self._inner)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(self._sheet.em(1))
        grid.setVerticalSpacing(self._sheet.em(0.8))
        for place, (name, label) in enumerate(form.fields.items()):
            field = self._field(name)
            self._fields[name] = field
            line = field.line if isinstance(field, DateField) else field
            column = QVBoxLayout()
            column.setSpacing(self._sheet.em(0.3))
            column.addWidget(self._sheet.field_label(label.replace("&", "&&"), line))
            column.addWidget(field)
            column.addStretch(1)
            grid.addLayout(column, place // COLUMNS, place % COLUMNS)
        self.layout().addWidget(self._inner)
        grid.activate()
        self.layout().activate()

    def values(self) -> dict[str, str]:
        """All fields; those that are empty now and were never filled leave no trace."""
        written = {name: self._written(name) for name in self._fields}
        everything = self._kept | written
        return {n: text for n, text in everything.items() if text or n in self._before}

    def _field(self, name: str) -> QLineEdit | DateField:
        value = self._kept.get(name, "")
        if name in DATES and stored(name, value) == value:
            return DateField(value)
        line = QLineEdit(value)
        line.setCursorPosition(0)
        line.setPlaceholderText(self.tr(EXAMPLES[name]) if name in EXAMPLES else "")
        return line

    def _written(self, name: str) -> str:
        field = self._fields[name]
        if isinstance(field, DateField):
            # What is no date may still be what the office writes there.
            return field.line.text().strip() if field.iso is None else field.iso
        return stored(name, field.text().strip())
