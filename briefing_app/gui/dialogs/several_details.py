"""Particulars that several articles share, corrected for all of them at once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QDialogButtonBox,
    QGridLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from briefing_app.gui.dialogs.article_details import RELIABILITY, reliability_words
from briefing_app.gui.dialogs.date_field import DateField
from briefing_app.gui.dialogs.language_field import LanguageField
from briefing_app.gui.dialogs.sheet import Sheet
from briefing_app.gui.session import Session

FIELDS = ("publisher", "published", "language", "origin", "reliability")


class SeveralDetails(Sheet):
    """OK writes what was changed into all articles, as one step; the rest stays as it is."""

    def __init__(self, session: Session, ids: Sequence[str], parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("SeveralDetails", "Details of {n} articles")
        super().__init__(title.format(n=len(ids)), parent, width_em=44)
        self._session = session
        self._ids = list(ids)
        self._common = session.store.articles.common(ids, FIELDS)
        self.lines = {name: QLineEdit() for name in ("publisher", "origin")}
        self.language = LanguageField(self._common["language"] or "")
        self.date = DateField(self._common["published"] or "")
        self.reliability = QComboBox()
        self.date.edited.connect(self.grow)
        self._build()

    def changed(self) -> dict[str, str]:
        """The particulars that shall become others, by field name."""
        now: dict[str, str | None] = {
            name: " ".join(line.text().split()) for name, line in self.lines.items()
        }
        now["language"] = self.language.tag
        now["published"] = self.date.iso
        now["reliability"] = self.reliability.currentData()
        return {
            name: value
            for name, value in now.items()
            if value is not None and value != (self._common[name] or "")
        }

    def accept(self) -> None:
        if self.date.iso is None:
            self.date.refuse()
            return
        fields = self.changed()
        if not fields:
            super().accept()
            return
        count = f"{len(self._ids):,}"
        write = partial(self._session.store.articles.update_all, self._ids, **fields)
        doing = self.tr("Correcting details of {n} articles…").format(n=count)
        told = self.tr("Details of {n} articles corrected").format(n=count)
        done = partial(self._conclude, told)
        self._session.attempt_many(len(self._ids), write, doing, done)

    def _conclude(self, told: str, _result: object) -> None:
        self._session.offer_undo(told)
        if isValid(self):  # it may have been closed meanwhile
            super().accept()

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(self.em(1))
        grid.setVerticalSpacing(self.em(0.9))
        titles = {
            "publisher": self.tr("&Outlet"),
            "published": self.tr("&Date"),
            "language": self.tr("&Language"),
            "origin": self.tr("What they &rest on"),
            "reliability": self.tr("&Reliability of the source"),
        }
        fields: dict[str, QWidget] = {
            **self.lines, "language": self.language, "published": self.date,
            "reliability": self.reliability,
        }  # fmt: skip
        for at, name in enumerate(FIELDS):
            part = QVBoxLayout()
            part.setSpacing(self.em(0.3))
            part.addWidget(self.field_label(titles[name], fields[name]))
            part.addWidget(fields[name])
            part.addStretch(1)
            grid.addLayout(part, at // 2, at % 2)
        self.column.addLayout(grid)
        self._fill()
        standard = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(standard.Ok | standard.Cancel)
        buttons.button(standard.Ok).setProperty("look", "primary")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.finish(buttons)

    def _fill(self) -> None:
        differ = self.tr("Different – stays as it is")
        for name, line in self.lines.items():
            line.setText(self._common[name] or "")
            line.setToolTip(line.accessibleName())
            if self._common[name] is None:
                line.setPlaceholderText(differ)
        self.lines["publisher"].setCompleter(
            QCompleter(self._session.store.articles.publishers(), self)
        )
        self.language.setToolTip(self.language.accessibleName())
        if self._common["language"] is None:
            self.language.setPlaceholderText(differ)
        self.date.line.setAccessibleName(self.date.accessibleName())
        if self._common["published"] is None:
            self.date.line.setPlaceholderText(differ)
        if self._common["reliability"] is None:
            self.reliability.addItem(differ, None)
        for grade in RELIABILITY:
            self.reliability.addItem(reliability_words(grade), grade)
        if self._common["reliability"] is not None:
            self.reliability.setCurrentIndex(RELIABILITY.index(self._common["reliability"]))
        self.reliability.setToolTip(self.reliability.accessibleName())
