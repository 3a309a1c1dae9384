"""What the dialogs have in common: labelled fields in a column, OK and Cancel below."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)


class FormDialog(QDialog):
    """A dialog that grows downwards: `add_field` puts a label and a control below the last."""

    def __init__(self, title: str, parent: QWidget | None, width_px: int = 560) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(width_px)
        self._column = QVBoxLayout()
        self._column.setContentsMargins(24, 20, 24, 8)
        self._column.setSpacing(4)
        page = QWidget()
        page.setLayout(self._column)
        area = QScrollArea()
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(page)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area = area
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Ok | standard.Cancel)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.buttons.button(standard.Ok).setProperty("look", "primary")
        self.buttons.setContentsMargins(24, 4, 24, 16)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area, 1)
        outer.addWidget(self.buttons)

    def add_field(self, label: str, field: QWidget, hint: str = "") -> QLabel:
        """Put a control under its label; returns the quiet line beneath, empty or not."""
        head = QLabel(label)
        head.setProperty("look", "field label")
        head.setBuddy(field)
        field.setAccessibleName(label)
        field.setToolTip(label)
        below = QLabel(hint)
        below.setProperty("look", "hint")
        below.setWordWrap(True)
        below.setVisible(bool(hint))
        for widget in (head, field, below):
            self._column.addWidget(widget)
        self._column.addSpacing(8)
        return below

    def add_text(self, text: str, look: str = "hint") -> QLabel:
        """Put a line of text below the last field."""
        label = QLabel(text)
        label.setProperty("look", look)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._column.addWidget(label)
        return label

    def fit(self) -> None:
        """Take the height that the fields need, as far as the screen allows."""
        self._column.addStretch(1)
        page = self._area.widget()
        page.layout().activate()
        needed = page.sizeHint().height() + self.buttons.sizeHint().height() + 40
        room = self.screen().availableGeometry().height() - 80
        self.resize(max(self.minimumWidth(), page.sizeHint().width() + 20), min(needed, room))
