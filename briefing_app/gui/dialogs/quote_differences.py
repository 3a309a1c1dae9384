"""Quotes that are not verbatim: before they go out, the user sees each beside its article."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from briefing_app.domain.memo import QuoteDifference
from briefing_app.gui.dialogs.sheet import Sheet


class QuoteDifferences(Sheet):
    """Accepted: the user wants the memo exported with these quotes marked.

    Signals: `entry_chosen(str)`: go and look at this entry; the dialog is rejected with it.
    """

    entry_chosen = Signal(str)

    def __init__(
        self, differences: Sequence[QuoteDifference], parent: QWidget | None = None
    ) -> None:
        title = QCoreApplication.translate("QuoteDifferences", "Quotes that are not verbatim")
        super().__init__(title, parent, width_em=46)
        self.show_buttons: list[QPushButton] = []
        count = len(differences)
        one = self.tr("1 quote is not word for word what its article says.")
        many = self.tr("{n} quotes are not word for word what their articles say.")
        self.add_text(one if count == 1 else many.format(n=count), "pane title")
        hint = self.tr(
            "Correct the quote, or mark what you left out with […] and what you added with "
            "[square brackets]. You can also export now; these quotes are then marked in the memo."
        )
        self.add_text(hint, "crumb")
        self.column.addWidget(self._list(differences), 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.export_button = buttons.addButton(
            self.tr("Export anyway, marked"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.finish(buttons)
        cancel = buttons.button(QDialogButtonBox.StandardButton.Cancel)
        cancel.setDefault(True)
        cancel.setFocus()

    def _list(self, differences: Sequence[QuoteDifference]) -> QScrollArea:
        inner = QWidget()
        inner.setProperty("look", "surface")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.em(0.6))
        for difference in differences:
            column.addWidget(self._card(difference))
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inner)
        area.setAccessibleName(self.tr("Quotes and what their articles say"))
        area.setMinimumHeight(self.least_height(min(24, 12 * len(differences))))
        return area

    def _card(self, difference: QuoteDifference) -> QFrame:
        card = QFrame()
        card.setProperty("look", "surface")
        column = QVBoxLayout(card)
        margin = self.em(0.9)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(self.em(0.3))
        found = difference.found or self.tr("Nothing like it was found in the article.")
        for title, text in (
            (self.tr("The memo says"), difference.quoted),
            (self.tr("The article says"), found),
        ):
            column.addWidget(self._label(title, "field label"))
            column.addWidget(self._label(text, ""))
        foot = QHBoxLayout()
        foot.addWidget(self._label(difference.reason, "warning"), 1)
        show = QPushButton(self.tr("Show passage"))
        show.setProperty("look", "link")
        show.setToolTip(self.tr("Close this and show what the article says"))
        words = " ".join(difference.quoted.split()[:6])
        show.setAccessibleName(self.tr("Show passage: {words}").format(words=words))
        show.setAutoDefault(False)
        show.clicked.connect(partial(self._show, difference.entry_id))
        self.show_buttons.append(show)
        foot.addWidget(show)
        column.addLayout(foot)
        return card

    def _label(self, text: str, look: str) -> QLabel:
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setProperty("look", look)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _show(self, entry_id: str) -> None:
        self.reject()
        self.entry_chosen.emit(entry_id)
