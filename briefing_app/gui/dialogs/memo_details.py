"""The memo's header block and bottom line."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from briefing_app.domain.outline import FIELDS
from briefing_app.gui.dialogs.form import FormDialog
from briefing_app.gui.session import Session

MOST_WORDS = 70
"""A bottom line has at most four lines, which is about 70 words."""


class MemoDetails(FormDialog):
    """To, from, date and so on; OK is one undo step."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Memo header and bottom line"))
        self._session = session
        self._memo = session.store.memos.get(session.memo_id)
        self.fields: dict[str, QLineEdit] = {}
        for name, label, example in (
            ("to", self.tr("To"), self.tr("Director, Policy Planning")),
            ("from", self.tr("From"), self.tr("Briefing cell")),
            ("date", self.tr("Date"), self.tr("9 January 2020")),
            ("cutoff", self.tr("Information cut-off"), self.tr("8 January 2020, 24:00 CET")),
            ("handling", self.tr("Handling"), self.tr("Internal use, or a mark in capitals")),
            ("subject", self.tr("Subject"), self._memo.title),
        ):
            field = QLineEdit(self._memo.fields.get(name, ""))
            field.setPlaceholderText(example)
            self.fields[name] = field
            self.add_field(label, field)
        self.bottom_line = QPlainTextEdit(self._memo.bottom_line)
        self.bottom_line.setTabChangesFocus(True)
        self.bottom_line.setMinimumHeight(96)
        self._count = self.add_field(self.tr("Bottom line"), self.bottom_line, " ")
        self.bottom_line.textChanged.connect(self._count_words)
        self._count_words()
        self.fields["to"].setFocus()
        self.fit()

    def accept(self) -> None:
        """Store what has been altered."""
        fields = dict(self._memo.fields)
        for name in FIELDS:
            fields[name] = self.fields[name].text().strip()
        fields = {name: value for name, value in fields.items() if value}
        bottom_line = self.bottom_line.toPlainText().strip()
        if fields != dict(self._memo.fields) or bottom_line != self._memo.bottom_line:
            update = self._session.store.memos.update
            run = partial(update, self._memo.id, fields=fields, bottom_line=bottom_line)
            if not self._session.attempt(run):
                return
        super().accept()

    def _count_words(self) -> None:
        words = len(self.bottom_line.toPlainText().split())
        text = self.tr("{words} of about {most} words")
        self._count.setText(text.format(words=words, most=MOST_WORDS))
        self._count.setProperty("look", "warning" if words > MOST_WORDS else "hint")
        self._count.style().polish(self._count)
