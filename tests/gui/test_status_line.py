"""The line at the bottom of the window."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel

from briefing_app.domain.article import Article, Original
from briefing_app.domain.outline import Kind
from briefing_app.gui.session import Session
from briefing_app.gui.status_line import StatusLine
from briefing_app.store import Store
from tests.gui.committing import committing


def make_line(qtbot, store: Store) -> tuple[Session, StatusLine]:
    session = Session()
    line = StatusLine(session)
    qtbot.addWidget(line)
    session.open(store)
    return session, line


def right_half(line: StatusLine) -> str:
    return line.findChildren(QLabel)[1].text()


def test_it_counts_what_there_is(qtbot, store: Store) -> None:
    _, line = make_line(qtbot, store)
    qtbot.waitUntil(lambda: "0 articles" in line.text)
    section = store.sections.add(store.memos.all()[0].id, "Background")
    original = Original("a.txt", "text/plain", b"x")
    article = store.articles.add(original, [Article("NATO", "Allies met.")])[0]
    store.entries.file(section, Kind.QUOTE, article, 0, 6)
    qtbot.waitUntil(lambda: "1 article    ·    1 quote, 0 facts" in line.text)
    assert line.text.startswith("All changes saved")
    store.undo()
    qtbot.waitUntil(lambda: "1 article    ·    0 quotes, 0 facts" in line.text)


def test_it_names_the_section_filed_into_and_follows_a_new_title(qtbot, store: Store) -> None:
    memo_id = store.memos.all()[0].id
    store.sections.add(memo_id, "Background")
    two = store.sections.add(memo_id, "NATO position")
    session, line = make_line(qtbot, store)
    session.move_target(two)
    assert right_half(line) == "Filing into 2 NATO position"
    store.sections.rename(two, "Allies")
    assert right_half(line) == "Filing into 2 Allies"


def test_a_briefing_open_for_reading_says_so(qtbot, store: Store) -> None:
    reading = Store.open(store.path, read_only=True)
    session, line = make_line(qtbot, reading)
    qtbot.waitUntil(lambda: line.text.startswith("Read only"))
    session.close()


def test_counts_that_would_have_to_be_waited_for_come_later(qtbot, store: Store) -> None:
    session, line = make_line(qtbot, store)
    qtbot.waitUntil(lambda: "0 articles" in line.text)
    store.articles.add(Original("a.txt", "text/plain", b"x"), [Article("NATO", "Allies met.")])
    with committing(store):
        turns = []
        QTimer.singleShot(0, lambda: turns.append(line.text))
        qtbot.waitUntil(lambda: bool(turns))
        assert "0 articles" in turns[0]
    qtbot.waitUntil(lambda: "1 article " in line.text)
    session.close()
