"""What is seldom said of an entry: when it happened, translation, marking, its article's origin."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from briefing_app.gui import direction
from briefing_app.gui.dates import shown_date
from briefing_app.gui.dialogs.article_details import RELIABILITY, reliability_words
from briefing_app.gui.outline.drafts import Opened
from briefing_app.gui.outline.event_field import EventField
from briefing_app.gui.theme import Theme
from briefing_app.memo.marking import Scheme


def _nothing_known(_name: str) -> list[str]:
    return []


@dataclass(frozen=True)
class Known:
    """What fields are completed from.

    roles   of a speaker, the latest first
    scheme  of marks that the memo carries, None for an unmarked memo
    """

    speakers: Sequence[str] = ()
    roles: Callable[[str], Sequence[str]] = _nothing_known
    origins: Sequence[str] = ()
    outlets: Sequence[str] = ()
    translators: Sequence[str] = ()
    scheme: Scheme | None = None


def complete(field: QLineEdit) -> QStringListModel:
    """Let a field complete what is typed, in any case and from its middle; the words to use."""
    words = QStringListModel(field)
    completer = QCompleter(words, field)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    field.setCompleter(completer)
    return words


class MoreFields(QScrollArea):
    """The fields that are folded away in the editor. Signals: `edited` when one has changed."""

    edited = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.event_time = EventField()
        self.translation = QPlainTextEdit()
        self.translator = QLineEdit()
        self.marking = QComboBox()
        self.reliability = QComboBox()
        self.origin = QLineEdit()
        self.relays = QLineEdit()
        self._words = {
            field: complete(field) for field in (self.translator, self.origin, self.relays)
        }
        self._labels: dict[QWidget, QLabel] = {}
        self._grid = QGridLayout()
        self._dress()
        self._lay_out()

    def _dress(self) -> None:
        for grade in RELIABILITY:
            self.reliability.addItem(reliability_words(grade), grade)
        for field, name, tip in (
            (self.translation, self.tr("Translation"), self.tr("The same in the memo’s language")),
            (self.translator, self.tr("Translated by"), self.tr("Whose translation it is")),
            (self.marking, self.tr("Marking"), self.tr("Who may see this entry")),
            (
                self.reliability,
                self.tr("Reliability of the source"),
                self.tr("Of the outlet, on the NATO scale; it counts for the whole article"),
            ),
            (
                self.origin,
                self.tr("Rests on"),
                self.tr("What the article’s report goes back to, such as a press conference"),
            ),
            (self.relays, self.tr("Repeats"), self.tr("The outlet whose report it repeats")),
        ):
            field.setAccessibleName(name)
            field.setToolTip(tip)
        self.translation.setProperty("look", "entry text")
        self.translation.setTabChangesFocus(True)
        self.origin.setPlaceholderText(self.tr("Its own reporting"))
        for combo in (self.marking, self.reliability):
            policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            combo.setSizeAdjustPolicy(policy)
            combo.setMinimumContentsLength(10)
        self.event_time.edited.connect(self.edited)
        self.origin.textChanged.connect(self._on_edited)

    def _on_edited(self, _text: str) -> None:
        self.edited.emit()

    def _lay_out(self) -> None:
        rows = (
            (self.tr("Happened"), self.event_time),
            (self.tr("Translation"), self.translation),
            (self.tr("Translated by"), self.translator),
            (self.tr("Marking"), self.marking),
            (self.tr("Reliability"), self.reliability),
            (self.tr("Rests on"), self.origin),
            (self.tr("Repeats"), self.relays),
        )
        for row, (name, field) in enumerate(rows):
            label = QLabel(name)
            label.setProperty("look", "field label")
            label.setBuddy(field)
            self._labels[field] = label
            self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(field, row, 1)
        self._grid.setColumnStretch(1, 1)
        inside = QWidget()
        inside.setLayout(self._grid)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("More about this entry"))
        self.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)

    def show_entry(self, opened: Opened, known: Known) -> None:
        """Show what an entry has; what it cannot have is hidden."""
        draft = opened.draft
        self.event_time.show_moment(draft.event_time)
        self.translation.setPlainText(draft.translation)
        for field, text, words in (
            (self.translator, draft.translator, known.translators),
            (self.origin, draft.origin, known.origins),
            (self.relays, draft.relays, known.outlets),
        ):
            field.setText(text)
            field.setCursorPosition(0)
            self._words[field].setStringList(list(words))
        self.reliability.setCurrentIndex(RELIABILITY.index(draft.reliability))
        self._offer_marks(draft.marking, known.scheme)
        has_article = opened.main is not None
        for field in (self.event_time, self.reliability, self.origin, self.relays):
            self._show(field, has_article)
        self._show(self.marking, known.scheme is not None)

    def _show(self, field: QWidget, is_shown: bool) -> None:
        field.setVisible(is_shown)
        self._labels[field].setVisible(is_shown)

    def _offer_marks(self, present: str, scheme: Scheme | None) -> None:
        self.marking.clear()
        self.marking.addItem(self.tr("Not marked"), "")
        for mark in scheme.marks if scheme else ():
            self.marking.addItem(f"{mark.portion}  {mark.banner}", mark.name)
        if self.marking.findData(present) < 0:  # of another scheme: it is not lost by looking
            self.marking.addItem(present, present)
        self.marking.setCurrentIndex(self.marking.findData(present))

    @property
    def summary(self) -> str:
        """What is said of the entry itself, in a few words: "4 Jan 2020, translated, NR"."""
        parts = (
            shown_date(self.event_time.iso or ""),
            self.tr("translated") if self.translation.toPlainText().strip() else "",
            self.marking.currentData(),
        )
        return ", ".join(part for part in parts if part)

    def values(self) -> dict[str, str]:
        """What the fields say, by field of Draft; a moment that is none is left out."""
        moment = self.event_time.iso
        return {
            **({} if moment is None else {"event_time": moment}),
            "translation": self.translation.toPlainText().strip(),
            "translator": " ".join(self.translator.text().split()),
            "marking": self.marking.currentData(),
            "reliability": self.reliability.currentData(),
            "origin": " ".join(self.origin.text().split()),
            "relays": " ".join(self.relays.text().split()),
        }

    def room(self, width: int) -> int:
        """The height that shows everything at this width."""
        self._grid.activate()
        return (
            self._grid.totalHeightForWidth(width)
            if self._grid.hasHeightForWidth()
            else (self._grid.totalSizeHint().height())
        )

    def tint(self) -> None:
        """Take the theme's sizes again."""
        px = self._theme.px
        self._grid.setContentsMargins(direction.margins(0, 0, px(6), 0))
        self._grid.setHorizontalSpacing(px(10))
        self._grid.setVerticalSpacing(px(6))
        for label in self._labels.values():
            label.setContentsMargins(0, px(8), 0, 0)
        line = QFontMetricsF(self._theme.font(13.5, reading=True)).lineSpacing()
        self.translation.setFixedHeight(round(line * 2.5) + px(16))
