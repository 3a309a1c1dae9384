"""Searches at once and in another thread."""

from __future__ import annotations

import pytest

from briefing_app.domain.article import Article, Original
from briefing_app.gui.library import finding
from briefing_app.gui.library.finding import Finding
from briefing_app.gui.session import Session
from tests.gui.committing import committing


@pytest.fixture
def many(session: Session, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Ids of 30 articles, which count as many."""
    monkeypatch.setattr(finding, "LARGE", 10)
    monkeypatch.setattr(finding, "FIRST_HITS", 5)
    texts = [Article(f"Fleet {n}", "Left port.") for n in range(30)]
    return session.store.articles.add(Original("x", "text/plain", b"x"), texts)


def test_a_small_library_is_searched_at_once(session: Session, articles: list[str], qtbot) -> None:
    search = Finding(session)
    with qtbot.waitSignal(search.found, timeout=0) as told:
        search.start("restraint", "newest", 5)
    query, found = told.args
    assert (query.text, found.ids) == ("restraint", [articles[0], articles[2]])


def test_a_large_library_tells_of_the_latest_first(
    session: Session, many: list[str], qtbot
) -> None:
    search = Finding(session)
    with qtbot.waitSignals([search.first_found, search.found], order="strict"):
        search.start("fleet", "added", 30)
        assert not session.store.can_redo  # the window goes on meanwhile
    with qtbot.waitSignal(search.found) as told:
        search.start("fleet", "added", 30)
    assert told.args[1].ids == many[::-1]


def test_only_the_last_search_is_answered(session: Session, many: list[str], qtbot) -> None:
    search, heard = Finding(session), []
    search.found.connect(lambda query, _: heard.append(query.text))
    for text in ("port", "fleet 1", "fleet 2"):
        search.start(text, "newest", 30)
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == ["fleet 2"]


def test_a_search_may_outlive_its_briefing(session: Session, many: list[str], qtbot) -> None:
    search = Finding(session)
    search.start("fleet", "newest", 30)
    session.close()
    qtbot.waitUntil(lambda: not search.is_busy)
    assert not session.has_store


def test_a_search_that_would_have_to_wait_is_begun_again_by_itself(
    session: Session, articles: list[str], qtbot
) -> None:
    search, heard = Finding(session), []
    search.found.connect(lambda query, found: heard.append((query.text, len(found.ids))))
    with committing(session.store):
        search.start("commission", "newest", 5)
        search.start("restraint", "newest", 5)
        assert search.is_busy and heard == []
    qtbot.waitUntil(lambda: not search.is_busy)
    assert heard == [("restraint", 2)]


def test_while_an_import_runs_all_articles_are_listed_in_another_thread(
    session: Session, many: list[str], qtbot
) -> None:
    search = Finding(session)
    session.others_write = True
    with qtbot.waitSignal(search.found) as told:
        search.start("", "added", 30)
        assert search.is_busy
    assert told.args[1].ids == many[::-1]
