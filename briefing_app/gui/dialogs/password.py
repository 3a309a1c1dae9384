"""Asking for the password of encrypted files."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QWidget

from briefing_app.gui.dialogs.sheet import Sheet


class PasswordSheet(Sheet):
    """Accepted: `password` is what was typed. It is written nowhere.

    action  what the button says, "" for reading the files
    """

    def __init__(
        self, names: list[str], parent: QWidget | None = None, *, action: str = ""
    ) -> None:
        title = QCoreApplication.translate("PasswordSheet", "Enter password")
        super().__init__(title, parent, width_em=30)
        text = self.tr("“{name}” is encrypted.").format(name=names[0])
        if len(names) > 1:
            text = self.tr("{n} files are encrypted.").format(n=len(names))
        self.add_text(text)
        self.field = QLineEdit()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.column.addWidget(self.field_label(self.tr("&Password"), self.field))
        self.column.addWidget(self.field)
        hint = self.tr("It is forgotten when the briefing is closed, and not stored.")
        self.add_text(hint, "hint")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        reading = self.tr("Read the file") if len(names) == 1 else self.tr("Read the files")
        self._read = buttons.addButton(action or reading, QDialogButtonBox.ButtonRole.AcceptRole)
        self._read.setProperty("look", "primary")
        self._read.setEnabled(False)
        self.field.textChanged.connect(self._on_typed)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.finish(buttons)
        self.field.setFocus()

    @property
    def password(self) -> str:
        """What was typed."""
        return self.field.text()

    def _on_typed(self, text: str) -> None:
        self._read.setEnabled(bool(text))
