"""Choosing a backup to go back to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QDialogButtonBox, QTreeWidget, QTreeWidgetItem, QWidget

from briefing_app.gui.dates import shown_date
from briefing_app.gui.dialogs.sheet import Sheet
from briefing_app.store import Backup


class BackupsDialog(Sheet):
    """The backups of one briefing, newest first. Accepted: `chosen` is to be restored."""

    def __init__(self, backups: Sequence[Backup], parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("BackupsDialog", "Restore a backup")
        super().__init__(title, parent)
        self._backups = list(backups)
        self.list = QTreeWidget()
        hint = self.tr(
            "A backup takes the place of the open briefing. "
            "What is there now is kept as a backup itself."
        )
        none = self.tr("There is no backup of this briefing yet; one is made each time it opens.")
        self.add_text(hint if self._backups else none)
        if self._backups:
            self._fill()
            self.column.addWidget(self.list, 1)
        self._add_buttons()

    @property
    def chosen(self) -> Backup | None:
        """The backup under the cursor, None when there is none."""
        row = self.list.currentIndex().row()
        return self._backups[row] if row >= 0 else None

    def _fill(self) -> None:
        self.list.setAccessibleName(self.tr("Backups"))
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setHeaderLabels([self.tr("Made"), self.tr("Size")])
        locale = QLocale()
        for backup in self._backups:
            day = shown_date(backup.made_at.date().isoformat())
            made = f"{day}, {backup.made_at:%H:%M}"
            size = locale.formattedDataSize(backup.size)
            self.list.addTopLevelItem(QTreeWidgetItem([made, size]))
        self.list.setColumnWidth(0, self.em(18))
        self.list.setMinimumHeight(self.em(14))
        self.list.setCurrentIndex(self.list.model().index(0, 0))
        self.list.itemActivated.connect(self.accept)

    def _add_buttons(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.rejected.connect(self.reject)
        if self._backups:
            restore = buttons.addButton(self.tr("Restore"), QDialogButtonBox.ButtonRole.AcceptRole)
            restore.setProperty("look", "primary")
            buttons.accepted.connect(self.accept)
        self.finish(buttons)
