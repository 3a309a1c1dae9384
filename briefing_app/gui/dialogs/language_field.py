"""A field for the language of an article, which people write by its name."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from briefing_app.gui.library.query_words import language_name
from briefing_app.readers.particulars.language_names import language_tag


class LanguageField(QLineEdit):
    """Shows the language of a tag, e.g. "German" for "de", and takes names in several languages."""

    def __init__(self, tag: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._given = ""
        self.show_tag(tag)
        self.setPlaceholderText(self.tr("e.g. {name}").format(name=language_name("en")))
        completer = QCompleter(sorted(set(_tags())), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)

    @property
    def tag(self) -> str:
        """BCP 47 tag of the language, "" where the field is empty, its text if that is no name."""
        text = " ".join(self.text().split())
        if text == _name(self._given):
            return self._given
        by_name = {name.casefold(): tag for name, tag in _tags().items()}
        return by_name.get(text.casefold()) or language_tag(text) or text

    def show_tag(self, tag: str) -> None:
        """Show another language."""
        self._given = tag
        self.setText(_name(tag))
        self.setCursorPosition(0)


def _name(tag: str) -> str:
    """The language of a tag; with more in it than the language, the tag too."""
    name = language_name(tag) if tag else ""
    return f"{name} ({tag})" if "-" in tag and name != tag else name


@cache
def _tags() -> dict[str, str]:
    """The languages that Qt knows, by their names."""
    code, name = QLocale.languageToCode, QLocale.languageToString
    known = (one for one in QLocale.Language if code(one) not in ("", "C"))
    return {name(one): code(one) for one in known}
