"""Versions of one report are one row, which unfolds."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtTest import QTest

from briefing_app.domain.article import Article, Original
from briefing_app.gui.library.pane import LibraryPane
from briefing_app.gui.library.version_groups import VersionGroups
from briefing_app.gui.session import Session
from briefing_app.gui.theme import Theme


@pytest.fixture
def versions(session: Session, articles: list[str]) -> list[str]:
    """Ids of three versions of a sixth report, the first one first."""
    made = []
    for day in (7, 8, 9):
        text = f"Talks went on for {day} hours."
        article = Article("Talks go on", text, publisher="Wire", published=f"2020-01-0{day}")
        made += session.store.articles.add(Original(f"{day}.txt", "text/plain", b"x"), [article])
    for earlier, later in pairwise(made):
        session.store.articles.make_version(later, earlier)
    return made


@pytest.fixture
def pane(qtbot, session: Session, theme: Theme, versions: list[str]) -> LibraryPane:
    pane = LibraryPane(session, theme)
    qtbot.addWidget(pane)
    pane.resize(320, 900)
    pane.show()
    return pane


def rows(pane: LibraryPane) -> list[str]:
    return [pane.table.id_at(row) for row in range(pane.table.rowCount())]


def mark(pane: LibraryPane, id: str) -> QPoint:
    """A place on "3 versions"."""
    row = pane.table.row_of(id)
    cell = QRectF(pane.list.visualRect(pane.table.index(row, 0)))
    return pane.list._delegate.versions_box(cell, row).center().toPoint()


def test_versions_of_a_report_are_one_row_and_all_are_counted(
    pane: LibraryPane, versions: list[str]
) -> None:
    first, second, newest = versions
    assert newest in rows(pane)
    assert not {first, second} & set(rows(pane))
    assert pane.table.rowCount() == 6
    assert len(pane.table.ids) == 8
    heard = pane.table.index(pane.table.row_of(newest), 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "3 versions" in heard


def test_a_click_on_the_mark_shows_the_earlier_ones_below_the_newest_first(
    pane: LibraryPane, versions: list[str]
) -> None:
    first, second, newest = versions
    at = pane.table.row_of(newest)
    QTest.mouseClick(pane.list.viewport(), Qt.MouseButton.LeftButton, pos=mark(pane, newest))
    assert rows(pane)[at : at + 3] == [newest, second, first]
    assert pane.table.rowCount() == 8
    QTest.mouseClick(pane.list.viewport(), Qt.MouseButton.LeftButton, pos=mark(pane, newest))
    assert pane.table.rowCount() == 6


def test_the_arrows_unfold_and_fold(pane: LibraryPane, versions: list[str]) -> None:
    pane.list.select(versions[2])
    QTest.keyClick(pane.list, Qt.Key.Key_Right)
    assert pane.table.rowCount() == 8
    assert pane.selected_ids() == [versions[2]]
    pane.list.select(versions[0])
    QTest.keyClick(pane.list, Qt.Key.Key_Left)
    assert pane.table.rowCount() == 6
    assert pane.selected_ids() == [versions[2]]


def test_an_earlier_version_that_is_opened_is_unfolded(
    pane: LibraryPane, session: Session, versions: list[str]
) -> None:
    session.open_article(versions[0])
    assert pane.selected_ids() == [versions[0]]


def test_an_earlier_version_without_its_newest_stands_for_itself(
    pane: LibraryPane, versions: list[str]
) -> None:
    pane.show_search("date:2020-01-07..2020-01-08 talks")
    assert rows(pane) == [versions[1], versions[0]]
    pane.show_search("talks")
    assert rows(pane) == [versions[2]]
    assert "3 articles" in pane.head.found_line.text()


def test_what_stands_folded_away_is_filed_too(pane: LibraryPane, versions: list[str]) -> None:
    pane.show_search("talks")
    assert set(pane.table.ids) == set(versions)


def test_undo_takes_the_group_apart(
    pane: LibraryPane, session: Session, versions: list[str]
) -> None:
    session.undo()
    pane._follow()
    assert versions[1] in rows(pane) and versions[2] in rows(pane)


def test_nothing_is_arranged_anew_where_there_are_no_versions(
    session: Session, articles: list[str]
) -> None:
    groups = VersionGroups(session)
    assert groups.arranged(articles) is articles
    assert groups.count(articles[0]) == 0


def test_a_circle_of_versions_hides_nothing(session: Session, versions: list[str]) -> None:
    with session.store.change("Damage"):
        session.store._journal.write(
            "UPDATE article SET version_of = ? WHERE id = ?", [versions[2], versions[0]]
        )
    assert VersionGroups(session).arranged(list(versions)) == versions
