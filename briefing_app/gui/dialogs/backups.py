"""Choosing a backup to go back to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QDialogButtonBox, QWidget

from briefing_app.gui.dates import shown_moment
from briefing_app.gui.dialogs.sheet import Sheet
from briefing_app.gui.dialogs.table import TextTable
from briefing_app.store import Backup


class BackupsDialog(Sheet):
    """The backups of one briefing, newest first. Accepted: `chosen` is to be restored."""

    def __init__(self, backups: Sequence[Backup], parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("BackupsDialog", "Restore a version or backup")
        super().__init__(title, parent)
        self._backups = list(backups)
        header = (self.tr("Made"), self.tr("Version"), self.tr("Size"))
        self.table = TextTable(self.tr("Backups"), header, [_cells(b) for b in self._backups])
        hint = self.tr(
            "A version that you kept, or a backup, takes the place of the open briefing. "
            "What is there now is kept as a backup itself."
        )
        none = self.tr("There is no backup of this briefing yet; one is made each time it opens.")
        self.add_text(hint if self._backups else none)
        if self._backups:
            self.table.setMinimumHeight(self.least_height(15))
            self.table.row_chosen.connect(self.accept)
            self.column.addWidget(self.table, 1)
            self.table.setFocus()
        self._add_buttons()

    @property
    def chosen(self) -> Backup | None:
        """The backup under the cursor, None when there is none."""
        row = self.table.currentRow()
        return self._backups[row] if row >= 0 else None

    def _add_buttons(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.rejected.connect(self.reject)
        if self._backups:
            restore = buttons.addButton(self.tr("Restore"), QDialogButtonBox.ButtonRole.AcceptRole)
            restore.setProperty("look", "primary")
            buttons.accepted.connect(self.accept)
        self.finish(buttons)


def _cells(backup: Backup) -> tuple[str, str, str]:
    size = QLocale().formattedDataSize(backup.size)
    return shown_moment(backup.made_at), backup.label, size
