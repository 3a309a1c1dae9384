"""Two articles that are much alike, as one text that shows where they differ."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialogButtonBox, QTextBrowser, QWidget

from briefing_app.domain.article import Article
from briefing_app.gui.dates import shown_date
from briefing_app.gui.dialogs.sheet import Sheet
from briefing_app.gui.reading.versions_sheet import as_html
from briefing_app.gui.session import Session
from briefing_app.gui.theme import Theme


class CompareTexts(Sheet):
    """The article that was there, and the one that came in; nothing is decided here."""

    def __init__(
        self,
        session: Session,
        theme: Theme,
        known_id: str,
        new_id: str,
        parent: QWidget | None = None,
    ) -> None:
        title = QCoreApplication.translate("CompareTexts", "Compare the texts")
        super().__init__(title, parent, width_em=62)
        known, new = session.store.articles.get(known_id), session.store.articles.get(new_id)
        was, came = self.tr("Was there: {article}"), self.tr("Came in: {article}")
        self.add_text(was.format(article=_named(known)), "field label")
        self.add_text(came.format(article=_named(new)), "field label")
        legend = self.tr("Struck out: only in the one that was there. Bold: only in the new one.")
        self.add_text(legend, "hint")
        self.text = QTextBrowser()
        self.text.setOpenLinks(False)
        self.text.setProperty("look", "versions")
        self.text.setAccessibleName(self.tr("Both texts in one"))
        self.text.setMinimumHeight(self.least_height(24))
        self.text.setHtml(as_html(known, new, theme))
        self.column.addWidget(self.text, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        self.finish(buttons)


def _named(article: Article) -> str:
    nameless = QCoreApplication.translate("CompareTexts", "without a headline")
    about = (article.publisher, shown_date(article.published))
    return " · ".join(filter(None, (article.headline or nameless, *about)))
