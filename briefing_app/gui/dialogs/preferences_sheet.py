"""The preferences, one line a setting. What a setting may be is said in settings.py alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from briefing_app import settings
from briefing_app.domain.outline import FIELDS
from briefing_app.gui.dialogs.sheet import Sheet
from briefing_app.gui.preferences import Preferences
from briefing_app.settings import Choice, Kind, Lines, Number, Place, Switch

_N = QT_TRANSLATE_NOOP
WORDS = {
    "theme": (_N("Preferences", "&Colours"), ""),
    "text_percent": (_N("Preferences", "&Text size"), ""),
    "fetch_pages": (
        _N("Preferences", "&Fetch a page when I ask for it"),
        _N(
            "Preferences",
            "Off, the program never goes online. On, it asks the page’s server once for each page "
            "that you tell it to fetch: no cookies, no scripts, no pictures.",
        ),
    ),
    "watch_folder": (
        _N("Preferences", "&Offer new files in this folder"),
        _N("Preferences", "New articles there are offered for import, never taken."),
    ),
    "keep_originals_mb": (
        _N("Preferences", "&Keep original files up to"),
        _N(
            "Preferences",
            "Larger files are read but not kept in the briefing; it then holds their text only.",
        ),
    ),
    "check_before_export": (
        _N("Preferences", "&Check a memo before it goes out"),
        _N("Preferences", "Shows what is worth a second look first; nothing is ever held back."),
    ),
    "fields": (
        _N("Preferences", "Header of a new memo"),
        _N("Preferences", "Each new briefing begins with these lines."),
    ),
}
"""The settings of the dialog in their order: their name and, for some, what they mean."""

VALUES = {
    "system": _N("Preferences", "As the desktop"),
    "light": _N("Preferences", "Light"),
    "dark": _N("Preferences", "Dark"),
}
UNITS = {"text_percent": " %", "keep_originals_mb": " MB"}
LEAST = {"keep_originals_mb": _N("Preferences", "any size")}
LINES = {
    "from": _N("Preferences", "F&rom"),
    "to": _N("Preferences", "T&o"),
    "handling": _N("Preferences", "&Handling"),
}
"""Header fields that are the same from memo to memo; the others belong to the one memo."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Preferences", text) if text else ""


class PreferencesSheet(Sheet):
    """OK takes the values over. `editors`: the widgets by setting."""

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("Preferences", "Preferences"), parent)
        self._preferences = preferences
        kinds = settings.kinds()
        self.editors: dict[str, Editor] = {
            name: _editor(name, kinds[name], getattr(preferences.settings, name)) for name in WORDS
        }
        for name, editor in self.editors.items():
            self._add(name, editor)
        standard = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(standard.Ok | standard.Cancel)
        buttons.button(standard.Ok).setProperty("look", "primary")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.finish(buttons)

    def accept(self) -> None:
        chosen = {name: editor.value() for name, editor in self.editors.items()}
        before = self._preferences.settings
        changed = {n: value for n, value in chosen.items() if value != getattr(before, n)}
        if changed:
            self._preferences.set(**changed)
        super().accept()

    def _add(self, name: str, editor: Editor) -> None:
        label, meaning = (_tr(text) for text in WORDS[name])
        block = QVBoxLayout()
        block.setSpacing(self.em(0.3))
        self.column.addLayout(block)
        if isinstance(editor, SwitchEditor):
            editor.setText(label)
            editor.setAccessibleName(label.replace("&", ""))
        elif isinstance(editor, LinesEditor):
            block.addWidget(self._text(label, "field label"))
            editor.arrange(self)
        else:
            block.addWidget(self.field_label(label, editor.focus_part))
        block.addWidget(editor)
        if meaning:
            block.addWidget(self._text(meaning, "hint"))
            editor.focus_part.setAccessibleDescription(meaning)

    def _text(self, text: str, look: str) -> QLabel:
        label = self.add_text(text, look)
        self.column.removeWidget(label)
        return label


class ChoiceEditor(QComboBox):
    """One of several values."""

    def __init__(self, kind: Choice, value: str) -> None:
        super().__init__()
        for each in kind.values:
            self.addItem(_tr(VALUES[each]), each)
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
        self.setSpecialValueText(_tr(least))
        self.setValue(value)

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

    def __init__(self, value: str) -> None:
        super().__init__()
        self.line = QLineEdit(value)
        self.line.setPlaceholderText(_tr(_N("Preferences", "No folder")))
        self.line.setClearButtonEnabled(True)
        self.button = QPushButton(_tr(_N("Preferences", "Choose…")))
        self.button.setAccessibleName(_tr(_N("Preferences", "Choose the folder")))
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
            grid.addWidget(sheet.field_label(_tr(LINES[name]), line), row, 0)
            grid.addWidget(line, row, 1)

    def value(self) -> dict[str, str]:
        """As the setting has it: lines that are empty leave no trace."""
        written = {name: line.text().strip() for name, line in self.lines.items()}
        return {name: text for name, text in (self._before | written).items() if text}


Editor = ChoiceEditor | NumberEditor | SwitchEditor | PlaceEditor | LinesEditor


def _editor(name: str, kind: Kind, value: Any) -> Editor:
    match kind:
        case Choice():
            return ChoiceEditor(kind, value)
        case Number():
            return NumberEditor(kind, value, UNITS.get(name, ""), LEAST.get(name, ""))
        case Switch():
            return SwitchEditor(value)
        case Place():
            return PlaceEditor(value)
        case Lines():
            return LinesEditor(value)
