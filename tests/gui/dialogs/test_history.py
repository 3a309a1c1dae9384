"""The list of steps, and going back and forth in it."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from briefing_app.domain.article import Article, Original
from briefing_app.gui.dates import shown_moment
from briefing_app.gui.dialogs.history import HistorySheet


@pytest.fixture
def sheet(qtbot, session):
    for title in ("One", "Two", "Three"):
        session.store.sections.add(session.memo_id, title)
    sheet = HistorySheet(session)
    qtbot.addWidget(sheet)
    sheet.show()
    return sheet


def shown(sheet):
    """The steps without their times."""
    return [sheet.list.item(row).text().split("   ")[-1] for row in range(sheet.list.count())]


def titles(session):
    return [placed.section.title for placed in session.sections()][5:]


def click(sheet, row):
    place = sheet.list.visualItemRect(sheet.list.item(row)).center()
    QTest.mouseClick(sheet.list.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_steps_are_listed_newest_first(sheet):
    assert shown(sheet) == ["Add section"] * 3 + ["As it was when the briefing was opened"]
    assert sheet.list.currentRow() == 0


def test_a_click_goes_back_to_a_step_and_forward_again(sheet, session):
    click(sheet, 2)
    assert titles(session) == ["One"]
    assert shown(sheet)[:3] == ["Add section (undone)", "Add section (undone)", "Add section"]
    click(sheet, 0)
    assert titles(session) == ["One", "Two", "Three"]
    click(sheet, 3)
    assert titles(session) == []


def test_a_step_of_many_articles_is_passed_in_a_thread(sheet, session, qtbot):
    articles = [Article(f"Report {n}", f"Words of {n}.") for n in range(300)]
    session.store.articles.add(Original("all.txt", "text/plain", b"all"), articles)
    click(sheet, 3)
    assert session.is_occupied
    qtbot.waitUntil(lambda: not session.is_occupied)
    assert (session.store.articles.count(), titles(session)) == (0, ["One"])
    assert shown(sheet)[:2] == ["Import 300 articles (undone)", "Add section (undone)"]


def test_enter_does_the_same(sheet, session):
    sheet.list.setCurrentRow(1)
    QTest.keyClick(sheet.list, Qt.Key.Key_Return)
    assert titles(session) == ["One", "Two"]


def test_the_list_follows_what_is_done_elsewhere(sheet, session):
    session.store.sections.add(session.memo_id, "Four")
    assert len(shown(sheet)) == 5
    session.undo()
    assert shown(sheet)[0] == "Add section (undone)"


def test_each_step_says_when_it_was_made(sheet, session):
    times = [shown_moment(moment) for moment in reversed(session.store.step_times())]
    told = [sheet.list.item(row).text() for row in range(3)]
    assert told == [f"{time}   Add section" for time in times]
    session.undo()
    assert sheet.list.item(0).text() == f"{times[0]}   Add section (undone)"


def labels(tree):
    """The words of every `change("…")`; of those put together, the parts that are written out."""
    for call in ast.walk(tree):
        name = getattr(call, "func", None)
        if isinstance(name, ast.Attribute) and name.attr in ("change", "_attempt") and call.args:
            yield from (
                part.value
                for part in ast.walk(call.args[0])
                if isinstance(part, ast.Constant) and isinstance(part.value, str) and part.value
            )


def test_every_step_has_a_name_that_says_what_is_done():
    package = Path(__file__).resolve().parents[3] / "briefing_app"
    found = [
        label
        for file in package.rglob("*.py")
        for label in labels(ast.parse(file.read_text("utf-8")))
    ]
    assert len(found) > 30
    odd = [label for label in found if not re.match(r"[A-Z][a-z]+( |$)|[ a-z]+$", label)]
    assert odd == []
