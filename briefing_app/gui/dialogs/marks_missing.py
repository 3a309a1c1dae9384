"""What has no handling mark though the memo's scheme demands one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QHBoxLayout, QWidget

from briefing_app.domain.briefing import Briefing
from briefing_app.gui.dialogs.jump_list import Jump, JumpList
from briefing_app.gui.dialogs.sheet import Sheet
from briefing_app.gui.memo.checking import in_order
from briefing_app.memo import marking


class MarksMissing(Sheet):
    """Accepted: all of it shall have `mark`.

    Signals: `place_chosen(str)`: go and look at this entry, or at marking.BOTTOM_LINE; the
    dialog is rejected with it.
    """

    place_chosen = Signal(str)

    def __init__(
        self, briefing: Briefing, places: Sequence[str], parent: QWidget | None = None
    ) -> None:
        title = QCoreApplication.translate("MarksMissing", "Marks are missing")
        super().__init__(title, parent, width_em=42)
        scheme = marking.scheme_of(briefing)
        assert scheme is not None
        one = self.tr("1 place has no mark; the scheme “{scheme}” demands one.")
        many = self.tr("{n} places have no mark; the scheme “{scheme}” demands one each.")
        text = one if len(places) == 1 else many
        self.add_text(text.format(n=len(places), scheme=scheme.title), "pane title")
        hint = self.tr("An aid, not an authority: look at each, then choose the mark for them.")
        self.add_text(hint, "crumb")
        texts = {entry.id: entry.text for entry in briefing.entries}
        texts[marking.BOTTOM_LINE] = briefing.memo.bottom_line
        self.list = JumpList(
            self.tr("What has no mark"),
            [Jump(texts.get(p, ""), place=p) for p in in_order(briefing, places)],
        )
        self.list.chosen.connect(self._show)
        self.column.addWidget(self.list, 1)
        self.marks = QComboBox()
        for mark in scheme.marks:
            self.marks.addItem(f"{mark.portion}  {mark.banner}", mark.name)
        row = QHBoxLayout()
        row.addWidget(self.field_label(self.tr("&Mark all of it"), self.marks))
        row.addWidget(self.marks, 1)
        self.column.addLayout(row)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.mark_button = buttons.addButton(
            self.tr("Mark and export"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.finish(buttons)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setDefault(True)

    @property
    def mark(self) -> str:
        """The name of the chosen mark."""
        return str(self.marks.currentData())

    def _show(self, place: str) -> None:
        self.reject()
        self.place_chosen.emit(place)
