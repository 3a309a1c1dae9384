"""A staffer's morning: drop three articles, tag, arrange, export; then take it all back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import docx
import mammoth
import pytest
from lxml import etree
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from briefing_app.domain.outline import Kind, Layout
from briefing_app.gui.main_window import MainWindow
from briefing_app.gui.reading.view import ReadingView
from briefing_app.gui.session import Session
from briefing_app.gui.theme import Theme
from briefing_app.store import Store

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BLOOMBERG = "NATO Chief Is Mum on Reaction to Any Iranian Attack Against U.S."
REUTERS = "U.S. briefs NATO over Iran strike, avoids European criticism"
UNKNOWN = "NATO Chief Silent On Whether The Alliance Would Respond To Iranian Attack On US"
SECTIONS = (
    ("Background", Layout.BULLETS),
    ("NATO position", Layout.QUOTES),
    ("Iranian response", Layout.BULLETS),
    ("Article 5 and cyber", Layout.BULLETS),
)
PASSAGES = (
    (BLOOMBERG, "1", Kind.FACT, "U.S. President Donald Trump ordered the killing last week"),
    (REUTERS, "1", Kind.FACT, "The NATO Iraq mission, made up of several hundred trainers"),
    (BLOOMBERG, "2", Kind.QUOTE, "“We have recently seen an escalation by Iran,”"),
    (REUTERS, "2", Kind.QUOTE, "“It would send the wrong signal if we withdraw,”"),
    (UNKNOWN, "2", Kind.QUOTE, '"We also agreed that Iran should never have a nuclear weapon."'),
    (BLOOMBERG, "3", Kind.FACT, "Iran has vowed to retaliate"),
    (BLOOMBERG, "4", Kind.FACT, "would mark only the second such step"),
    (BLOOMBERG, "4", Kind.FACT, "One possibility of Iranian retribution"),
)


@pytest.fixture
def window(qtbot, store: Store) -> Iterator[MainWindow]:
    theme = Theme()
    theme.apply()
    session = Session()
    window = MainWindow(session, theme)
    qtbot.addWidget(window)
    session.open(store)
    window.show()
    qtbot.waitExposed(window)
    yield window
    window.close()


def drop_files(window: MainWindow, paths: list[Path]) -> None:
    """Drag files over the middle of the window and let go, as another program would."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    at = QPointF(window.width() / 2, window.height() / 2)
    offered = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction | Qt.DropAction.LinkAction
    held = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(at.toPoint(), offered, data, *held)
    move = QDragMoveEvent(at.toPoint(), offered, data, *held)
    drop = QDropEvent(at, offered, data, *held)
    for event in (enter, move, drop):
        QApplication.sendEvent(window.windowHandle(), event)
        assert event.isAccepted()
        # A source that hears of a move may delete the user's file.
        assert event.dropAction() == Qt.DropAction.CopyAction


def open_by_headline(window: MainWindow, headline: str) -> str:
    store = window.session.store
    ids = store.articles.ids()
    id = next(row.id for row in store.articles.rows(ids) if row.headline == headline)
    window.session.open_article(id)
    return id


def select_by_keys(window: MainWindow, passage: str) -> None:
    """Walk the caret to the passage and mark it with Shift and the arrow keys."""
    view = window.reading.findChild(ReadingView)
    place = view.document().find(passage)
    first, last = place.selectionStart(), place.selectionEnd()
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    for _ in range(first):
        QTest.keyClick(view, Qt.Key.Key_Right)
    for _ in range(last - first):
        QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)


def tag(qtbot, window: MainWindow, passage: str, digit: str) -> None:
    select_by_keys(window, passage)
    view = window.reading.findChild(ReadingView)
    with qtbot.waitSignal(window.session.changed):
        QTest.keyClick(view, getattr(Qt.Key, f"Key_{digit}"))


def export(qtbot, window: MainWindow, target: Path) -> bytes:
    window.exporter.ask_path = lambda *_: str(target)
    with qtbot.waitSignal(window.exporter.exported, timeout=20_000):
        window.actions_by_name["export"].trigger()
    return target.read_bytes()


