"""The imports since the briefing was opened, told and kept."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from briefing_app.domain.article import Article, Original
from briefing_app.gui.dialogs.article_details import ArticleDetails
from briefing_app.gui.importing.history import KEPT, ImportHistory
from briefing_app.gui.importing.importer import Importer
from briefing_app.gui.session import Notice, Session
from briefing_app.gui.theme import Theme
from briefing_app.importing import ImportReport, ImportRow, Likeness, Outcome, Twin
from briefing_app.reading_pool import Wanted
from briefing_app.store import Store

FILES = [Wanted(Path("/in/one.txt"))]
REFUSED = ImportRow("/in/one.txt", Outcome.REFUSED, reason="“one.txt”: the file is empty.")


@pytest.fixture
def history(session: Session, theme: Theme, notices: list[Notice], qtbot) -> ImportHistory:
    window = QWidget()
    qtbot.addWidget(window)
    return Importer(session, window).history


def stored(session: Session, id: str = "a", headline: str = "Allies meet") -> Article:
    article = Article(headline, f"{id} met.", id=id, publisher="Reuters", published="2020-01-06")
    session.store.articles.add(Original(f"{id}.txt", "text/plain", id.encode()), [article])
    return article


def test_a_file_that_was_refused_stays_on_the_screen_until_that_is_closed(
    history: ImportHistory, notices: list[Notice]
) -> None:
    history.add(ImportReport((REFUSED,)), FILES)
    assert (notices[-1].text, notices[-1].action) == (REFUSED.reason, "Review")
    assert notices[-1].is_problem
    assert notices[-1].refusal == "Close"


@pytest.mark.parametrize("outcome", [Outcome.ALIKE, Outcome.UNREAD])
def test_what_waits_for_a_decision_is_not_passed_over_in_a_few_seconds(
    outcome: Outcome, history: ImportHistory, session: Session, notices: list[Notice]
) -> None:
    stored(session), stored(session, "b")
    twins = (Twin("b", "a", Likeness.LATER),) if outcome is Outcome.ALIKE else ()
    rows = (ImportRow("/in/1.txt", Outcome.IMPORTED, ("a",)),
            ImportRow("/in/2.txt", outcome, ("b",) if twins else (), twins=twins))  # fmt: skip
    history.add(ImportReport(rows), FILES)
    assert (notices[-1].action, notices[-1].refusal) == ("Review", "Close")
    asks_again = notices[-1].is_open
    assert asks_again is not None and asks_again()
    review = notices[-1].run
    history.add(ImportReport((replace(rows[0], path="/in/3.txt"),)), FILES)
    history.show_last()
    assert asks_again()
    assert review is not None
    review()
    assert history.sheet is not None
    assert [line.name for line in history.sheet.table.selected()] == ["2.txt"]
    assert not asks_again()
    history.forget()


def test_one_article_that_came_in_beside_another_is_named_and_can_be_opened(
    history: ImportHistory, session: Session, notices: list[Notice]
) -> None:
    stored(session), stored(session, "b", "Borders open")
    session.open_article("a")
    row = ImportRow("/in/b.txt", Outcome.IMPORTED, ("b",))
    history.add(ImportReport((row,)), FILES)
    assert (notices[-1].text, notices[-1].action) == ("“Borders open” is imported", "Open")
    notices[-1].run()
    assert session.article_id == "b"


def test_one_file_that_is_there_already_leads_to_its_article(
    history: ImportHistory, session: Session, notices: list[Notice]
) -> None:
    stored(session)
    row = ImportRow("/in/a.txt", Outcome.DUPLICATE, ("a",), reason="It is there.", left_out=1)
    history.add(ImportReport((row,)), FILES)
    assert notices[-1].text == "“Allies meet” is in the library already"
    notices[-1].run()
    assert (notices[-1].action, session.article_id) == ("Open", "a")
    history.add(ImportReport((row,)), FILES)
    assert notices[-1].action == "Review"


def test_what_was_in_the_way_is_said_before_what_came_in(
    history: ImportHistory, notices: list[Notice]
) -> None:
    unread = ImportRow("/in/one.txt", Outcome.UNREAD, reason="The disk is full.")
    history.add(ImportReport((unread,)), FILES, "The disk is full.", is_problem=True)
    assert notices[-1].text == "The disk is full. 1 not read"
    assert notices[-1].is_problem


def test_nothing_found_leaves_no_list(history: ImportHistory, notices: list[Notice]) -> None:
    history.add(ImportReport(()), [])
    history.show_last()
    assert notices[-1].text == "Nothing to import was found"
    assert (history.reviews, history.sheet) == ([], None)


def test_the_last_lists_are_kept_and_go_with_the_briefing(
    history: ImportHistory, session: Session, tmp_path: Path, qtbot
) -> None:
    for _ in range(KEPT + 2):
        history.add(ImportReport((REFUSED,)), FILES)
    assert len(history.reviews) == KEPT
    history.show_last()
    assert history.sheet is not None
    with qtbot.waitSignal(history.changed):
        session.open(Store.create(tmp_path / "other.briefing", "Other"))
    assert (history.reviews, history.sheet) == ([], None)


def test_an_open_list_gives_way_to_the_newest(history: ImportHistory) -> None:
    history.add(ImportReport((REFUSED,)), FILES)
    history.show_last()
    first = history.sheet
    history.add(ImportReport((REFUSED,)), FILES)
    history.show_last()
    assert history.sheet is not None and history.sheet is not first
    history.forget()


def test_the_list_opens_at_the_line_that_was_left(history: ImportHistory, session: Session) -> None:
    for id in ("a", "b"):
        article = Article(id, f"{id} met.", id=id)
        session.store.articles.add(Original(id, "text/plain", id.encode()), [article])
    rows = tuple(ImportRow(f"/in/{id}.txt", Outcome.INCOMPLETE, (id,)) for id in ("a", "b"))
    history.add(ImportReport(rows), FILES)
    history.show_last()
    assert history.sheet is not None
    history.sheet.table.selectRow(2)
    history.sheet.buttons["open"].click()
    assert session.article_id == "b"
    history.show_last()
    assert [line.name for line in history.sheet.table.selected()] == ["b.txt"]
    history.forget()


def test_what_one_article_lacks_can_be_added_at_once(
    history: ImportHistory, session: Session, notices: list[Notice]
) -> None:
    article = Article("Allies meet", "They met.", id="a")
    session.store.articles.add(Original("a.txt", "text/plain", b"a"), [article])
    row = ImportRow("/in/a.txt", Outcome.INCOMPLETE, ("a",), article.missing)
    history.add(ImportReport((row,)), FILES)
    assert notices[-1].action == "Edit details…"
    assert notices[-1].text == "“Allies meet” is imported, and needs an outlet and a date"
    asked: list[str] = []

    def answer() -> None:
        sheet = QApplication.activeModalWidget()
        assert isinstance(sheet, ArticleDetails)
        asked.append(sheet.windowTitle())
        sheet.fields["publisher"].setText("Reuters")
        sheet.accept()

    QTimer.singleShot(0, answer)
    assert notices[-1].run is not None
    notices[-1].run()
    assert asked and session.article_id == "a"
    assert session.store.articles.get("a").publisher == "Reuters"
