"""Deleting articles."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from briefing_app.domain.article import Article, Original
from briefing_app.domain.outline import Kind
from briefing_app.gui.library.removal import Removal
from briefing_app.gui.session import MANY_ARTICLES, Notice, Session
from briefing_app.store import Store


@pytest.fixture
def removal(session: Session, notices: list[Notice], qtbot) -> Removal:
    window = QWidget()
    qtbot.addWidget(window)
    return Removal(session, window)


def put_many(store: Store, count: int) -> list[str]:
    original = Original("all.txt", "text/plain", b"all")
    articles = [Article(f"Report {n}", f"Words of report {n}.") for n in range(count)]
    return store.articles.add(original, articles)


def file_some(session: Session, article_id: str, count: int) -> None:
    section = session.sections()[0].section.id
    for start in range(count):
        session.store.entries.file(section, Kind.FACT, article_id, start, start + 6)


def test_articles_without_entries_go_without_a_question(
    session: Session, removal: Removal, notices: list[Notice], articles: list[str]
) -> None:
    removal.confirm = lambda *_: pytest.fail("asked for nothing")
    assert removal.remove(articles[:2])
    assert session.store.articles.count() == 3
    assert notices[-1].text == "2 articles deleted"


def test_the_question_names_what_would_be_lost_and_no_keeps_everything(
    session: Session, removal: Removal, articles: list[str]
) -> None:
    file_some(session, articles[0], 5)
    asked = []

    def refuse(count: int, entries: list) -> bool:
        asked.append((count, len(entries), removal.described(entries)))
        return False

    removal.confirm = refuse
    assert not removal.remove(articles[:2])
    assert session.store.articles.count() == 5
    count, losing, words = asked[0]
    assert (count, losing) == (2, 5)
    assert words.startswith("5 entries") and words.endswith("and 2 more")


def test_the_notice_undoes_the_deletion_with_its_evidence(
    session: Session, removal: Removal, notices: list[Notice], articles: list[str]
) -> None:
    file_some(session, articles[0], 1)
    removal.confirm = lambda *_: True
    removal.remove(articles[:1])
    assert notices[-1].text == "Article deleted; 1 entry loses its evidence"
    assert notices[-1].action == "Undo"
    notices[-1].run()
    assert session.store.articles.count() == 5
    assert len(session.store.excerpts.of_article(articles[0])) == 1


def test_an_old_notice_does_not_undo_another_step(
    session: Session, removal: Removal, notices: list[Notice], articles: list[str]
) -> None:
    removal.remove(articles[:1])
    session.store.sections.add(session.memo_id, "Later")
    notices[-1].run()
    assert session.store.articles.count() == 4
    assert "Later" in [placed.section.title for placed in session.sections()]


def test_the_real_question_answers_yes_by_its_delete_button(
    session: Session, removal: Removal, articles: list[str]
) -> None:
    file_some(session, articles[0], 1)

    def answer() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        assert "loses its evidence" in box.informativeText()
        next(b for b in box.buttons() if b.text() == "Delete").click()

    QTimer.singleShot(0, answer)
    assert removal.remove(articles[:1])
    assert session.store.articles.count() == 4


def test_many_entries_are_counted(removal: Removal) -> None:
    assert removal.said(2, 3) == "2 articles deleted; 3 entries lose their evidence"


def test_many_articles_go_in_a_thread_and_come_back_with_one_undo(
    qtbot, session: Session, removal: Removal, notices: list[Notice]
) -> None:
    many = MANY_ARTICLES + 1
    ids = put_many(session.store, many)
    gone = []
    assert removal.remove(ids, partial(gone.append, True))
    assert session.is_occupied and not gone
    assert notices[-1].text == f"Deleting {many} articles…"
    qtbot.waitUntil(lambda: not session.is_occupied)
    assert gone and session.store.articles.count() == 0
    assert notices[-1].text == f"{many} articles deleted"
    notices[-1].run()
    qtbot.waitUntil(lambda: not session.is_occupied)
    assert session.store.articles.count() == many
