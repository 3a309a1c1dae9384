"""Two articles that are much alike, side by side in one text."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel

from briefing_app.domain.article import Article, Original
from briefing_app.gui.dialogs.compare_texts import CompareTexts
from briefing_app.gui.main_window import MainWindow
from briefing_app.gui.session import Session
from briefing_app.gui.theme import Theme

SAME = "They met in Brussels."
OLD = Article("Allies meet", f"{SAME}\nNine came.", id="old", publisher="Reuters")
NEW = Article("Allies meet", f"{SAME}\nTen came.", id="new", published="2020-01-06")


def keep(session: Session) -> None:
    for article in (OLD, NEW):
        original = Original(f"{article.id}.txt", "text/plain", article.body.encode())
        session.store.articles.add(original, [article])


def test_what_differs_is_shown_and_which_is_which(session: Session, theme: Theme, qtbot) -> None:
    keep(session)
    sheet = CompareTexts(session, theme, "old", "new")
    qtbot.addWidget(sheet)
    text = sheet.text.toPlainText()
    assert "Nine" in text and "Ten" in text
    assert SAME not in text and "2 paragraphs are the same" in text
    told = [label.text() for label in sheet.findChildren(QLabel)]
    assert "Was there: Allies meet · Reuters" in told
    assert "Came in: Allies meet · 6 Jan 2020" in told


def test_the_list_of_an_import_leads_to_it(window: MainWindow, theme: Theme) -> None:
    window.files.new()
    keep(window.session)
    seen: list[str] = []

    def look() -> None:
        sheet = QApplication.activeModalWidget()
        assert isinstance(sheet, CompareTexts)
        seen.append(sheet.text.toPlainText())
        sheet.reject()

    QTimer.singleShot(0, look)
    window.importer.history.comparison_wanted.emit("old", "new")
    assert len(seen) == 1
    window.importer.history.comparison_wanted.emit("old", "gone")
    assert len(seen) == 1
