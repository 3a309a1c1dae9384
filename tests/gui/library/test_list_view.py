"""Mouse and keys in the list of articles."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from briefing_app.gui.library.list_view import ArticleList
from briefing_app.gui.library.pane import LibraryPane
from briefing_app.gui.session import Session
from briefing_app.store import Store

# The offscreen platform says so of every menu that pops up.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier


def middle(view: ArticleList, article_id: str) -> QPoint:
    return view.visualRect(view.table.index(view.table.row_of(article_id), 0)).center()


def question(view: ArticleList, article_id: str) -> QPoint:
    row = view.table.row_of(article_id)
    cell = QRectF(view.visualRect(view.table.index(row, 0)))
    return view.itemDelegate().missing_box(cell, row).center().toPoint()


def menu_of(view: ArticleList, article_id: str) -> QMenu:
    at = middle(view, article_id)
    reason = QContextMenuEvent.Reason.Mouse
    event = QContextMenuEvent(reason, at, view.viewport().mapToGlobal(at))
    QApplication.sendEvent(view.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def test_a_click_opens_the_article(
    pane: LibraryPane, session: Session, articles: list[str]
) -> None:
    QTest.mouseClick(pane.list.viewport(), LEFT, pos=middle(pane.list, articles[1]))
    assert session.article_id == articles[1]


def test_a_row_is_as_high_as_its_headline_needs(
    pane: LibraryPane, session: Session, articles: list[str]
) -> None:
    view = pane.list

    def heights() -> set[int]:
        return {view.rowHeight(row) for row in range(view.table.rowCount())}

    one_line = min(heights())
    session.store.articles.update(articles[2], headline="A headline that goes on " * 4)
    assert len(heights()) == 2
    assert view.rowHeight(view.table.row_of(articles[2])) == max(heights())
    pane.resize(4 * pane.width(), pane.height())
    QApplication.processEvents()
    assert heights() == {one_line}


def test_a_click_with_control_selects_several_and_opens_none(
    pane: LibraryPane, session: Session, articles: list[str]
) -> None:
    view = pane.list
    QTest.mouseClick(view.viewport(), LEFT, pos=middle(view, articles[0]))
    QTest.mouseClick(view.viewport(), LEFT, CONTROL, middle(view, articles[1]))
    assert set(pane.selected_ids()) == {articles[0], articles[1]}
    assert session.article_id == articles[0]


def test_the_question_for_outlet_and_date_asks_for_the_details(
    pane: LibraryPane, session: Session, articles: list[str], qtbot
) -> None:
    with qtbot.waitSignal(pane.details_requested) as asked:
        QTest.mouseClick(pane.list.viewport(), LEFT, pos=question(pane.list, articles[2]))
    assert asked.args == [articles[2]]
    assert session.article_id == ""


def test_the_hand_shows_over_the_question(pane: LibraryPane, articles: list[str]) -> None:
    viewport = pane.list.viewport()
    QTest.mouseMove(viewport, question(pane.list, articles[2]))
    assert viewport.cursor().shape() == Qt.CursorShape.PointingHandCursor
    QTest.mouseMove(viewport, middle(pane.list, articles[0]))
    assert viewport.cursor().shape() != Qt.CursorShape.PointingHandCursor


def test_enter_opens_the_current_article(pane: LibraryPane, session: Session) -> None:
    QTest.keyClick(pane.list, Qt.Key.Key_Down)
    QTest.keyClick(pane.list, Qt.Key.Key_Return)
    assert session.article_id == pane.table.id_at(1)


def test_letters_walk_from_article_to_article(pane: LibraryPane, session: Session) -> None:
    for key, row in (("j", 0), ("j", 1), ("j", 2), ("k", 1)):
        QTest.keyClick(pane.list, key)
        assert session.article_id == pane.table.id_at(row)


def test_the_menu_marks_as_unread(pane: LibraryPane, session: Session, articles: list[str]) -> None:
    session.open_article(articles[0])
    menu = menu_of(pane.list, articles[0])
    next(a for a in menu.actions() if a.text() == "Mark as unread").trigger()
    menu.close()
    assert not session.store.articles.rows(articles[:1])[0].is_read


def test_the_menu_edits_one_article_and_deletes_several(
    pane: LibraryPane, session: Session, articles: list[str]
) -> None:
    pane.list.selectAll()
    menu = menu_of(pane.list, articles[0])
    texts = {action.text(): action for action in menu.actions()}
    assert texts["Edit details of 5 articles…"].isEnabled() and texts["Mark as read"].isEnabled()
    texts["Delete articles…"].trigger()
    menu.close()
    assert session.store.articles.count() == 0


def test_a_read_only_briefing_offers_no_changes(
    pane: LibraryPane, session: Session, articles: list[str], qtbot
) -> None:
    path = session.store.path
    session.close()
    session.open(Store.open(path, read_only=True))
    menu = menu_of(pane.list, articles[0])
    enabled = [a.text() for a in menu.actions() if a.isEnabled() and a.text()]
    menu.close()
    assert enabled == ["Open"]
    with qtbot.assertNotEmitted(pane.details_requested):
        QTest.mouseClick(pane.list.viewport(), LEFT, pos=question(pane.list, articles[2]))
