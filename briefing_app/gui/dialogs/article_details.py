"""Correct or complete what is known of an article."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QLabel, QLineEdit, QWidget

from briefing_app.gui.dates import shown_date
from briefing_app.gui.dialogs.dates import understood
from briefing_app.gui.dialogs.form import FormDialog
from briefing_app.gui.session import Session

FIELDS = ("headline", "publisher", "byline", "published", "dateline", "url", "language")


class ArticleDetails(FormDialog):
    """One field a particular, each with where its value came from; OK is one undo step."""

    def __init__(self, session: Session, article_id: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Article details"))
        self._session = session
        self._article = session.store.articles.get(article_id)
        self._hints: dict[str, QLabel] = {}
        self.fields: dict[str, QLineEdit] = {}
        labels = {
            "headline": self.tr("Headline"),
            "publisher": self.tr("Outlet"),
            "byline": self.tr("Author"),
            "published": self.tr("Date"),
            "dateline": self.tr("Dateline (place)"),
            "url": self.tr("Web address"),
            "language": self.tr("Language"),
        }
        for name in FIELDS:
            field = QLineEdit(getattr(self._article, name))
            self.fields[name] = field
            self._hints[name] = self.add_field(labels[name], field, self._origin(name))
        self.fields["published"].setPlaceholderText(self.tr("6 January 2020"))
        self.fields["publisher"].setPlaceholderText(self.tr("Reuters"))
        self.fields["language"].setPlaceholderText("en")
        self.reliability = QComboBox()
        self._fill_reliability()
        self.add_field(self.tr("Reliability of the source"), self.reliability)
        self._add_set_aside()
        self.fields["published"].textChanged.connect(self._check_date)
        self._check_date()
        first = next((n for n in FIELDS[:4] if not getattr(self._article, n)), "headline")
        self.fields[first].setFocus()
        self.fit()

    def accept(self) -> None:
        """Store what has been altered; a date that is not understood keeps the dialog open."""
        if understood(self.fields["published"].text()) is None:
            self.fields["published"].setFocus()
            return
        altered = {n: v for n, v in self._values().items() if v != getattr(self._article, n)}
        if altered:
            update = self._session.store.articles.update
            if not self._session.attempt(partial(update, self._article.id, **altered)):
                return
        super().accept()

    def _values(self) -> dict[str, str]:
        values = {name: " ".join(field.text().split()) for name, field in self.fields.items()}
        values["published"] = understood(values["published"]) or ""
        values["reliability"] = self.reliability.currentData()
        return values

    def _origin(self, name: str) -> str:
        came_from = self._article.provenance.get(name, "")
        return self.tr("From: {origin}").format(origin=came_from) if came_from else ""

    def _fill_reliability(self) -> None:
        self.reliability.addItem(self.tr("Not judged"), "")
        for letter, meaning in (
            ("A", self.tr("Completely reliable")),
            ("B", self.tr("Usually reliable")),
            ("C", self.tr("Fairly reliable")),
            ("D", self.tr("Not usually reliable")),
            ("E", self.tr("Unreliable")),
            ("F", self.tr("Cannot be judged")),
        ):
            self.reliability.addItem(f"{letter}  {meaning}", letter)
        place = self.reliability.findData(self._article.reliability)
        self.reliability.setCurrentIndex(max(0, place))

    def _add_set_aside(self) -> None:
        if not self._article.set_aside:
            return
        self.add_text(self.tr("Set aside from the text"), "field label")
        for line in self._article.set_aside:
            words = line.text if len(line.text) <= 160 else f"{line.text[:159].rstrip()}…"
            self.add_text(f"{line.kind}: {words}")

    def _check_date(self) -> None:
        text, hint = self.fields["published"].text(), self._hints["published"]
        iso = understood(text)
        unaltered = text == self._article.published
        if iso is None:
            said, look = self.tr("Not a date. Write it as 6 January 2020 or 2020-01-06."), "warning"
        elif unaltered:
            said, look = self._origin("published"), "hint"
        else:
            said, look = shown_date(iso), "hint"
        hint.setText(said)
        hint.setVisible(bool(said))
        hint.setProperty("look", look)
        hint.style().polish(hint)
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(iso is not None)