def contents(store: Store) -> dict[str, object]:
    """All that a briefing holds, comparable."""
    articles = {id: store.articles.get(id) for id in store.articles.ids()}
    memo = store.memos.all()[0]
    entries = [card.entry for card in store.entries.cards(memo.id)]
    return {
        "articles": articles,
        "sections": store.sections.of_memo(memo.id),
        "entries": entries,
        "excerpts": {id: store.excerpts.of_article(id) for id in articles},
        "evidence": [store.entries.evidence(entry.id) for entry in entries],
    }


def test_the_whole_morning(qtbot, window: MainWindow, real_seeds: list[Path], tmp_path) -> None:
    store, memo_id = window.session.store, window.session.memo_id
    assert window.empty.isVisible()
    empty = contents(store)

    with qtbot.waitSignal(window.importer.finished, timeout=30_000):
        drop_files(window, real_seeds)
    assert all(path.exists() for path in real_seeds)
    headlines = {row.headline for row in store.articles.rows(store.articles.ids())}
    assert headlines == {BLOOMBERG, REUTERS, UNKNOWN}

    for title, layout in SECTIONS:
        store.sections.add(memo_id, title, layout=layout)
    for headline, digit, kind, passage in PASSAGES:
        article_id = open_by_headline(window, headline)
        tag(qtbot, window, passage, digit)
        newest = store.excerpts.of_article(article_id)
        assert passage in {excerpt.exact for excerpt in newest}
        filed = [card.entry for card in store.entries.cards(memo_id)]
        assert {entry.kind for entry in filed if entry.text == passage} == {kind}

    quotes = store.sections.of_memo(memo_id)[1].section
    before = [entry.text for entry in store.entries.of_section(quotes.id)]
    window.session.show_entry(store.entries.of_section(quotes.id)[0].id)
    with qtbot.waitSignal(window.session.changed):
        window.actions_by_name["down"].trigger()
    after = [entry.text for entry in store.entries.of_section(quotes.id)]
    assert after == [before[1], before[0], before[2]]

    full = contents(store)
    exported = export(qtbot, window, tmp_path / "memo.docx")
    check_read_back(tmp_path / "memo.docx")

    while store.can_undo:
        window.actions_by_name["undo"].trigger()
    assert contents(store) == empty
    assert window.empty.isVisible()
    while store.can_redo:
        window.actions_by_name["redo"].trigger()
    assert contents(store) == full
    assert export(qtbot, window, tmp_path / "again.docx") == exported
    assert store.check() == []


def check_read_back(path: Path) -> None:
    """The memo says what was filed, in order, and every entry has its note."""
    document = docx.Document(str(path))
    text = "\n".join(p.text for p in document.paragraphs)
    order = [
        "Background",
        "Donald Trump ordered the killing last week",
        "The NATO Iraq mission",
        "NATO position",
        "It would send the wrong signal if we withdraw",
        "We have recently seen an escalation by Iran",
        "Iran should never have a nuclear weapon",
        "Iranian response",
        "Iran has vowed to retaliate",
        "Article 5 and cyber",
        "ould mark only the second such step",
        "One possibility of Iranian retribution",
        "Sources",
    ]
    places = [text.index(words) for words in order]
    assert places == sorted(places)
    references = list(document.element.iter(f"{W}footnoteReference"))
    assert len(references) == len(PASSAGES)
    part = next(
        rel.target_part for rel in document.part.rels.values() if rel.reltype.endswith("/footnotes")
    )
    notes = [
        "".join(note.itertext()) for note in etree.fromstring(part.blob).findall(f"{W}footnote")
    ]
    first = next(note for note in notes if "Jonathan Stearns" in note)
    assert BLOOMBERG in first
    assert sum(BLOOMBERG in note for note in notes) == 1
    with path.open("rb") as file:
        seen = mammoth.convert_to_html(file).value
    assert seen.count('id="footnote-ref-') == len(PASSAGES)
    for headline in (BLOOMBERG, REUTERS, UNKNOWN):
        assert headline in seen
