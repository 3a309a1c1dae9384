"""The passages that the edited entry rests on, each with its source and a way to drop it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefing_app.gui import direction
from briefing_app.gui.outline.drafts import Source
from briefing_app.gui.theme import Theme

MOST_PX = 170


class EvidenceList(QScrollArea):
    """Shows sources; removing one only marks it, the entry's saving does it.

    Signals: `marked()` when a source has been marked as removed, or kept again.
    """

    marked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._sources: tuple[Source, ...] = ()
        self._removed: set[str] = set()
        self._turned: set[str] = set()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Sources"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)

    @property
    def removed(self) -> frozenset[str]:
        """Ids of the evidence that is not wanted any more."""
        return frozenset(self._removed)

    @property
    def turned(self) -> frozenset[str]:
        """Ids of the evidence that shall stand on the other side."""
        return frozenset(self._turned)

    @property
    def kept(self) -> tuple[Source, ...]:
        """The sources that stay, on the side on which they shall stand."""
        return tuple(
            replace(s, is_against=self._is_against(s))
            for s in self._sources
            if s.evidence_id not in self._removed
        )

    def _is_against(self, source: Source) -> bool:
        return source.is_against != (source.evidence_id in self._turned)

    def show_sources(self, sources: Sequence[Source]) -> None:
        """Show these sources, all kept."""
        self._sources = tuple(sources)
        self._removed.clear()
        self._turned.clear()
        self._fill()

    def _fill(self) -> None:
        inside = QWidget()
        inside.setAutoFillBackground(False)
        column = QVBoxLayout(inside)
        column.setContentsMargins(direction.margins(0, 0, self._theme.px(6), 0))
        column.setSpacing(self._theme.px(8))
        for source in self._sources:
            column.addWidget(self._row(source))
        column.addStretch(1)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
        self.setVisible(bool(self._sources))

    def room(self, width: int) -> int:
        """The height that is best at this width."""
        inside = self.widget()
        layout = inside.layout() if inside else None
        wanted = layout.totalHeightForWidth(width) if layout else 0
        return max(0, min(wanted, self._theme.px(MOST_PX)))

    def _row(self, source: Source) -> QFrame:
        is_removed = source.evidence_id in self._removed
        row = QFrame()
        row.setProperty("look", "passage")
        row.setProperty("side", direction.side("first"))
        passage = QLabel(source.excerpt.exact)
        passage.setTextFormat(Qt.TextFormat.PlainText)
        passage.setWordWrap(True)
        passage.setProperty("look", "passage")
        passage.setEnabled(not is_removed)
        passage.setAccessibleName(self.tr("Passage of the article"))
        passage.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(row)
        column.setContentsMargins(
            direction.margins(self._theme.px(10), self._theme.px(2), 0, self._theme.px(2))
        )
        column.setSpacing(self._theme.px(2))
        column.addWidget(passage)
        foot = QHBoxLayout()
        foot.setSpacing(self._theme.px(6))
        if self._is_against(source):
            against = QLabel(self.tr("Speaks against it"))
            against.setProperty("look", "warning")
            foot.addWidget(against)
        foot.addWidget(self._line(source, is_removed), 1)
        if not is_removed:
            foot.addWidget(self._side_button(source))
        foot.addWidget(self._button(source, is_removed))
        column.addLayout(foot)
        return row

    def _line(self, source: Source, is_removed: bool) -> QLabel:
        text = source.line
        if is_removed:
            text = self.tr("Will be removed: {source}").format(source=source.line)
        line = QLabel(text)
        line.setTextFormat(Qt.TextFormat.PlainText)
        line.setProperty("look", "hint")
        line.setWordWrap(True)
        return line

    def _button(self, source: Source, is_removed: bool) -> QToolButton:
        name = self.tr("Keep this source") if is_removed else self.tr("Remove this source")
        icon = "undo" if is_removed else "x"
        return self._tool(name, icon, source.evidence_id, self._removed)

    def _side_button(self, source: Source) -> QToolButton:
        is_against = self._is_against(source)
        name = self.tr("It supports the entry") if is_against else self.tr("It speaks against it")
        icon = "fact" if is_against else "warn"
        return self._tool(name, icon, source.evidence_id, self._turned)

    def _tool(self, name: str, icon: str, evidence_id: str, marks: set[str]) -> QToolButton:
        button = QToolButton()
        button.setProperty("look", "tool")
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setIcon(self._theme.icon(icon, size_px=14))
        button.setIconSize(QSize(self._theme.px(14), self._theme.px(14)))
        button.setProperty("evidence", evidence_id)
        button.clicked.connect(partial(self._mark, marks, evidence_id))
        return button

    def buttons(self, name: str) -> list[QToolButton]:
        """The buttons of this accessible name, from above."""
        return [b for b in self.findChildren(QToolButton) if b.accessibleName() == name]

    def _mark(self, marked: set[str], evidence_id: str, _checked: bool = False) -> None:
        marked ^= {evidence_id}
        self._fill()
        buttons = self.findChildren(QToolButton)
        mine = [button for button in buttons if button.property("evidence") == evidence_id]
        again = mine[0] if marked is self._turned else mine[-1]
        again.setFocus(Qt.FocusReason.OtherFocusReason)
        self.marked.emit()
