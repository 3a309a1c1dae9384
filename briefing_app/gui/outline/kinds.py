"""Three buttons of which one is pressed: what an entry is."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QPushButton, QWidget

from briefing_app.domain.outline import Kind
from briefing_app.gui import direction
from briefing_app.gui.outline.wording import KIND_NAMES, told
from briefing_app.gui.theme import Theme

_SIDES = {Kind.QUOTE: "first", Kind.FACT: "middle", Kind.TEXT: "last"}
_TOKENS = {Kind.QUOTE: "quote", Kind.FACT: "fact", Kind.TEXT: "plain"}


class KindButtons(QWidget):
    """Signals: `chosen()` when the user has pressed another kind."""

    chosen = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._group = QButtonGroup(self)
        self._buttons = {kind: self._button(kind) for kind in Kind}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for button in self._buttons.values():
            row.addWidget(button)
        row.addStretch(1)
        self._group.buttonClicked.connect(self._on_clicked)
        self.tint()

    def _button(self, kind: Kind) -> QPushButton:
        name = told(KIND_NAMES[kind])
        button = QPushButton(name)
        button.setCheckable(True)
        button.setAutoDefault(False)
        button.setProperty("look", "kind")
        button.setProperty("kind", kind.value)
        button.setProperty("side", direction.side(_SIDES[kind]))
        button.setAccessibleName(self.tr("Kind: {kind}").format(kind=name.lower()))
        button.setToolTip(name)
        self._group.addButton(button)
        return button

    @property
    def kind(self) -> Kind:
        """The one that is pressed."""
        return next(kind for kind, button in self._buttons.items() if button.isChecked())

    def choose(self, kind: Kind) -> None:
        """Press this one, without a signal."""
        self._buttons[kind].setChecked(True)

    def button(self, kind: Kind) -> QPushButton:
        """The button of a kind."""
        return self._buttons[kind]

    def _on_clicked(self, _button: QAbstractButton) -> None:
        self.chosen.emit()

    def tint(self) -> None:
        """Take the theme's colours and sizes again."""
        for kind, button in self._buttons.items():
            icon = self._theme.icon(kind.value, "text2", on=_TOKENS[kind], size_px=15)
            button.setIcon(icon)
            button.setIconSize(QSize(self._theme.px(15), self._theme.px(15)))
