"""Drops and pastes in the real window, from the payload to the library and the outline."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from briefing_app.domain.outline import Kind
from briefing_app.gui.main_window import MainWindow
from briefing_app.store import Store
from tests.gui.intake import offers
from tests.gui.intake.offers import PAGE, QUOTED, offer

ACTIONS = Qt.DropAction
OFFERED = ACTIONS.CopyAction | ACTIONS.MoveAction | ACTIONS.LinkAction
HELD = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
SECTIONS = ("Background", "Reactions", "Outlook")
TEXT = "NATO meets over Iran\n\nBRUSSELS, January 6, 2020 (Reuters) - Allies met on Monday."


@pytest.fixture
def briefing(window: MainWindow, store: Store) -> Iterator[MainWindow]:
    """The window on a briefing with three sections."""
    memo_id = store.memos.all()[0].id
    with store.change("Sections", undoable=False):
        for title in SECTIONS:
            store.sections.add(memo_id, title)
    window.session.open(store)
    yield window
    QApplication.clipboard().clear()


def over_section(window: MainWindow, number: int) -> QPointF:
    section = window.session.sections()[number].section
    view = window.outline.view
    row = view.visualRect(window.outline.tree.index_of(section.id))
    return QPointF(view.viewport().mapTo(window, row.center()))


def over_middle(window: MainWindow) -> QPointF:
    return QPointF(window.width() / 2, window.height() / 2)


def hold(window: MainWindow, data: QMimeData, at: QPointF) -> list[QDropEvent]:
    events = [
        QDragEnterEvent(at.toPoint(), OFFERED, data, *HELD),
        QDragMoveEvent(at.toPoint(), OFFERED, data, *HELD),
    ]
    for event in events:
        event.ignore()
        QApplication.sendEvent(window.windowHandle(), event)
    return events


def drop(window: MainWindow, data: QMimeData, at: QPointF) -> None:
    event = QDropEvent(at, OFFERED, data, *HELD)
    event.ignore()
    for each in (*hold(window, data, at), event):
        if each is event:
            QApplication.sendEvent(window.windowHandle(), event)
        assert each.isAccepted()
        # A source that hears of a move may delete what it gave.
        assert each.dropAction() == ACTIONS.CopyAction


def import_by_drop(qtbot, window: MainWindow, data: QMimeData, at: QPointF) -> None:
    with qtbot.waitSignal(window.importer.finished, timeout=30_000):
        drop(window, data, at)


@pytest.mark.parametrize("name", ["import", "import_folder"])
def test_chosen_files_and_folders_come_in_and_without_a_choice_nothing_does(
    qtbot, briefing: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    path = tmp_path / "clippings" / "allies.txt"
    path.parent.mkdir()
    path.write_text(TEXT, encoding="utf-8")
    chosen = {"import": "", "import_folder": ""}
    files = lambda *_: ([chosen["import"]] if chosen["import"] else [], "")  # noqa: E731
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", files)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: chosen["import_folder"])
    briefing.actions_by_name[name].trigger()
    assert not briefing.importer.is_running
    chosen.update({"import": str(path), "import_folder": str(path.parent)})
    with qtbot.waitSignal(briefing.importer.finished, timeout=30_000):
        briefing.actions_by_name[name].trigger()
    articles = briefing.session.store.articles
    assert [row.headline for row in articles.rows(articles.ids())] == ["NATO meets over Iran"]


def test_a_selection_comes_in_with_its_markup_and_its_page(qtbot, briefing: MainWindow) -> None:
    data = offers.firefox_copy()
    import_by_drop(qtbot, briefing, data, over_middle(briefing))
    articles = briefing.session.store.articles
    (id,) = articles.ids()
    assert articles.get(id).body == QUOTED
    assert articles.get(id).url == PAGE
    assert articles.get(id).provenance["url"] == "address"
    assert articles.original(id).data == data.data("text/html").data()


def test_a_selection_on_a_section_is_imported_and_filed_in_one_step(
    qtbot, briefing: MainWindow
) -> None:
    store = briefing.session.store
    hold(briefing, offers.firefox_copy(), over_section(briefing, 1))
    assert briefing.drop_target.text == "Drop to import and file in “Reactions”"
    import_by_drop(qtbot, briefing, offers.firefox_copy(), over_section(briefing, 1))
    section = briefing.session.sections()[1].section
    (entry,) = store.entries.of_section(section.id)
    assert (entry.kind, entry.text) == (Kind.QUOTE, QUOTED)
    assert briefing.notices.text == "Imported and filed as a quote in 2 Reactions"
    assert store.steps() == ["Import and file"]
    briefing.session.undo()
    assert store.articles.count() == 0
    assert store.entries.of_section(section.id) == []
    briefing.session.redo()
    assert [e.text for e in store.entries.of_section(section.id)] == [QUOTED]
    assert store.check() == []


def test_the_same_selection_may_be_filed_in_another_section_too(
    qtbot, briefing: MainWindow
) -> None:
    for number in (1, 2):
        at = over_section(briefing, number)
        import_by_drop(qtbot, briefing, offers.firefox_copy(), at)
    store = briefing.session.store
    assert store.articles.count() == 1
    filed = [store.entries.of_section(p.section.id) for p in briefing.session.sections()]
    assert [len(entries) for entries in filed] == [0, 1, 1]


def test_files_on_a_section_are_imported_only_and_the_invitation_says_so(
    qtbot, briefing: MainWindow, tmp_path: Path
) -> None:
    file = tmp_path / "a.txt"
    file.write_text(TEXT)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    hold(briefing, data, over_section(briefing, 1))
    assert briefing.drop_target.text == "Drop to import"
    import_by_drop(qtbot, briefing, data, over_section(briefing, 1))
    store = briefing.session.store
    assert store.articles.count() == 1
    assert not store.entries.has_any(briefing.session.memo_id)
    assert file.exists()


def test_the_section_under_the_mouse_is_lit_and_goes_dark_again(briefing: MainWindow) -> None:
    selection = offers.chromium_selection()
    hold(briefing, selection, over_section(briefing, 0))
    first = briefing.drop_target.section
    hold(briefing, selection, over_section(briefing, 2))
    third = briefing.drop_target.section
    assert first is not None and third is not None
    assert (first.title, third.title) == ("Background", "Outlook")
    hold(briefing, selection, over_middle(briefing))
    assert briefing.drop_target.section is None
    assert briefing.drop_target.text == "Drop to import the selected text"
    QApplication.sendEvent(briefing.windowHandle(), QDragLeaveEvent())
    assert briefing.drop_target.text == ""


def test_virtual_files_come_in_without_touching_the_disk(qtbot, briefing: MainWindow) -> None:
    data = offers.outlook(["Vote.txt", "Late.msg"], [TEXT.encode(), b""])
    import_by_drop(qtbot, briefing, data, over_middle(briefing))
    articles = briefing.session.store.articles
    (id,) = articles.ids()
    assert articles.get(id).headline == "NATO meets over Iran"
    assert articles.original(id).path == ""
    assert "Outlook did not hand “Late.msg” over" in briefing.notices.text


def test_what_cannot_be_imported_is_explained(briefing: MainWindow) -> None:
    drop(briefing, offers.chromium_picture(), over_middle(briefing))
    QTest.qWait(0)
    assert briefing.notices.text == "This is a picture without a link; take the text itself."


def test_a_drop_that_holds_nothing_is_answered(briefing: MainWindow) -> None:
    drop(briefing, offers.firefox_tab("about:blank"), over_middle(briefing))
    QTest.qWait(0)
    assert briefing.notices.text == "There is nothing to import in what was dropped"


def test_a_dropped_briefing_opens(qtbot, briefing: MainWindow, sample: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(sample))])
    with qtbot.waitSignal(briefing.files.opened):
        drop(briefing, data, over_middle(briefing))
    assert briefing.session.store.path == sample


@pytest.mark.parametrize("keys", ["Ctrl+V", "Ctrl+Shift+V"])
@pytest.mark.parametrize("pane", ["library", "outline", "empty"])
def test_paste_takes_what_drops_take(qtbot, briefing: MainWindow, keys: str, pane: str) -> None:
    QApplication.clipboard().setMimeData(offers.chromium_copy())
    part: QWidget = getattr(briefing, pane)
    (getattr(part, "main_part", None) or part).setFocus()
    with qtbot.waitSignal(briefing.importer.finished, timeout=30_000):
        QTest.keySequence(briefing, QKeySequence(keys))
    articles = briefing.session.store.articles
    assert [articles.get(id).url for id in articles.ids()] == [PAGE]


def test_paste_in_a_field_stays_there(briefing: MainWindow) -> None:
    QApplication.clipboard().setText("restraint")
    briefing.library.focus_search()
    QTest.keySequence(briefing.library.search_field, QKeySequence("Ctrl+V"))
    assert briefing.library.search_field.text() == "restraint"
    assert not briefing.importer.is_running


@pytest.mark.parametrize("place", ["text", "list"])
def test_paste_beside_an_article_imports(
    qtbot, briefing: MainWindow, articles_in: None, place: str
) -> None:
    QApplication.clipboard().setMimeData(offers.chromium_copy())
    part = briefing.reading.view if place == "text" else briefing.library.list
    part.setFocus()
    with qtbot.waitSignal(briefing.importer.finished, timeout=30_000):
        QTest.keySequence(part, QKeySequence("Ctrl+V"))
    assert briefing.session.store.articles.count() == 2


@pytest.fixture
def articles_in(qtbot, briefing: MainWindow) -> None:
    data = offer({"text/plain": TEXT})
    import_by_drop(qtbot, briefing, data, over_middle(briefing))
    qtbot.waitUntil(briefing.reading.view.isVisible)


def test_an_empty_clipboard_is_explained(briefing: MainWindow) -> None:
    QApplication.clipboard().setMimeData(QMimeData())
    briefing.actions_by_name["paste"].trigger()
    assert briefing.notices.text.startswith("There is nothing to import")


def test_blank_text_is_nothing(briefing: MainWindow) -> None:
    QApplication.clipboard().setText("  \n ")
    briefing.actions_by_name["paste"].trigger()
    assert briefing.notices.text.startswith("There is nothing to import")
