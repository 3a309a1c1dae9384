"""One widget for each kind of setting; each has `focus_part` and `value()`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)

from briefing_app.domain.outline import FIELDS
from briefing_app.gui.dates import shown_date
from briefing_app.gui.dialogs.sheet import Sheet
from briefing_app.gui.theme import Theme
from briefing_app.settings import (
    DATE_STYLES,
    Choice,
    Family,
    Kind,
    Lines,
    Number,
    Place,
    Switch,
)

_N = QT_TRANSLATE_NOOP
VALUES = {
    "system": _N("Preferences", "As the desktop"),
    "light": _N("Preferences", "Light"),
    "dark": _N("Preferences", "Dark"),
    "narrow": _N("Preferences", "Short"),
    "medium": _N("Preferences", "Medium"),
    "wide": _N("Preferences", "Long"),
}
"""Names of values; a style of dates is its own example."""

EXAMPLE_DAY = "2020-01-31"
UNITS = {"text_percent": " %", "keep_originals_mb": " MB", "reading_size": " px"}
LEAST = {"keep_originals_mb": _N("Preferences", "any size")}
UNSET = {
    "watch_folder": _N("Preferences", "No folder"),
    "backup_folder": _N("Preferences", "Beside each briefing"),
}
LINES = {
    "from": _N("Preferences", "F&rom"),
    "to": _N("Preferences", "T&o"),
    "handling": _N("Preferences", "&Handling"),
}
"""Header fields that are the same from memo to memo; the others belong to the one memo."""


def say(text: str) -> str:
    """A text of the preferences in the interface's language."""
    return QCoreApplication.translate("Preferences", text) if text else ""


class ChoiceEditor(QComboBox):
    """One of several values."""

    def __init__(self, kind: Choice, value: str) -> None:
        super().__init__()
        for each in kind.values:
            is_date = each in DATE_STYLES
            text = shown_date(EXAMPLE_DAY, each) if is_date else say(VALUES[each])
            self.addItem(text, each)
        self.setCurrentIndex(self.findData(value))

    @property
    def focus_part(self) -> QWidget:
        """What takes the keyboard."""
        return self

    def value(self) -> str:
        """As the setting has it."""
        return str(self.currentData())


class NumberEditor(QSpinBox):
    """A number with its unit."""

    def __init__(self, kind: Number, value: int, unit: str, least: str) -> None:
        super().__init__()
        self.setRange(kind.least, kind.most)
        self.setSingleStep(kind.step)
        self.setSuffix(unit)
        self.setSpecialValueText(say(least))
        self.setValue(value)
        # The style sheet's padding ends at the border of the line inside.
        self.lineEdit().setTextMargins(8, 0, 8, 0)

    @property
    def focus_part(self) -> QWidget:
        """What takes the keyboard."""
        return self


class SwitchEditor(QCheckBox):
    """On or off; its text is its label."""

    def __init__(self, value: bool) -> None:
        super().__init__()
        self.setChecked(value)

    @property
    def focus_part(self) -> QWidget:
        """What takes the keyboard."""
        return self

    def value(self) -> bool:
        """As the setting has it."""
        return self.isChecked()


class PlaceEditor(QWidget):
    """A folder's path, to write or to choose."""

    def __init__(self, value: str, unset: str) -> None:
        super().__init__()
        self.line = QLineEdit(value)
        self.line.setPlaceholderText(say(unset))
        self.line.setClearButtonEnabled(True)
        self.button = QPushButton(say(_N("Preferences", "Choose…")))
        self.button.setAccessibleName(say(_N("Preferences", "Choose the folder")))
        self.button.setToolTip(self.button.accessibleName())
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self._choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line, 1)
        row.addWidget(self.button)

    @property
    def focus_part(self) -> QWidget:
        """What takes the keyboard."""
        return self.line

    def value(self) -> str:
        """As the setting has it."""
        text = self.line.text().strip().replace("\0", "")
        return str(Path(text).expanduser()) if text else ""

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, "", self.value())
        if chosen:
            self.line.setText(chosen)


class FamilyEditor(QComboBox):
    """One of the fonts that are installed and good to read, each shown in itself."""

    def __init__(self, theme: Theme, value: str) -> None:
        super().__init__()
        best = say(_N("Preferences", "The program’s choice ({font})"))
        self._add(best.format(font=theme.best_reading_family), "", theme.best_reading_family)
        for family in theme.reading_families:
            self._add(family, family, family)
        if self.findData(value) < 0:
            missing = say(_N("Preferences", "{font} (not installed here)"))
            self._add(missing.format(font=value), value, "")
        self.setCurrentIndex(self.findData(value))

    def _add(self, text: str, value: str, family: str) -> None:
        self.addItem(text, value)
        if family:
            self.setItemData(self.count() - 1, QFont(family), Qt.ItemDataRole.FontRole)

    @property
    def focus_part(self) -> QWidget:
        """What takes the keyboard."""
        return self

    def value(self) -> str:
        """As the setting has it."""
        return str(self.currentData())


class LinesEditor(QWidget):
    """Named lines of text; those that are not shown stay as they are."""

    def __init__(self, value: dict[str, str]) -> None:
        super().__init__()
        self._before = dict(value)
        self.lines = {name: QLineEdit(value.get(name, "")) for name in FIELDS if name in LINES}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)

    @property
    def focus_part(self) -> QWidget:
        """What takes the keyboard first."""
        return next(iter(self.lines.values()))

    def arrange(self, sheet: Sheet) -> None:
        """Put each line beside its name."""
        grid = self.layout()
        assert isinstance(grid, QGridLayout)
        for row, (name, line) in enumerate(self.lines.items()):
            grid.addWidget(sheet.field_label(say(LINES[name]), line), row, 0)
            grid.addWidget(line, row, 1)

    def value(self) -> dict[str, str]:
        """As the setting has it: lines that are empty leave no trace."""
        written = {name: line.text().strip() for name, line in self.lines.items()}
        return {name: text for name, text in (self._before | written).items() if text}


Editor = ChoiceEditor | NumberEditor | SwitchEditor | PlaceEditor | FamilyEditor | LinesEditor


def make_editor(name: str, kind: Kind, value: Any, theme: Theme) -> Editor:
    """The widget for a setting, which shows this value."""
    match kind:
        case Choice():
            return ChoiceEditor(kind, value)
        case Number():
            return NumberEditor(kind, value, UNITS.get(name, ""), LEAST.get(name, ""))
        case Switch():
            return SwitchEditor(value)
        case Place():
            return PlaceEditor(value, UNSET[name])
        case Family():
            return FamilyEditor(theme, value)
        case Lines():
            return LinesEditor(value)
