"""What was corrected in an article's text, one by one, and the text as it was imported."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QDialogButtonBox, QHeaderView, QPlainTextEdit, QWidget

from briefing_app.domain import correcting
from briefing_app.domain.article import Article
from briefing_app.errors import BriefingError
from briefing_app.gui.dates import shown_date
from briefing_app.gui.dialogs.sheet import Sheet
from briefing_app.gui.dialogs.table import TextTable
from briefing_app.gui.reading.offsets import showable
from briefing_app.gui.session import Session

LONGEST = 200
"""Characters of a correction that the table shows."""


class Corrections(Sheet):
    """Lists the corrections of one article, oldest first, and takes back the one chosen.

    Signals: `place_chosen` with the code points of the body at which the user wants to see one.
    """

    place_chosen = Signal(int, int)

    def __init__(self, session: Session, article_id: str, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("Corrections", "Corrected text")
        super().__init__(title, parent, width_em=56)
        self._session = session
        self._article = session.store.articles.get(article_id)
        self.table = TextTable(
            self.tr("Corrections"),
            (self.tr("Made"), self.tr("Imported text"), self.tr("Corrected text")),
            _lines(self._article),
        )
        self.imported = QPlainTextEdit(
            showable("\n\n".join(self._article.imported_body.split("\n")))
        )
        self._build()

    def _build(self) -> None:
        self.table.setMinimumHeight(self.least_height(13))
        self.table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.column.addWidget(self.table, 1)
        self.imported.setReadOnly(True)
        self.imported.setTabChangesFocus(True)
        self.imported.setProperty("look", "reading text")
        self.imported.setAccessibleName(self.tr("The text as it was imported"))
        self.imported.setMinimumHeight(self.least_height(18))
        self.imported.hide()
        self.column.addWidget(self.imported, 2)
        self._problem = self.add_text("", "warning")
        self._problem.hide()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        action = QDialogButtonBox.ButtonRole.ActionRole
        self.take_back_button = buttons.addButton(self.tr("Take this one back"), action)
        self.take_back_button.setEnabled(not self._session.store.read_only)
        self.go_button = buttons.addButton(self.tr("Go to it"), action)
        self.imported_button = buttons.addButton(self.tr("Show imported text"), action)
        self.take_back_button.clicked.connect(self._take_back)
        self.go_button.clicked.connect(self._go)
        self.table.row_chosen.connect(self._go)
        self.imported_button.clicked.connect(self._toggle_imported)
        buttons.rejected.connect(self.reject)
        self.finish(buttons)
        self.table.setFocus()

    def _toggle_imported(self) -> None:
        is_shown = self.imported.isHidden()
        self.imported.setVisible(is_shown)
        text = self.tr("Hide imported text") if is_shown else self.tr("Show imported text")
        self.imported_button.setText(text)
        self.grow()

    def _go(self) -> None:
        """Close, and show where the chosen one was made."""
        place = _place(self._article, self.table.currentRow())
        if place:
            self.accept()
            self.place_chosen.emit(*place)
        else:
            self._say(self.tr("A later correction altered the same words."))

    def _say(self, problem: str) -> None:
        self._problem.setText(problem)
        self._problem.show()
        self.grow()

    def _take_back(self) -> None:
        articles = self._session.store.articles
        try:
            articles.take_back_correction(self._article.id, self.table.currentRow())
        except BriefingError as error:
            self._say(str(error))
            return
        self._problem.hide()
        self._article = articles.get(self._article.id)
        self._show()

    def _show(self) -> None:
        lines = _lines(self._article)
        if not lines:
            self.accept()
            return
        self.table.removeRow(self.table.currentRow())
        for row, cells in enumerate(lines):
            for column, text in enumerate(cells):
                item = self.table.item(row, column)
                if item is not None:
                    item.setText(text)
                    item.setToolTip(text)


def _lines(article: Article) -> list[tuple[str, str, str]]:
    """When each correction was made, and in whole words what became what."""
    body, lines = article.imported_body, []
    for made in article.corrections:
        was, now = correcting.wording(body, made)
        taken_out = QCoreApplication.translate("Corrections", "(taken out)")
        lines.append((shown_date(made.made_at[:10]), _cut(was) or "–", _cut(now) or taken_out))
        body = correcting.applied(body, made)
    return lines


def _place(article: Article, number: int) -> tuple[int, int] | None:
    """Where the body has what a correction put in; None: a later one altered it."""
    taken_back = correcting.taken_back(article.corrections, number) if number >= 0 else None
    if taken_back is None:
        return None
    position = taken_back[0].position
    return position, position + len(taken_back[0].removed)


def _cut(text: str) -> str:
    text = text.replace("\n", " ¶ ")
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
