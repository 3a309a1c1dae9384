"""An article's particulars: look at them, see where each came from, correct them."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from briefing_app.domain.article import Proposal, SetAside
from briefing_app.domain.doubts import doubts
from briefing_app.gui.dialogs.date_field import DateField
from briefing_app.gui.dialogs.language_field import LanguageField
from briefing_app.gui.dialogs.proposal_row import ProposalRow
from briefing_app.gui.dialogs.sheet import Sheet
from briefing_app.gui.particulars import came_from, doubt_words
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


class _Scroll(QScrollArea):
    """As tall as what is in it, where the screen has room for that."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self.setProperty("look", "sheet")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def sizeHint(self) -> QSize:
        return self.widget().sizeHint() + QSize(self._bar_width, 0)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.widget().minimumSizeHint().width() + self._bar_width, 0)

    @property
    def _bar_width(self) -> int:
        return self.verticalScrollBar().sizeHint().width()


class ArticleDetails(Sheet):
    """OK writes what was changed as one undo step. `fields`: the edited lines by field name.

    What a file only hints at stands below its field; using or dismissing it is written by OK too.
    """

    def __init__(self, session: Session, article_id: str, parent: QWidget | None = None) -> None:
        super().__init__(
            QCoreApplication.translate("ArticleDetails", "Article details"), parent, width_em=50
        )
        self._session = session
        self._article = session.store.articles.get(article_id)
        self._doubts = doubts(self._article, date.today())
        self._dismissed: list[str] = []
        self.fields: dict[str, QLineEdit] = {}
        self.date = DateField(self._article.published)
        self.updated = DateField(self._article.updated)
        self.language = LanguageField(self._article.language)
        self.reliability = QComboBox()
        self.date.edited.connect(self.grow)
        self.updated.edited.connect(self.grow)
        self._build()
        self._focus_first_gap()

    def grow(self) -> None:
        self._inside.activate()
        self._scroll.updateGeometry()
        super().grow()
        self.resize(self.width(), min(self.height(), self.room().height()))

    def values(self) -> dict[str, str]:
        """What the fields say now, by field name."""
        lines = {name: " ".join(line.text().split()) for name, line in self.fields.items()}
        return {
            **lines,
            "language": self.language.tag,
            "published": self.date.iso or "",
            "updated": self.updated.iso or "",
            "reliability": self.reliability.currentData(),
        }

    def accept(self) -> None:
        for field in (self.date, self.updated):
            if field.iso is None:
                field.refuse()
                return
        if self._session.attempt(self._write):
            super().accept()

    def _write(self) -> None:
        """Write proposals that were used with their own provenance, all else as by hand."""
        articles, id = self._session.store.articles, self._article.id
        values = self.values()
        used = [p.field for p in self._article.proposals if values.get(p.field) == p.value]
        by_hand = {name: value for name, value in values.items() if name not in used}
        if not used and not self._dismissed:
            articles.update(id, **by_hand)
            return
        with self._session.store.change("Correct article"):
            for field in used:
                articles.accept_proposal(id, field)
            for field in self._dismissed:
                articles.dismiss_proposal(id, field)
            articles.update(id, **by_hand)

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(self.em(1))
        grid.setVerticalSpacing(self.em(0.6))
        for column in range(4):
            grid.setColumnStretch(column, 1)
        grid.addLayout(self._line("headline", self.tr("&Headline")), 0, 0, 1, 4)
        grid.addLayout(self._line("deck", self.tr("Dec&k")), 1, 0, 1, 4)
        grid.addLayout(self._line("publisher", self.tr("&Outlet")), 2, 0, 1, 2)
        grid.addLayout(self._line("byline", self.tr("&Author")), 2, 2, 1, 2)
        grid.addLayout(self._date("published", self.tr("Publication &date"), self.date), 3, 0, 1, 2)
        grid.addLayout(self._date("updated", self.tr("&Updated"), self.updated), 3, 2, 1, 2)
        grid.addLayout(self._line("dateline", self.tr("&Place of the report")), 4, 0, 1, 2)
        grid.addLayout(self._line("news_section", self.tr("Ne&ws section")), 4, 2)
        grid.addLayout(self._line("print_page", self.tr("Pa&ge")), 4, 3)
        grid.addLayout(self._line("url", self.tr("Add&ress (URL)")), 5, 0, 1, 4)
        grid.addLayout(self._labelled("language", self.tr("&Language"), self.language), 6, 0, 1, 2)
        grid.addLayout(self._grade(), 6, 2, 1, 2)
        inside = QWidget()
        self._inside = QVBoxLayout(inside)
        self._inside.setContentsMargins(0, 0, self.em(0.4), 0)
        self._inside.addLayout(grid)
        self._scroll = _Scroll(inside)
        self.column.addWidget(self._scroll, 1)
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

    def _date(self, name: str, label: str, field: DateField) -> QVBoxLayout:
        column = self._labelled(name, label, field)
        field.line.setAccessibleName(label.replace("&", ""))
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
        odd = ", ".join(doubt_words(doubt) for doubt in self._doubts if doubt.field == name)
        place = came_from(self._article, name)
        for text, look in ((odd, "warning"), (place, "hint")):
            words = QLabel(text)
            words.setProperty("look", look)
            words.setTextFormat(Qt.TextFormat.PlainText)
            words.setVisible(bool(text))
            head.addWidget(words)
        field.setToolTip(" · ".join(filter(None, (odd, place))))
        column = QVBoxLayout()
        column.setSpacing(self.em(0.3))
        column.addLayout(head)
        column.addWidget(field)
        for proposal in self._article.proposals:
            if proposal.field == name:
                column.addWidget(self._proposal(proposal, field))
        column.addStretch(1)
        return column

    def _proposal(self, proposal: Proposal, field: QWidget) -> ProposalRow:
        row = ProposalRow(proposal)
        row.used.connect(partial(self._use, row, field))
        row.dismissed.connect(partial(self._dismiss, row, field))
        return row

    def _use(self, row: ProposalRow, field: QWidget) -> None:
        value = row.proposal.value
        if isinstance(field, LanguageField):
            field.show_tag(value)
        elif isinstance(field, DateField):
            field.show_date(value)
        elif isinstance(field, QLineEdit):
            field.setText(value)
        field.setFocus()
        row.hide()

    def _dismiss(self, row: ProposalRow, field: QWidget) -> None:
        self._dismissed.append(row.proposal.field)
        field.setFocus()
        row.hide()

    def _add_set_aside(self, lines: tuple[SetAside, ...]) -> None:
        text = QPlainTextEdit("\n".join(f"{line.kind}: {line.text}" for line in lines))
        text.setReadOnly(True)
        text.setTabChangesFocus(True)
        text.setFixedHeight(self.em(4.5))
        label = self.tr("&Kept out of the text: {n}").format(n=len(lines))
        self._inside.addWidget(self.field_label(label, text))
        self._inside.addWidget(text)

    def _focus_first_gap(self) -> None:
        gaps = {"headline": self.fields["headline"], "publisher": self.fields["publisher"],
                "published": self.date.line}  # fmt: skip
        missing = self._article.missing
        target = gaps[missing[0]] if missing else self.fields["headline"]
        target.setFocus()
        target.selectAll()
