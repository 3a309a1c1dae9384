"""A value that is too unsure to be taken, with one click to take it and one to let it go."""

from __future__ import annotations

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from briefing_app.domain.article import Proposal
from briefing_app.gui.elided import ElidedLabel
from briefing_app.gui.particulars import field_words, place_words, value_words

LEAST = 18
"""Letters of a value that are shown however narrow the row."""


class ProposalRow(QWidget):
    """The proposed value, where it stood, and two buttons.

    Signals: `used`, `dismissed`.
    """

    used = Signal()
    dismissed = Signal()

    def __init__(self, proposal: Proposal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.proposal = proposal
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        value = value_words(proposal)
        label = ElidedLabel(self.tr("{value}?").format(value=value))
        label.setProperty("look", "proposal")
        # What is proposed is worth more room than where it stood.
        label.insist(LEAST)
        said = place_words(proposal.place)
        place = ElidedLabel(said)
        place.setAccessibleName(self.tr("from: {place}").format(place=said))
        place.setProperty("look", "hint")
        row.addWidget(label, 1)
        row.addWidget(place, 1)
        name = field_words(proposal.field)
        use, dismiss = self.tr("Use"), self.tr("Dismiss")
        row.addWidget(self._button(use, f"{use}: {name}, {value}", self.used))
        row.addWidget(self._button(dismiss, f"{dismiss}: {name}, {value}", self.dismissed))

    def _button(self, text: str, name: str, signal: SignalInstance) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("look", "link")
        button.setAutoDefault(False)
        button.setAccessibleName(name)
        button.clicked.connect(signal)
        return button
