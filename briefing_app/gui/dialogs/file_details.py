"""The briefing file: where it is, how large, and what of that are the originals."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtWidgets import QDialogButtonBox, QGridLayout, QLabel, QWidget

from briefing_app.gui.dates import shown_moment
from briefing_app.gui.dialogs.sheet import Sheet
from briefing_app.store import Backup, OriginalsSize, Store

ONE_LINE = 60
"""Characters that need no second line; a label that may wrap asks for too much height."""


class FileDetails(Sheet):
    """Says it and changes nothing. `lines`: what is told, by its label."""

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("FileDetails", "About this briefing file")
        super().__init__(title, parent, width_em=40)
        self.lines = {
            self.tr("Briefing"): store.title,
            self.tr("File"): str(store.path),
            self.tr("Size"): _amount(store.path.stat().st_size),
            self.tr("Articles"): f"{store.articles.count():,}",
            self.tr("Originals"): originals_words(store.originals_size()),
            self.tr("Backups"): _backup_words(store.backups()),
        }
        grid = QGridLayout()
        grid.setHorizontalSpacing(self.em(1.5))
        grid.setVerticalSpacing(self.em(0.7))
        grid.setColumnStretch(1, 1)
        for row, (label, text) in enumerate(self.lines.items()):
            value = self._text(text)
            value.setAccessibleName(f"{label}: {text}")
            grid.addWidget(self._label(label), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, row, 1)
        self.column.addLayout(grid)
        self.column.addStretch(1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        self.finish(buttons)

    def _label(self, text: str) -> QLabel:
        label = QLabel(text)
        label.setProperty("look", "field label")
        return label

    def _text(self, text: str) -> QLabel:
        label = self.add_text(text)
        self.column.removeWidget(label)
        label.setWordWrap(len(text) > ONE_LINE)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label


def originals_words(size: OriginalsSize) -> str:
    """ "214 files, 38 MB in the briefing (52 MB when imported); 2 larger ones are not kept"."""
    if not size.files:
        return _tr("none")
    many = _tr("{n} files, {packed} in the briefing ({size} when imported)")
    one = _tr("1 file, {packed} in the briefing ({size} when imported)")
    text = (one if size.files == 1 else many).format(
        n=f"{size.files:,}",
        packed=_amount(size.packed_bytes),
        size=_amount(size.bytes),
    )
    if size.left_out == 1:
        return text + _tr("; 1 larger one is not kept")
    return text + (
        _tr("; {n} larger ones are not kept").format(n=size.left_out) if size.left_out else ""
    )


def _amount(size: int) -> str:
    return QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def _backup_words(backups: list[Backup]) -> str:
    if not backups:
        return _tr("none yet")
    newest = backups[0].made_at
    day = shown_moment(newest)
    one, many = _tr("1, made {day}"), _tr("{n}, the newest made {day}")
    return (one if len(backups) == 1 else many).format(n=len(backups), day=day)


def _tr(text: str) -> str:
    return QCoreApplication.translate("FileDetails", text)
