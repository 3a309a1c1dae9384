"""The strip above the article: what is being read, once its headline has scrolled away."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton

from briefing_app.domain.article import Article
from briefing_app.gui import direction
from briefing_app.gui.particulars import PARTICULARS, came_from, field_words
from briefing_app.gui.theme import Theme

HEIGHT_PX = 40


class ReadingHead(QFrame):
    """Crumb and the article's buttons.

    Signals: `details_clicked`, `original_clicked`, `citation_clicked`, `corrections_clicked`.
    """

    details_clicked = Signal()
    original_clicked = Signal()
    citation_clicked = Signal()
    corrections_clicked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._crumb = ""
        self._is_raised = False
        self.setProperty("look", "reading head")
        self._label = QLabel()
        self._label.setProperty("look", "crumb")
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        # A long headline must not push the panes beside it away.
        self._label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(direction.margins(18, 0, 10, 0))
        row.setSpacing(4)
        row.addWidget(self._label, 1)
        self._corrections = QToolButton()
        self._corrections.setProperty("look", "tool")
        self._corrections.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._corrections.clicked.connect(self.corrections_clicked)
        self._corrections.setToolTip(self.tr("Show what was corrected, and the imported text"))
        self.set_corrections("")
        row.addWidget(self._corrections)
        self._buttons: list[tuple[QToolButton, str]] = []
        for icon, text, key, signal in (
            ("edit", self.tr("Edit details"), "Ctrl+D", self.details_clicked),
            ("link", self.tr("Open original"), "Ctrl+Shift+O", self.original_clicked),
            ("copy", self.tr("Copy citation"), "Ctrl+Shift+C", self.citation_clicked),
        ):
            button = QToolButton()
            button.setProperty("look", "tool")
            button.setAccessibleName(text)
            button.setToolTip(f"{text} ({key})")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(signal)
            row.addWidget(button)
            self._buttons.append((button, icon))
        self.tint()

    def add_button(self, button: QToolButton) -> None:
        """Put one more button before the article's; its maker tints it."""
        layout = self.layout()
        assert isinstance(layout, QHBoxLayout)
        layout.insertWidget(layout.indexOf(self._buttons[0][0]), button)

    def set_crumb(self, text: str) -> None:
        """What is shown while raised: "Outlet · headline"."""
        self._crumb = text
        self._show_crumb()

    def set_corrections(self, words: str) -> None:
        """Say that the article's text was corrected; nothing for ""."""
        self._corrections.setText(words)
        self._corrections.setAccessibleName(words or self.tr("Text corrected"))
        self._corrections.setVisible(bool(words))

    def set_origins(self, article: Article) -> None:
        """Let the button for details tell where each particular of the article came from."""
        button = self._buttons[0][0]
        told = [
            f"{field_words(field)} – {place}"
            for field in PARTICULARS
            if (place := came_from(article, field))
        ]
        button.setToolTip("\n".join([self.tr("Edit details (Ctrl+D)"), *told]))

    def set_read_only(self, is_read_only: bool) -> None:
        """Switch off what would change the article."""
        self._buttons[0][0].setEnabled(not is_read_only)

    def set_raised(self, is_raised: bool) -> None:
        """Show the crumb and the line below, or nothing of the sort at the article's top."""
        if is_raised == self._is_raised:
            return
        self._is_raised = is_raised
        self.setProperty("raised", is_raised)
        self.style().unpolish(self)
        self.style().polish(self)
        self._show_crumb()

    def tint(self) -> None:
        """Take the theme's colours and sizes again."""
        self.setFixedHeight(self._theme.px(HEIGHT_PX))
        size = self._theme.px(18)
        for button, icon in self._buttons:
            button.setIcon(self._theme.icon(icon))
            button.setIconSize(QSize(size, size))
        self._show_crumb()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_crumb()

    def _show_crumb(self) -> None:
        metrics = QFontMetrics(self._theme.font(12))
        room = max(0, self._label.width() - 4)
        cut = metrics.elidedText(self._crumb, Qt.TextElideMode.ElideRight, room)
        self._label.setText(cut if self._is_raised else "")
        self._label.setToolTip(self._crumb if self._is_raised and cut != self._crumb else "")
