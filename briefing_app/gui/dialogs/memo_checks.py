"""Before it goes out: what is worth a second look, by kind, with why; a click goes there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QDialogButtonBox, QWidget

from briefing_app.gui.dialogs.jump_list import Jump, JumpList
from briefing_app.gui.dialogs.sheet import Sheet
from briefing_app.gui.memo.checking import Group, count


class MemoChecks(Sheet):
    """Stays open beside the window while things are mended.

    Signals: `place_chosen(str)`: show this entry, or marking.BOTTOM_LINE. `insisted` when the
    export that was held up shall go on.
    """

    place_chosen = Signal(str)
    insisted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("MemoChecks", "Before it goes out")
        super().__init__(title, parent, width_em=40)
        self.setModal(False)
        self._summary = self.add_text(self.tr("Looking…"), "pane title")
        hint = self.tr("Found in your own words, never in quotations. Nothing here stops you.")
        self.add_text(hint, "crumb")
        self.list = JumpList(self.tr("What is worth a second look"), ())
        self.list.setMinimumHeight(self.least_height(24))
        self.list.keep_room()
        self.list.chosen.connect(self.place_chosen)
        self.column.addWidget(self.list, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.export_button = buttons.addButton(
            self.tr("Export anyway"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.export_button.setAutoDefault(False)
        self.export_button.clicked.connect(self._insist)
        buttons.rejected.connect(self.reject)
        self.finish(buttons)
        self.hold_up(False)

    @property
    def summary(self) -> str:
        """The line at the top."""
        return self._summary.text()

    def hold_up(self, is_held_up: bool) -> None:
        """Whether an export waits for what the user says."""
        self.export_button.setVisible(is_held_up)

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Show what was found, in place of what was found before; the place in the list stays."""
        number = count(groups)
        one, many = self.tr("1 thing to look at"), self.tr("{n} things to look at")
        none = self.tr("Nothing to mend: it can go out")
        text = one if number == 1 else many.format(n=number)
        self._summary.setText(text if number else none)
        self.list.setVisible(bool(groups))
        row = self.list.currentRow()
        lines = []
        for group in groups:
            lines.append(Jump(group.title, is_heading=True, detail=group.why))
            lines += [Jump(each.words, each.place, detail=each.detail) for each in group.remarks]
        self.list.show_lines(lines)
        if 0 <= row < self.list.count() and self.list.item(row).flags():
            self.list.setCurrentRow(row)

    def _insist(self) -> None:
        self.accept()
        self.insisted.emit()
