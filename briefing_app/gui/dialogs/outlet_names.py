"""The user's own names of outlets: a list in a file of theirs, opened from the preferences."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from briefing_app import resources, settings
from briefing_app.readers.particulars import outlets

EXAMPLE = "outlets-example.toml"


class OutletNames(QWidget):
    """A button that opens the list, and what is wrong with the list, if anything is."""

    def __init__(self) -> None:
        super().__init__()
        self.button = QPushButton(self.tr("Open my list…"))
        self.button.setAccessibleName(self.tr("Open my list of outlets"))
        self.button.setToolTip(self.tr("In the program that edits text files"))
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self._open)
        self.meaning = self._text("hint")
        self.meaning.setText(
            self.tr(
                "Domains and other names of outlets, and the name to print: what it says goes "
                "before what the program knows. It counts from the next import on."
            )
        )
        self.button.setAccessibleDescription(self.meaning.text())
        self.fault = self._text("warning")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.meaning)
        column.addWidget(self.fault)
        self._tell(outlets.extend(settings.config_folder() / settings.OUTLETS))

    def _text(self, look: str) -> QLabel:
        label = QLabel()
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setProperty("look", look)
        return label

    def _tell(self, fault: str) -> None:
        self.fault.setText(fault)
        self.fault.setVisible(bool(fault))

    def _open(self) -> None:
        path = settings.config_folder() / settings.OUTLETS
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            if not path.exists():
                path.write_bytes(resources.path(EXAMPLE).read_bytes())
        except OSError as error:
            told = self.tr("“{path}” cannot be written: {reason}")
            self._tell(told.format(path=path, reason=error.strerror))
            return
        # Where no program is known for such files, their folder is of help.
        if not any(QDesktopServices.openUrl(_url(place)) for place in (path, path.parent)):
            self._tell(self.tr("No program opens “{path}” here").format(path=path))


def _url(place: object) -> QUrl:
    return QUrl.fromLocalFile(str(place))
