"""Correcting an article's text: the paragraphs as they are, and what else would change."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QDialogButtonBox, QPlainTextEdit, QWidget

from briefing_app.domain import correcting
from briefing_app.domain.correcting import Followed
from briefing_app.gui.dialogs.sheet import Sheet
from briefing_app.gui.reading.offsets import Offsets, showable
from briefing_app.gui.reading.passage import Passage
from briefing_app.gui.session import Session
from briefing_app.readers.canonical import canonical

WAIT_MS = 120
"""After the last key, before what would change is looked up."""

TOLD = 3
"""Passages that are told word for word; more are counted."""

LONGEST = 80
"""Characters that are told of each."""


class CorrectText(Sheet):
    """OK writes the correction as one undo step. `editor` holds the paragraphs of the passage."""

    def __init__(
        self, session: Session, article_id: str, passage: Passage, parent: QWidget | None = None
    ) -> None:
        title = QCoreApplication.translate("CorrectText", "Correct text")
        super().__init__(title, parent, width_em=46)
        self._session = session
        self._article = session.store.articles.get(article_id)
        self._excerpts = session.store.excerpts.of_article(article_id)
        body = self._article.body
        self._start, self._end = correcting.paragraphs(body, passage.start, passage.end)
        self._imported = body[self._start : self._end]
        self.editor = QPlainTextEdit(showable(self._imported))
        self._later = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._later.timeout.connect(self._tell)
        self._build()
        self._select(passage)
        self._tell()

    def _build(self) -> None:
        label = self.field_label(self.tr("&Text of the article"), self.editor)
        self.column.addWidget(label)
        self.editor.setProperty("look", "reading text")
        self.editor.setTabChangesFocus(True)
        self.editor.setMinimumHeight(self.least_height(14))
        self.editor.textChanged.connect(self._later.start)
        self.column.addWidget(self.editor, 1)
        self._effect = self.add_text("", "hint")
        self._effect.setAccessibleName(self.tr("What else changes"))
        self._effect.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._effect.setMinimumHeight(self.em(3.4))
        standard = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(standard.Ok | standard.Cancel)
        self._ok = buttons.button(standard.Ok)
        self._ok.setText(self.tr("Correct"))
        self._ok.setProperty("look", "primary")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.finish(buttons)
        self._ok.setToolTip(self.tr("Correct (Ctrl+Enter)"))

    def _select(self, passage: Passage) -> None:
        offsets = Offsets(self._imported)
        cursor = self.editor.textCursor()
        cursor.setPosition(offsets.to_units(passage.start - self._start))
        end = offsets.to_units(passage.end - self._start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.editor.setTextCursor(cursor)
        self.editor.setFocus()

    @property
    def text(self) -> str:
        """What the paragraphs are to say."""
        return canonical(self.editor.toPlainText())

    @property
    def effect(self) -> str:
        """What the sheet tells of the correction as it stands."""
        return self._effect.text()

    def accept(self) -> None:
        self._tell()
        if not self._ok.isEnabled():
            return
        correct = self._session.store.articles.correct
        write = partial(correct, self._article.id, self._start, self._end, self.text)
        if self._session.attempt(write):
            self._session.offer_undo(self.tr("Text corrected"))
            super().accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.accept()
        else:
            super().keyPressEvent(event)

    def _tell(self) -> None:
        """Say what the correction would alter, or why it cannot be made."""
        self._later.stop()
        made = correcting.edit(self._article.body, self._start, self._end, self.text)
        if made is None:
            self._say(self.tr("The file as it was imported stays in the briefing."), False)
        elif not correcting.applied(self._article.body, made):
            self._say(self.tr("An article cannot be without text."), False, "warning")
        else:
            followed = correcting.follow(self._excerpts, self._article.body, made)
            self._tell_passages([one for one in followed if one.is_altered])

    def _tell_passages(self, altered: list[Followed]) -> None:
        for one in altered:
            if one.after is None:
                text = self.tr(
                    "Nothing would be left of the passage “{words}”. "
                    "Delete the entries that rest on it first."
                )
                self._say(text.format(words=_cut(one.before.exact)), False, "warning")
                return
        if not altered:
            self._say(self.tr("No filed passage changes."), True)
            return
        lines = [self._told(one) for one in altered[:TOLD]]
        if len(altered) > TOLD:
            lines.append(self.tr("{n} more passages change.").format(n=len(altered) - TOLD))
        self._say("\n".join(lines), True)

    def _told(self, one: Followed) -> str:
        before, after = one.before.exact, one.after.exact if one.after else ""
        made = correcting.difference(before, after)
        was, now = correcting.wording(before, made) if made else (before, after)
        if not was:
            text = self.tr("A filed passage takes in “{new}”.")
        elif not now:
            text = self.tr("A filed passage loses “{old}”.")
        else:
            text = self.tr("In a filed passage, “{old}” becomes “{new}”.")
        return text.format(old=_cut(was), new=_cut(now))

    def _say(self, text: str, can_write: bool, look: str = "hint") -> None:
        self._effect.setText(text)
        if self._effect.property("look") != look:
            self._effect.setProperty("look", look)
            self._effect.style().unpolish(self._effect)
            self._effect.style().polish(self._effect)
        self._ok.setEnabled(can_write)


def _cut(text: str) -> str:
    text = text.replace("\n", " ")
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
