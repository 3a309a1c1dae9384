"""Choose one of the briefing's backups."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from briefing_app.gui.dialogs.table import TextTable
from briefing_app.store import Backup


class BackupsDialog(QDialog):
    """`chosen` is the backup to restore once the dialog is accepted."""

    def __init__(self, backups: Sequence[Backup], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Restore a backup"))
        self.resize(520, 380)
        self.chosen: Backup | None = None
        self._backups = backups
        text = self.tr("The briefing as it is now is kept as a backup of its own.")
        if not backups:
            text = self.tr("There is no backup yet. One is made each time the briefing opens.")
        head = QLabel(text)
        head.setWordWrap(True)
        rows = [(_when(backup.made_at), _size(backup.size)) for backup in backups]
        self.table = TextTable(self.tr("Backups"), (self.tr("Made"), self.tr("Size")), rows)
        self.table.row_chosen.connect(self._take)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        restore = buttons.addButton(self.tr("Restore"), QDialogButtonBox.ButtonRole.AcceptRole)
        restore.setEnabled(bool(backups))
        buttons.accepted.connect(self._take_current)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (head, self.table, buttons):
            column.addWidget(widget)
        self.table.setFocus()

    def _take_current(self) -> None:
        self._take(max(0, self.table.currentRow()))

    def _take(self, row: int) -> None:
        self.chosen = self._backups[row]
        self.accept()


def _when(made_at: datetime | str) -> str:
    moment = datetime.fromisoformat(made_at) if isinstance(made_at, str) else made_at
    return f"{moment.astimezone():%d %b %Y, %H:%M:%S}"


def _size(count: int) -> str:
    return QLocale().formattedDataSize(count)
