"""The preferences, one line a setting. What a setting may be is said in settings.py alone."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFrame,
    QLabel,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from briefing_app import settings
from briefing_app.gui.dialogs.outlet_names import OutletNames
from briefing_app.gui.dialogs.setting_editors import (
    Editor,
    LinesEditor,
    NumberEditor,
    SwitchEditor,
    make_editor,
    say,
)
from briefing_app.gui.dialogs.sheet import Sheet
from briefing_app.gui.preferences import Preferences

_N = QT_TRANSLATE_NOOP
Words = dict[str, tuple[str, str]]

WINDOW: Words = {
    "theme": (_N("Preferences", "&Colours"), ""),
    "text_percent": (
        _N("Preferences", "&Text size"),
        _N("Preferences", "Of the whole window."),
    ),
    "dates": (
        _N("Preferences", "&Dates"),
        _N("Preferences", "In the window. A memo writes dates in the manner of its language."),
    ),
}
READING: Words = {
    "reading_family": (_N("Preferences", "&Font of articles"), ""),
    "reading_size": (
        _N("Preferences", "&Size of articles"),
        _N("Preferences", "The text size of the window makes it larger still."),
    ),
    "reading_width": (_N("Preferences", "&Length of lines"), ""),
}
FILES: Words = {
    "backup_folder": (
        _N("Preferences", "&Backups in this folder"),
        _N(
            "Preferences",
            "Where it cannot be written, as on a disk that is away, backups lie beside the "
            "briefing, and you are told.",
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
    "fetch_pages": (
        _N("Preferences", "&Fetch a page when I ask for it"),
        _N(
            "Preferences",
            "Off, the program never goes online. On, it asks the page’s server once for each page "
            "that you tell it to fetch: no cookies, no scripts, no pictures.",
        ),
    ),
}
MEMOS: Words = {
    "fields": (
        _N("Preferences", "Header of a new memo"),
        _N("Preferences", "Each new briefing begins with these lines."),
    ),
    "check_before_export": (
        _N("Preferences", "&Check a memo before it goes out"),
        _N("Preferences", "Shows what is worth a second look first; nothing is ever held back."),
    ),
}
GROUPS = (
    (_N("Preferences", "Window"), WINDOW),
    (_N("Preferences", "Reading"), READING),
    (_N("Preferences", "Files"), FILES),
    (_N("Preferences", "Memos"), MEMOS),
)
WORDS = WINDOW | READING | FILES | MEMOS
"""The settings of the dialog in their order: their name and, for some, what they mean."""


class PreferencesSheet(Sheet):
    """OK takes the values over. `editors`: the widgets by setting; `tabs`: one a group."""

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(say(_N("Preferences", "Preferences")), parent)
        self._preferences = preferences
        self.editors: dict[str, Editor] = {}
        self.tabs = QTabWidget()
        for part in (self.tabs, self.tabs.tabBar()):
            part.setAccessibleName(self.windowTitle())
        for title, words in GROUPS:
            self.tabs.addTab(self._page(words, say(title)), say(title))
        self.column.addWidget(self.tabs, 1)
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

    def _page(self, words: Words, title: str) -> QScrollArea:
        """The settings of one group; scrolls where the screen is too small for large text."""
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(self.em(0.2), self.em(1), self.em(0.6), self.em(0.5))
        column.setSpacing(self.em(1))
        kinds, present = settings.kinds(), self._preferences.settings
        for name in words:
            editor = make_editor(name, kinds[name], getattr(present, name), self._preferences.theme)
            self.editors[name] = editor
            column.addLayout(self._block(name, editor))
        if "watch_folder" in words:
            column.addLayout(self._outlets())
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setAccessibleName(title)
        area.setWidget(inner)
        needed = max(inner.sizeHint().height(), inner.heightForWidth(self.em(30)))
        area.setMinimumHeight(min(needed, self.room().height() - self.em(14)))
        area.setMinimumWidth(inner.sizeHint().width())
        return area

    def _block(self, name: str, editor: Editor) -> QVBoxLayout:
        label, meaning = (say(text) for text in WORDS[name])
        block = QVBoxLayout()
        block.setSpacing(self.em(0.3))
        if isinstance(editor, SwitchEditor):
            editor.setText(label)
            editor.setAccessibleName(label.replace("&", ""))
        elif isinstance(editor, LinesEditor):
            block.addWidget(self._text(label, "field label"))
            editor.arrange(self)
        else:
            block.addWidget(self.field_label(label, editor.focus_part))
        if isinstance(editor, NumberEditor):
            editor.lineEdit().setAccessibleName(editor.accessibleName())
        block.addWidget(editor)
        if meaning:
            block.addWidget(self._text(meaning, "hint"))
            editor.focus_part.setAccessibleDescription(meaning)
        return block

    def _outlets(self) -> QVBoxLayout:
        names = OutletNames()
        block = QVBoxLayout()
        block.setSpacing(self.em(0.3))
        block.addWidget(self._text(say(_N("Preferences", "Names of outlets")), "field label"))
        block.addWidget(names)
        return block

    def _text(self, text: str, look: str) -> QLabel:
        label = self.add_text(text, look)
        self.column.removeWidget(label)
        return label
