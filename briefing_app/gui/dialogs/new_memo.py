"""A new memo: its form, its title, its language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from briefing_app.gui.dialogs.form_card import FormCard
from briefing_app.gui.dialogs.sheet import Sheet
from briefing_app.memo import form, language

COLUMNS = 2


def language_name(tag: str) -> str:
    """A language in its own words: "Deutsch"."""
    name = QLocale(tag).nativeLanguageName()
    return name[:1].upper() + name[1:]


class NewMemo(Sheet):
    """Accepted: `form_name`, `title` and `language` ("" for the form's own) are chosen."""

    def __init__(self, proposed: str, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("NewMemo", "New memo"), parent, width_em=50)
        self.cards = {name: FormCard(name, self) for name in form.names()}
        self._group = QButtonGroup(self)
        self.title_line = QLineEdit(proposed)
        self.languages = QComboBox()
        self._build()
        self.cards[form.DEFAULT].setChecked(True)
        self._follow()
        self._group.buttonClicked.connect(self._follow)
        self.languages.currentIndexChanged.connect(self._follow)
        self.title_line.textChanged.connect(self._allow)
        self.cards[form.DEFAULT].setFocus()

    @property
    def form_name(self) -> str:
        """The chosen form."""
        return next(name for name, card in self.cards.items() if card.isChecked())

    @property
    def title(self) -> str:
        """What the memo is called."""
        return " ".join(self.title_line.text().split())

    @property
    def language(self) -> str:
        """Its language, "" for the form's own."""
        return str(self.languages.currentData() or "")

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(self.em(0.7))
        for place, card in enumerate(self.cards.values()):
            self._group.addButton(card)
            margin = self.em(0.9)
            card.layout().setContentsMargins(margin, self.em(0.7), margin, self.em(0.7))
            grid.addWidget(card, place // COLUMNS, place % COLUMNS)
        self.column.addLayout(grid)
        self._sections = self.add_text("", "hint")
        self.languages.addItem("", "")
        for tag in language.names():
            self.languages.addItem(language_name(tag), tag)
        row = QHBoxLayout()
        row.setSpacing(self.em(1))
        for label, field, stretch in (
            (self.tr("&Title"), self.title_line, 3),
            (self.tr("&Language"), self.languages, 2),
        ):
            column = QVBoxLayout()
            column.setSpacing(self.em(0.3))
            column.addWidget(self.field_label(label, field))
            column.addWidget(field)
            row.addLayout(column, stretch)
        self.column.addLayout(row)
        standard = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(standard.Cancel)
        create = buttons.addButton(self.tr("Create"), QDialogButtonBox.ButtonRole.AcceptRole)
        create.setProperty("look", "primary")
        self.create_button = create
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._words()
        self.finish(buttons)

    def _follow(self) -> None:
        self._words()
        self.grow()

    def _words(self) -> None:
        """Say everything in the chosen language, since that is what the memo will show."""
        for name, card in self.cards.items():
            loaded = form.load(name, self.language)
            card.say(loaded.title, loaded.description)
        chosen = next((n for n, card in self.cards.items() if card.isChecked()), form.DEFAULT)
        own = language_name(form.load(chosen).language)
        self.languages.setItemText(0, self.tr("As the form: {language}").format(language=own))
        titles = (section.title for section in form.load(chosen, self.language).sections)
        self._sections.setText(
            self.tr("Begins with: {sections}").format(sections=" · ".join(titles))
        )

    def _allow(self) -> None:
        self.create_button.setEnabled(bool(self.title))
