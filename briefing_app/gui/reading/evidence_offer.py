"""The line of the bar that gives the selection to an entry as evidence, with the entry's words."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from briefing_app.domain.outline import Stance
from briefing_app.gui.elided import ElidedLabel
from briefing_app.gui.reading.chips import Chip
from briefing_app.gui.theme import Theme

KEYS = {Stance.SUPPORTING: "+", Stance.CONTRADICTING: "-"}
"""What is pressed; a real minus sign is drawn."""


class EvidenceOffer(QWidget):
    """Shown while there is an entry to add to; it changes nothing by itself.

    Signals: `stance_chosen(Stance)`: the selection supports, or contradicts, the entry.
    """

    stance_chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.label = QLabel(self.tr("Evidence for"))
        self.label.setProperty("look", "hint")
        self.words = ElidedLabel()
        self.chips: dict[Stance, Chip] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.label)
        row.addWidget(self.words, 1)
        for stance, text, told in (
            (Stance.SUPPORTING, self.tr("Supports"), self.tr("It supports this entry (+)")),
            (Stance.CONTRADICTING, self.tr("Against"), self.tr("It speaks against it (-)")),
        ):
            chip = Chip(theme, text, KEYS[stance].replace("-", "−"))
            chip.setToolTip(told)
            chip.clicked.connect(partial(self._on_clicked, stance))
            self.chips[stance] = chip
            row.addWidget(chip)
        self.show_entry("")

    def show_entry(self, text: str) -> None:
        """Offer an entry with these words; "" for none."""
        words = " ".join(text.split())
        self.setVisible(bool(words))
        self.words.set_whole(f"“{words.strip('“”')}”" if words else "")
        supporting, against = self.tr("Supports {words}"), self.tr("Speaks against {words}")
        named = {Stance.SUPPORTING: supporting, Stance.CONTRADICTING: against}
        for stance, chip in self.chips.items():
            chip.setAccessibleName(named[stance].format(words=self.words.whole))

    def set_enabled(self, is_enabled: bool) -> None:
        """Let the chips be pressed, or not."""
        for chip in self.chips.values():
            chip.setEnabled(is_enabled)

    def _on_clicked(self, stance: Stance, _checked: bool = False) -> None:
        self.stance_chosen.emit(stance)
