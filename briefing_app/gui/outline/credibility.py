"""The field for how credible a piece of information is."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QComboBox

from briefing_app.gui.outline.wording import told

CREDIBILITY: tuple[str, ...] = (
    QT_TRANSLATE_NOOP("Outline", "Not judged"),
    QT_TRANSLATE_NOOP("Outline", "1 – Confirmed by other sources"),
    QT_TRANSLATE_NOOP("Outline", "2 – Probably true"),
    QT_TRANSLATE_NOOP("Outline", "3 – Possibly true"),
    QT_TRANSLATE_NOOP("Outline", "4 – Doubtful"),
    QT_TRANSLATE_NOOP("Outline", "5 – Improbable"),
    QT_TRANSLATE_NOOP("Outline", "6 – Truth cannot be judged"),
)
"""By grade of the NATO scale; the first one stands for no grade."""


class CredibilityField(QComboBox):
    """A list of the grades."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Credibility of the information"))
        self.setToolTip(self.tr("How credible the information is, on the NATO scale"))
        for words in CREDIBILITY:
            self.addItem(told(words))

    @property
    def grade(self) -> str:
        """From 1 to 6; "" for none."""
        return str(self.currentIndex() or "")

    def set_grade(self, grade: str) -> None:
        """Choose a grade."""
        self.setCurrentIndex(int(grade or 0))
