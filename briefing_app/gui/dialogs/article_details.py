"""An article's particulars: look at them, see where each came from, correct them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from briefing_app.domain.article import Article, SetAside
from briefing_app.gui.dialogs.date_field import DateField
from briefing_app.gui.dialogs.sheet import Sheet
from briefing_app.gui.session import Session

RELIABILITY = ("", "A", "B", "C", "D", "E", "F")


def reliability_words(grade: str) -> str:
    """A grade of the NATO scale for sources in words."""
    words = {
        "": "Not judged",
        "A": "A – Completely reliable",
        "B": "B – Usually reliable",
        "C": "C – Fairly reliable",
        "D": "D – Not usually reliable",
        "E": "E – Unreliable",
        "F": "F – Reliability cannot be judged",
    }
    return QCoreApplication.translate("ArticleDetails", words[grade])


class ArticleDetails(Sheet):
    """OK writes what was changed as one undo step. `fields`: the edited lines by field name."""

    def __init__(self, session: Session, article_id: str, parent: QWidget | None = None) -> None:
        super().__init__(
            QCoreApplication.translate("ArticleDetails", "Article details"), parent, width_em=46
        )
        self._session = session
        self._article = session.store.articles.get(article_id)
        self.fields: dict[str, QLineEdit] = {}
        self.date = DateField(self._article.published)
        self.reliability = QComboBox()
        self.date.edited.connect(self.grow)
        self._build()
        self._focus_first_gap()

    def values(self) -> Mapping[str, str]:
        """What the fields say now, by field name."""
        lines = {name: " ".join(line.text().split()) for name, line in self.fields.items()}
        return {
            **lines,
            "published": self.date.iso or "",
            "reliability": self.reliability.currentData(),
        }

    def accept(self) -> None:
        if self.date.iso is None:
            self.date.refuse()
            return
        update = partial(self._session.store.articles.update, self._article.id, **self.values())
        if self._session.attempt(update):
            super().accept()

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(self.em(1))
        grid.setVerticalSpacing(self.em(0.9))
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.addLayout(self._line("headline", self.tr("&Headline")), 0, 0, 1, 2)
        grid.addLayout(self._line("publisher", self.tr("&Outlet")), 1, 0)
        grid.addLayout(self._date(), 1, 1)
        grid.addLayout(self._line("byline", self.tr("&Author")), 2, 0)
        grid.addLayout(self._line("dateline", self.tr("&Place of the report")), 2, 1)
        grid.addLayout(self._line("url", self.tr("Add&ress (URL)")), 3, 0, 1, 2)
        grid.addLayout(self._line("language", self.tr("&Language")), 4, 0)
        grid.addLayout(self._grade(), 4, 1)
        self.column.addLayout(grid)
        self.fields["language"].setPlaceholderText("en")
        if self._article.set_aside:
            self._add_set_aside(self._article.set_aside)
        standard = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(standard.Ok | standard.Cancel)
        buttons.button(standard.Ok).setProperty("look", "primary")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.finish(buttons)

    def _line(self, name: str, label: str) -> QVBoxLayout:
        line = QLineEdit(getattr(self._article, name))
        line.setCursorPosition(0)
        self.fields[name] = line
        return self._labelled(name, label, line)

    def _date(self) -> QVBoxLayout:
        column = self._labelled("published", self.tr("Publication &date"), self.date)
        self.date.line.setAccessibleName(self.tr("Publication date"))
        return column

    def _grade(self) -> QVBoxLayout:
        for grade in RELIABILITY:
            self.reliability.addItem(reliability_words(grade), grade)
        self.reliability.setCurrentIndex(RELIABILITY.index(self._article.reliability))
        self.reliability.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        return self._labelled(
            "reliability", self.tr("&Reliability of the source"), self.reliability
        )

    def _labelled(self, name: str, label: str, field: QWidget) -> QVBoxLayout:
        head = QHBoxLayout()
        head.addWidget(self.field_label(label, field))
        head.addStretch(1)
        came_from = self._came_from(self._article, name)
        where = QLabel(came_from)
        where.setProperty("look", "hint")
        where.setTextFormat(Qt.TextFormat.PlainText)
        field.setToolTip(came_from)
        head.addWidget(where)
        column = QVBoxLayout()
        column.setSpacing(self.em(0.3))
        column.addLayout(head)
        column.addWidget(field)
        column.addStretch(1)
        return column

    def _came_from(self, article: Article, name: str) -> str:
        if not getattr(article, name):
            wanted = name in ("headline", "publisher", "published")
            return self.tr("not in the file") if wanted else ""
        where = article.provenance.get(name, "")
        if where == "entered by hand":
            return self.tr("entered by hand")
        return self.tr("from: {place}").format(place=where) if where else ""

    def _add_set_aside(self, lines: tuple[SetAside, ...]) -> None:
        text = QPlainTextEdit("\n".join(f"{line.kind}: {line.text}" for line in lines))
        text.setReadOnly(True)
        text.setTabChangesFocus(True)
        text.setFixedHeight(self.em(6))
        label = self.tr("&Kept out of the text: {n}").format(n=len(lines))
        self.column.addWidget(self.field_label(label, text))
        self.column.addWidget(text)

    def _focus_first_gap(self) -> None:
        gaps = {"headline": self.fields["headline"], "publisher": self.fields["publisher"],
                "published": self.date.line}  # fmt: skip
        missing = self._article.missing
        target = gaps[missing[0]] if missing else self.fields["headline"]
        target.setFocus()
        target.selectAll()
