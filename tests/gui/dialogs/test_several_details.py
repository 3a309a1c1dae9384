"""What several articles share is corrected at once."""

from __future__ import annotations

import pytest

from briefing_app.domain.article import Article, Original
from briefing_app.gui.dialogs.several_details import SeveralDetails
from briefing_app.gui.session import MANY_ARTICLES, Notice, Session
from briefing_app.gui.theme import Theme


@pytest.fixture
def dialog(session: Session, theme: Theme, articles: list[str], qtbot) -> SeveralDetails:
    dialog = SeveralDetails(session, articles[:2])
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_only_what_was_changed_is_written_and_in_one_step(
    dialog: SeveralDetails, session: Session, articles: list[str], notices: list[Notice]
) -> None:
    before = [session.store.articles.get(id) for id in articles]
    dialog.lines["origin"].setText("NATO briefing")
    dialog.date.line.setText("8 Jan 2020")
    dialog.reliability.setCurrentIndex(dialog.reliability.findData("B"))
    steps = len(session.store.steps())
    dialog.accept()
    found = [session.store.articles.get(id) for id in articles]
    assert [a.origin for a in found] == ["NATO briefing"] * 2 + [""] * 3
    assert {a.published for a in found[:2]} == {"2020-01-08"}
    assert [a.publisher for a in found[:2]] == ["Bloomberg", "Reuters"]
    assert [a.reliability for a in found[:2]] == ["B", "B"]
    assert len(session.store.steps()) == steps + 1
    assert notices[-1].text == "Details of 2 articles corrected"
    session.undo()
    assert [session.store.articles.get(id) for id in articles] == before


def test_different_values_are_said_to_differ(dialog: SeveralDetails) -> None:
    assert dialog.lines["publisher"].text() == ""
    assert dialog.lines["publisher"].placeholderText().startswith("Different")
    assert dialog.lines["origin"].placeholderText() == ""
    assert dialog.changed() == {}


def test_nothing_changed_is_no_step(dialog: SeveralDetails, session: Session) -> None:
    steps = session.store.steps()
    dialog.accept()
    assert session.store.steps() == steps and not dialog.isVisible()


def test_a_wrong_date_is_refused(dialog: SeveralDetails) -> None:
    dialog.date.line.setText("soon")
    dialog.accept()
    assert dialog.isVisible() and "no date" in dialog.date.remark.text()


def test_many_articles_are_corrected_in_a_thread_and_the_sheet_closes_then(
    session: Session, theme: Theme, notices: list[Notice], qtbot
) -> None:
    articles = [Article(f"Report {n}", f"Words of {n}.") for n in range(MANY_ARTICLES + 1)]
    ids = session.store.articles.add(Original("all.txt", "text/plain", b"all"), articles)
    dialog = SeveralDetails(session, ids)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.lines["publisher"].setText("Wire")
    dialog.accept()
    assert session.is_occupied and dialog.isVisible()
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert notices[-1].text == "Details of 101 articles corrected"
    assert {session.store.articles.get(id).publisher for id in ids} == {"Wire"}
