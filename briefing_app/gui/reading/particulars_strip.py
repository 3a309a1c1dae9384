"""The line between an article's head and its text: what was only hinted at, and what is odd."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from briefing_app.domain.article import Article, Proposal
from briefing_app.domain.doubts import Doubt, doubts
from briefing_app.gui import direction
from briefing_app.gui.elided import ElidedButton, ElidedLabel
from briefing_app.gui.particulars import doubt_words, field_words, place_words, value_words


class ParticularsStrip(QFrame):
    """One proposal at a time with one click to take it, and the doubts; hidden without any.

    Signals: `used` and `dismissed` with the field, `details_clicked`.
    """

    used = Signal(str)
    dismissed = Signal(str)
    details_clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._proposal: Proposal | None = None
        self._is_read_only = False
        self.setProperty("look", "particulars")
        self._odd = ElidedButton()
        self._odd.setProperty("look", "odd")
        self._odd.setAccessibleName(self.tr("Edit details"))
        self._odd.clicked.connect(self.details_clicked)
        self._words = ElidedLabel()
        self._words.setProperty("look", "proposal")
        self._use = QPushButton(self.tr("Use"))
        self._dismiss = QPushButton(self.tr("Dismiss"))
        for button, signal in ((self._use, self.used), (self._dismiss, self.dismissed)):
            button.setProperty("look", "link")
            button.setAccessibleName(button.text())
            button.setToolTip(button.text())
            button.clicked.connect(lambda _=False, told=signal: told.emit(self._field()))
        row = QHBoxLayout(self)
        row.setContentsMargins(direction.margins(18, 2, 10, 2))
        row.setSpacing(8)
        row.addWidget(self._odd)
        row.addWidget(self._words, 1)
        row.addWidget(self._use)
        row.addWidget(self._dismiss)
        self.hide()

    def show_article(self, article: Article, today: date) -> None:
        """Show the first proposal for a field that is empty, and the doubts of an article."""
        odd = doubts(article, today)
        self._odd.setText(_odd_words(odd))
        self._odd.setAccessibleName(self._odd.text() or self.tr("Edit details"))
        tip = self.tr("{odd}\nEdit details (Ctrl+D)").format(odd=self._odd.text())
        self._odd.setToolTip(tip)
        self._odd.setVisible(bool(odd))
        wanted = [told for told in article.proposals if not getattr(article, told.field)]
        self._proposal = next(iter(wanted), None)
        self._tell(len(wanted))
        self.setVisible(bool(odd or self._proposal))

    def set_read_only(self, is_read_only: bool) -> None:
        """Take away what would change the article."""
        self._is_read_only = is_read_only
        self._odd.setEnabled(not is_read_only)
        self._tell_buttons()

    def _tell(self, count: int) -> None:
        proposal = self._proposal
        if proposal is None:
            self._words.set_whole("")
        else:
            name, value = field_words(proposal.field), value_words(proposal)
            text = self.tr("{field}: {value}?  from: {place}").format(
                field=name, value=value, place=place_words(proposal.place)
            )
            if count > 1:
                text = self.tr("{text}  ·  {n} more").format(text=text, n=count - 1)
            self._words.set_whole(text)
            for button in (self._use, self._dismiss):
                button.setAccessibleName(f"{button.text()}: {name}, {value}")
                button.setToolTip(button.accessibleName())
        self._tell_buttons()

    def _tell_buttons(self) -> None:
        for button in (self._use, self._dismiss):
            button.setVisible(self._proposal is not None and not self._is_read_only)

    def _field(self) -> str:
        return self._proposal.field if self._proposal else ""


def _odd_words(odd: tuple[Doubt, ...]) -> str:
    """E.g. "Publication date: in the future, time without zone; Updated: before publication"."""
    by_field: dict[str, list[str]] = {}
    for doubt in odd:
        by_field.setdefault(doubt.field, []).append(doubt_words(doubt))
    return "; ".join(f"{field_words(name)}: {', '.join(of)}" for name, of in by_field.items())
