"""The memo's header fields and its bottom line."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from briefing_app.domain.outline import FIELDS
from briefing_app.gui.dialogs.sheet import Sheet
from briefing_app.gui.session import Session

MOST_WORDS = 80
"""A bottom line is read in one breath; beyond this the count says that it is long."""


class MemoDetails(Sheet):
    """OK writes header and bottom line as one undo step. `fields`: the lines by field name."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("MemoDetails", "Memo options")
        super().__init__(title, parent, width_em=44)
        self._session = session
        self._memo = session.store.memos.get(session.memo_id)
        self.fields: dict[str, QLineEdit] = {}
        self.bottom_line = QPlainTextEdit(self._memo.bottom_line)
        self.words = QLabel()
        self._build()
        self._count_words()

    def accept(self) -> None:
        written = {name: line.text().strip() for name, line in self.fields.items()}
        fields = {**self._memo.fields, **written}
        # Fields that are empty now and were never filled leave no trace.
        fields = {n: text for n, text in fields.items() if text or n in self._memo.fields}
        bottom_line = self.bottom_line.toPlainText().strip()
        if (fields, bottom_line) == (dict(self._memo.fields), self._memo.bottom_line):
            super().accept()
            return
        memos = self._session.store.memos
        update = partial(memos.update, self._memo.id, fields=fields, bottom_line=bottom_line)
        if self._session.attempt(update):
            super().accept()

    def _build(self) -> None:
        labels = {
            "to": self.tr("&To"),
            "from": self.tr("&From"),
            "date": self.tr("&Date"),
            "cutoff": self.tr("&Information cut-off"),
            "handling": self.tr("&Handling"),
            "subject": self.tr("&Subject"),
        }
        examples = {
            "date": self.tr("6 January 2020"),
            "cutoff": self.tr("6 January 2020, 18:00"),
            "handling": self.tr("For internal use only"),
        }
        places = {"to": (0, 0), "from": (0, 1), "date": (1, 0), "cutoff": (1, 1),
                  "handling": (2, 0), "subject": (2, 1)}  # fmt: skip
        grid = QGridLayout()
        grid.setHorizontalSpacing(self.em(1))
        grid.setVerticalSpacing(self.em(0.9))
        for name in FIELDS:
            line = QLineEdit(self._memo.fields.get(name, ""))
            line.setPlaceholderText(examples.get(name, ""))
            self.fields[name] = line
            column = QVBoxLayout()
            column.setSpacing(self.em(0.3))
            column.addWidget(self.field_label(labels[name], line))
            column.addWidget(line)
            grid.addLayout(column, *places[name])
        self.column.addLayout(grid)
        self.bottom_line.setTabChangesFocus(True)
        self.bottom_line.setMinimumHeight(self.em(9))
        self.bottom_line.textChanged.connect(self._count_words)
        self.words.setProperty("look", "hint")
        self.column.addWidget(self.field_label(self.tr("&Bottom line"), self.bottom_line))
        self.column.addWidget(self.bottom_line, 1)
        self.column.addWidget(self.words)
        standard = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(standard.Ok | standard.Cancel)
        buttons.button(standard.Ok).setProperty("look", "primary")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.finish(buttons)

    def _count_words(self) -> None:
        count = len(self.bottom_line.toPlainText().split())
        text = self.tr("1 word") if count == 1 else self.tr("{n} words").format(n=count)
        if count > MOST_WORDS:
            text = self.tr("{words}. Shorter is better: two or three sentences").format(words=text)
        elif not count:
            text = self.tr("What the reader must know, in two or three sentences")
        self.words.setText(text)
