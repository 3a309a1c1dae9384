"""The bar at a selection: what it is, who says it, and the section that it is filed into."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, QRect, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCompleter,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefing_app.domain.outline import Kind, Placed, Stance
from briefing_app.gui import direction
from briefing_app.gui.reading import keys
from briefing_app.gui.reading.chips import FEWEST_ROWS, MOST_ROWS
from briefing_app.gui.reading.evidence_offer import EvidenceOffer
from briefing_app.gui.reading.keys import Act, Request
from briefing_app.gui.reading.section_offer import SectionOffer
from briefing_app.gui.shadow import cast_shadow
from briefing_app.gui.theme import Theme

WIDTH_PX = 516
AWAY_PX = 12
"""Space between the bar and the selection."""


class TagBar(QFrame):
    """Floats over its host while a passage is selected; it changes nothing by itself.

    Signals:
    section_chosen(str)   file into this section id
    section_named(str)    make a section of this name and file into it
    left()                the keyboard goes back to the text
    cancelled()           the selection is not wanted
    stance_chosen(Stance) it is evidence for the current entry, or against it
    correction_requested()  the selected words are wrong in the article's text
    """

    section_chosen = Signal(str)
    section_named = Signal(str)
    left = Signal()
    cancelled = Signal()
    stance_chosen = Signal(object)
    correction_requested = Signal()

    def __init__(self, theme: Theme, host: QWidget) -> None:
        super().__init__(host)
        self._theme = theme
        self._is_read_only = False
        self.setProperty("look", "tag bar")
        self.setAccessibleName(self.tr("File the selected passage"))
        self._kinds = QButtonGroup(self)
        self._quote = self._kind_button(Kind.QUOTE, self.tr("Quote"), "Q", "first")
        self._fact = self._kind_button(Kind.FACT, self.tr("Fact"), "F", "last")
        self._speaker = self._speaker_field()
        self._correct = self._correct_button()
        self._offer = SectionOffer(theme)
        self.evidence = EvidenceOffer(theme)
        self._column = QVBoxLayout(self)
        self._hint = QLabel()
        self._hint.setProperty("look", "hint")
        self._hint.setWordWrap(True)
        self._lay_out()
        self._shadow()
        self._offer.section_chosen.connect(self.section_chosen)
        self._offer.section_named.connect(self.section_named)
        self.evidence.stance_chosen.connect(self.stance_chosen)
        self._offer.refitted.connect(self._fit)
        self.tint()
        self.hide()

    def _lay_out(self) -> None:
        column = self._column
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(9)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._quote)
        row.addWidget(self._fact)
        row.addSpacing(12)
        row.addWidget(self._speaker, 1)
        row.addSpacing(4)
        row.addWidget(self._correct)
        column.addLayout(row)
        column.addWidget(self._offer)
        column.addWidget(self.evidence)
        column.addWidget(self._hint)

    def _kind_button(self, kind: Kind, text: str, key: str, side: str) -> QPushButton:
        button = QPushButton(text)
        button.setCheckable(True)
        button.setAutoDefault(False)
        button.setProperty("look", "kind")
        button.setProperty("kind", kind.value)
        button.setProperty("side", direction.side(side))
        button.setAccessibleName(self.tr("File as {kind}").format(kind=text.lower()))
        button.setToolTip(f"{text} ({key})")
        button.clicked.connect(partial(self.choose_kind, kind))
        self._kinds.addButton(button)
        return button

    def _correct_button(self) -> QToolButton:
        button = QToolButton()
        button.setProperty("look", "tool")
        button.setAccessibleName(self.tr("Correct text"))
        button.setToolTip(self.tr("Correct these words of the article (Ctrl+Shift+E)"))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(self.correction_requested)
        return button

    def _speaker_field(self) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(self.tr("Speaker (S)"))
        field.setAccessibleName(self.tr("Speaker"))
        field.setToolTip(self.tr("Who says it (S); Enter goes back to the text"))
        field.returnPressed.connect(self.left)
        self._speakers = QStringListModel(self)
        completer = QCompleter(self._speakers, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        field.setCompleter(completer)
        return field

    def _shadow(self) -> None:
        cast_shadow(self)

    @property
    def kind(self) -> Kind:
        """What the passage will be filed as."""
        return Kind.QUOTE if self._quote.isChecked() else Kind.FACT

    @property
    def speaker(self) -> str:
        """Who says it; "" for a fact."""
        return self._speaker.text().strip() if self.kind == Kind.QUOTE else ""

    def propose(self, kind: Kind, speaker: str) -> None:
        """Begin with this kind and this speaker."""
        self._speaker.setText(speaker)
        self._speaker.setCursorPosition(0)
        self._offer.rest()
        self.choose_kind(kind)

    def choose_kind(self, kind: Kind) -> None:
        """File as this kind; only quotes have a speaker."""
        (self._quote if kind == Kind.QUOTE else self._fact).setChecked(True)
        self._speaker.setEnabled(kind == Kind.QUOTE and not self._is_read_only)
        self.tint()

    def set_sections(
        self, sections: Sequence[Placed], target_id: str, recent: Sequence[str] = ()
    ) -> None:
        """Offer these sections, see SectionOffer.set_sections."""
        if self._offer.set_sections(sections, target_id, recent):
            self._allow()

    def set_speakers(self, names: Sequence[str]) -> None:
        """Complete the speaker from these names."""
        self._speakers.setStringList(list(names))

    def set_read_only(self, is_read_only: bool) -> None:
        """Say that nothing can be filed, instead of letting it fail."""
        self._is_read_only = is_read_only
        hint = self.tr(
            "<b>1–9</b> file · <b>Enter</b> into the marked one · <b>/</b> find · "
            "<b>Q</b> or <b>F</b> kind · <b>S</b> speaker · <b>Esc</b> cancel"
        )
        if is_read_only:
            hint = self.tr("This briefing is open for reading only: nothing can be filed.")
        self._hint.setText(hint)
        self.setAccessibleDescription(re.sub("<.*?>", "", hint))
        self._allow()
        self.choose_kind(self.kind)

    def _allow(self) -> None:
        for button in (self._quote, self._fact, self._correct):
            button.setEnabled(not self._is_read_only)
        self._offer.set_enabled(not self._is_read_only)
        self.evidence.set_enabled(not self._is_read_only)

    def perform(self, request: Request) -> None:
        """Do what a key asked for."""
        if request.act == Act.CANCEL:
            self.cancelled.emit()
        elif self._is_read_only:
            return
        elif request.act == Act.FILE:
            self._offer.choose(request.number)
        elif request.act == Act.FILE_INTO_TARGET and self._offer.target_id:
            self.section_chosen.emit(self._offer.target_id)
        elif request.act in (Act.FILE_INTO_TARGET, Act.NEW_SECTION):
            self._offer.name_section()
        elif request.act == Act.FIND_SECTION:
            self._offer.find(request.text)
        elif request.act in (Act.QUOTE, Act.FACT):
            self.choose_kind(Kind.QUOTE if request.act == Act.QUOTE else Kind.FACT)
        elif request.act in (Act.SUPPORT, Act.CONTRADICT):
            is_for = request.act == Act.SUPPORT
            self.stance_chosen.emit(Stance.SUPPORTING if is_for else Stance.CONTRADICTING)
        elif request.act == Act.BAR:
            self._quote.setFocus(Qt.FocusReason.TabFocusReason)
        elif request.act == Act.SPEAKER and self._speaker.isEnabled():
            self._speaker.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._speaker.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that a field did not take; digits typed in a field never come here."""
        typing = isinstance(self.focusWidget(), QLineEdit)
        if typing and event.key() == Qt.Key.Key_Escape:
            self._offer.rest()
            self.left.emit()
        elif not typing and (request := keys.request(event, selecting=True)):
            self.perform(request)
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def show_at(self, selection: QRect, bounds: QRect) -> None:
        """Show above the selection, below it where there is no room; host coordinates.

        bounds  where the bar may lie: the reading pane
        """
        width = min(self._theme.px(WIDTH_PX), bounds.width() - 2 * AWAY_PX)
        room = max(selection.top() - bounds.top(), bounds.bottom() - selection.bottom())
        for rows in range(MOST_ROWS, FEWEST_ROWS - 1, -1):
            self._fit(width, rows)
            if self.height() <= room - 2 * AWAY_PX:
                break
        right = bounds.right() - self.width() - AWAY_PX
        x = max(bounds.left() + AWAY_PX, min(selection.center().x() - self.width() // 2, right))
        y = selection.top() - self.height() - AWAY_PX
        if y < bounds.top() + AWAY_PX:
            y = selection.bottom() + AWAY_PX
        y = max(bounds.top() + AWAY_PX, min(y, bounds.bottom() - self.height() - AWAY_PX))
        self.move(QPoint(x, y))
        self.show()
        self.raise_()

    def _fit(self, width: int = 0, rows: int = MOST_ROWS) -> None:
        margins = self.contentsMargins() + self._column.contentsMargins()
        width = width or self.width()
        self._offer.arrange(width - margins.left() - margins.right(), rows)
        self.setFixedWidth(width)
        self._column.activate()
        self.resize(width, self._column.totalHeightForWidth(width))

    def tint(self) -> None:
        """Take the theme's colours and sizes again."""
        px = self._theme.px
        for button, name in ((self._quote, "quote"), (self._fact, "fact")):
            button.setIcon(self._theme.icon(name, "text2", on=name, size_px=15))
            button.setIconSize(QSize(px(15), px(15)))
        self._correct.setIcon(self._theme.icon("edit"))
        self._correct.setIconSize(QSize(px(16), px(16)))
        self._offer.tint()
