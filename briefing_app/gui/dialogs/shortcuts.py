"""All keys on one sheet, which can be printed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from briefing_app.gui.dialogs.table import TextTable


class ShortcutSheet(QDialog):
    """Rows of (group, keys, what they do)."""

    def __init__(self, rows: Sequence[tuple[str, str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.resize(560, 640)
        header = (self.tr("Where"), self.tr("Keys"), self.tr("What they do"))
        self.table = TextTable(self.tr("Keyboard shortcuts"), header, rows)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        button = buttons.addButton(self.tr("Print…"), QDialogButtonBox.ButtonRole.ActionRole)
        button.clicked.connect(self._print)
        column = QVBoxLayout(self)
        column.addWidget(self.table)
        column.addWidget(buttons)
        self.table.setFocus()

    def _print(self) -> None:
        printer = QPrinter()
        if QPrintDialog(printer, self).exec() == QDialog.DialogCode.Accepted:
            document = QTextDocument(self.table.as_text().replace("\t", "    "))
            document.print_(printer)
