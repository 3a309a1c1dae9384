"""What changed between two versions of an article, and the excerpts that it concerns."""

from __future__ import annotations

from functools import partial
from html import escape

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QDialogButtonBox, QHeaderView, QPushButton, QTextBrowser, QWidget

from briefing_app.domain.article import Article
from briefing_app.domain.direction import is_right_to_left
from briefing_app.gui.dialogs.sheet import Sheet
from briefing_app.gui.dialogs.table import TextTable
from briefing_app.gui.reading.offsets import showable
from briefing_app.gui.reading.version_difference import (
    LeftBehind,
    Stretch,
    left_behind,
    paragraphs,
)
from briefing_app.gui.session import Session
from briefing_app.gui.theme import Theme
from briefing_app.gui.word_difference import ADDED, GONE, SAME

LONGEST = 160
"""Characters of a passage that the table shows."""


class VersionsSheet(Sheet):
    """Shows two versions as one text, and lists the excerpts that stayed with the older one.

    Signals:
    passage_wanted(str)  the user wants to select what this excerpt id shall be in the later one
    """

    passage_wanted = Signal(str)

    def __init__(
        self,
        session: Session,
        theme: Theme,
        old_id: str,
        new_id: str,
        parent: QWidget | None = None,
    ) -> None:
        title = QCoreApplication.translate("VersionsSheet", "What changed")
        super().__init__(title, parent, width_em=62)
        self._session = session
        self._theme = theme
        self._old = session.store.articles.get(old_id)
        self._new = session.store.articles.get(new_id)
        self._left: list[LeftBehind] = []
        self.text = QTextBrowser()
        self.table = TextTable(
            self.tr("Passages that stayed with the earlier version"),
            (self.tr("Passage"), self.tr("State"), self.tr("The later version says")),
            [],
        )
        self._build()
        self._show_left()

    def _build(self) -> None:
        self.add_text(
            self.tr("Struck out: only in the earlier version. Bold: only in the later one."), "hint"
        )
        self.text.setOpenLinks(False)
        self.text.setProperty("look", "versions")
        self.text.setAccessibleName(self.tr("Both versions in one text"))
        self.text.setMinimumHeight(self.em(18))
        self.text.setHtml(as_html(self._old, self._new, self._theme))
        self.column.addWidget(self.text, 3)
        self._told = self.add_text("", "pane title")
        self.table.setMinimumHeight(self.em(9))
        for column in (0, 2):
            self.table.horizontalHeader().setSectionResizeMode(
                column, QHeaderView.ResizeMode.Stretch
            )
        self.table.itemSelectionChanged.connect(self._allow)
        self.column.addWidget(self.table, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.show_button = self._button(buttons, self.tr("Show it"))
        self.take_button = self._button(buttons, self.tr("Use the new wording"))
        self.choose_button = self._button(buttons, self.tr("Select its passage…"))
        self.show_button.clicked.connect(self._show_passage)
        self.take_button.clicked.connect(self._take)
        self.choose_button.clicked.connect(self._choose)
        buttons.rejected.connect(self.reject)
        self.finish(buttons)

    def _button(self, box: QDialogButtonBox, text: str) -> QPushButton:
        return box.addButton(text, QDialogButtonBox.ButtonRole.ActionRole)

    def _show_left(self) -> None:
        excerpts = self._session.store.excerpts.of_article(self._old.id)
        self._left = left_behind(excerpts, self._old.body, self._new.body)
        count = len(self._left)
        one = self.tr("1 passage stayed with the earlier version")
        many = self.tr("{n} passages stayed with the earlier version")
        none = self.tr("No passage stayed with the earlier version")
        self._told.setText(one if count == 1 else many.format(n=count) if count else none)
        self.table.show_lines([self._line(left) for left in self._left])
        for widget in (self.table, self.show_button, self.take_button, self.choose_button):
            widget.setVisible(bool(count))
        self._allow()

    def _line(self, left: LeftBehind) -> tuple[str, str, str]:
        if left.now is None:
            return _cut(left.excerpt.exact), self.tr("No longer there"), "–"
        now = self._new.body[left.now.start : left.now.end]
        state = self.tr("Altered") if left.is_altered(self._new.body) else self.tr("The same")
        return _cut(left.excerpt.exact), state, _cut(now)

    def _current(self) -> LeftBehind | None:
        row = self.table.currentRow()
        return self._left[row] if 0 <= row < len(self._left) else None

    def _allow(self) -> None:
        current, writable = self._current(), self._session.can_write
        self.show_button.setEnabled(current is not None)
        self.choose_button.setEnabled(current is not None and writable)
        has_words = current is not None and current.now is not None
        self.take_button.setEnabled(has_words and writable)

    def _show_passage(self) -> None:
        if current := self._current():
            self.accept()
            self._session.show_passage(current.excerpt.id)

    def _take(self) -> None:
        current = self._current()
        if current is None or current.now is None:
            return
        span = current.now.start, current.now.end
        move = self._session.store.excerpts.move
        if self._session.attempt(partial(move, current.excerpt.id, *span, self._new.id)):
            self._show_left()

    def _choose(self) -> None:
        if current := self._current():
            self.accept()
            self.passage_wanted.emit(current.excerpt.id)


def as_html(old: Article, new: Article, theme: Theme) -> str:
    """Both texts in one; paragraphs that are the same in both are only counted."""
    shown: list[str] = []
    same = 0
    for stretches in [*paragraphs(old.headline, new.headline), *paragraphs(old.body, new.body)]:
        if all(kind == SAME for kind, _ in stretches):
            same += 1
            continue
        shown += [_same_words(same, theme), _paragraph(stretches, theme)]
        same = 0
    return "".join([*shown, _same_words(same, theme)])


def _same_words(count: int, theme: Theme) -> str:
    one = QCoreApplication.translate("VersionsSheet", "1 paragraph is the same")
    many = QCoreApplication.translate("VersionsSheet", "{n} paragraphs are the same")
    words = one if count == 1 else many.format(n=count)
    color = theme.color("text3").name()
    return f'<p style="color:{color}">{escape(words)}</p>' if count else ""


def _paragraph(stretches: list[Stretch], theme: Theme) -> str:
    gone, added = theme.color("warn").name(), theme.color("ok").name()
    looks = {
        SAME: "{}",
        GONE: f'<span style="color:{gone}; text-decoration:line-through">{{}}</span>',
        ADDED: f'<span style="color:{added}; font-weight:600">{{}}</span>',
    }
    text = "".join(looks[kind].format(escape(showable(words))) for kind, words in stretches)
    side = "rtl" if is_right_to_left("".join(words for _, words in stretches)) else "ltr"
    return f'<p dir="{side}">{text}</p>'


def _cut(text: str) -> str:
    text = text.replace("\n", " ¶ ")
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
