"""Lines of a long list follow their articles, a part of them in each turn of the window."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing_app.domain.article import Article, Original
from briefing_app.gui.importing import following
from briefing_app.gui.importing.following import Following
from briefing_app.gui.importing.line import Group, Line
from briefing_app.gui.session import Session
from briefing_app.importing import ImportRow, Outcome
from briefing_app.reading_pool import Wanted


@pytest.fixture
def lines(session: Session, monkeypatch: pytest.MonkeyPatch) -> list[Line]:
    monkeypatch.setattr(following, "AT_ONCE", 4)
    articles = [Article("", f"Words of number {n}.") for n in range(10)]
    with session.store.change("Import"):
        for article in articles:
            original = Original(f"{article.id}.txt", "text/plain", article.body.encode())
            session.store.articles.add(original, [article])
    rows = [
        ImportRow(f"{n}.txt", Outcome.IMPORTED, (article.id,), place=n)
        for n, article in enumerate(articles)
    ]
    return [Line(row, Wanted(Path(row.path)), "Imported", "") for row in rows]


@pytest.fixture
def told(session: Session, lines: list[Line]) -> list[dict[int, Line]]:
    found: list[dict[int, Line]] = []
    Following(session, session).looked.connect(found.append)
    return found


def watch_of(session: Session) -> Following:
    return next(iter(session.findChildren(Following)))


def test_a_long_list_is_gone_through_turn_by_turn_and_told_of_once(
    qtbot, session: Session, lines: list[Line], told: list[dict[int, Line]]
) -> None:
    session.store.articles.remove([line.article_id for line in lines[1:]])
    watch_of(session).look(lines)
    assert told == []
    qtbot.waitUntil(lambda: bool(told))
    assert len(told) == 1
    assert set(told[0]) == {id(line) for line in lines[1:]}
    assert {line.result for line in told[0].values()} == {"Taken out"}
    assert {line.group for line in told[0].values()} == {Group.IMPORTED}


def test_lines_without_a_part_in_a_change_are_left_alone(
    qtbot, session: Session, lines: list[Line], told: list[dict[int, Line]]
) -> None:
    session.store.articles.remove([lines[7].article_id])
    watch_of(session).look(lines[:4])
    session.store.undo()
    session.store.articles.remove([lines[2].article_id])
    watch_of(session).look(lines[:4])
    assert [list(found) for found in told] == [[id(lines[2])]]


def test_nothing_is_compared_when_the_briefing_was_closed_meanwhile(
    qtbot, session: Session, lines: list[Line], told: list[dict[int, Line]]
) -> None:
    session.store.articles.remove([line.article_id for line in lines])
    watch = watch_of(session)
    watch.look(lines)
    session.close()
    with qtbot.assertNotEmitted(watch.looked, wait=50):
        watch.look(lines)


def test_the_line_of_an_article_that_was_corrected_names_it_as_it_is_now(
    qtbot, session: Session, lines: list[Line], told: list[dict[int, Line]]
) -> None:
    session.store.articles.update(lines[3].article_id, headline="Ships left", publisher="Reuters")
    watch_of(session).look(lines[:4])
    assert [line.remark for line in told[0].values()] == ["“Ships left” (Reuters)"]
