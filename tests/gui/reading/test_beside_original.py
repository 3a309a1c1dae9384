"""The page beside the text in the window, for files as they come in."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from briefing_app.gui.main_window import MainWindow
from briefing_app.gui.session import Notice
from tests.gui.scenes import WINDOWS, until
from tests.readers.pdf_samples import Text, column, make_pdf, set_lines

ITEMS = [f"Ministers spoke of item {number} at the meeting in Brussels." for number in range(9)]
PAGE = [Text(50, 770, "Ministers meet again", 20), *column(set_lines(ITEMS, 60), 50, 735, 10)]


@pytest.fixture
def on_sample(window: MainWindow, sample: Path) -> MainWindow:
    """The window on the sample."""
    assert window.files.open(sample)
    return window


def take_in(window: MainWindow, path: Path, qtbot) -> list[str]:
    """Import a file; ids of the articles that came of it."""
    with qtbot.waitSignal(window.importer.finished, timeout=60_000) as finished:
        window.importer.start([path])
    return list(finished.args[0].article_ids)


def test_the_password_of_the_import_opens_the_page(on_sample, tmp_path, qtbot) -> None:
    path = tmp_path / "locked.pdf"
    path.write_bytes(make_pdf([PAGE], password="geheim"))
    assert take_in(on_sample, path, qtbot) == []
    review = on_sample.importer.history.reviews[-1]
    known = set(on_sample.session.store.articles.ids())
    review.read_with_password(review.lines, "geheim")
    until(lambda: on_sample.session.store.articles.count() > len(known))
    [id] = set(on_sample.session.store.articles.ids()) - known
    on_sample.session.open_article(id)
    on_sample.actions_by_name["original_page"].trigger()
    until(lambda: on_sample.reading.beside.page.is_drawn)
    assert on_sample.reading.beside.page.message == ""


def test_a_pdf_out_of_an_archive_has_its_page_too(on_sample, tmp_path, qtbot) -> None:
    path = tmp_path / "news.zip"
    with ZipFile(path, "w") as archive:
        archive.writestr("world/one.pdf", make_pdf([PAGE]))
    [id] = take_in(on_sample, path, qtbot)
    on_sample.session.open_article(id)
    on_sample.actions_by_name["original_page"].trigger()
    until(lambda: on_sample.reading.beside.page.is_drawn)


def test_for_what_has_no_pages_the_command_says_so(on_sample) -> None:
    heard: list[Notice] = []
    on_sample.session.notified.connect(heard.append)
    on_sample.actions_by_name["original_page"].trigger()
    assert "Only PDF files and pictures have pages" in heard[-1].text


def test_j_and_k_go_through_the_articles_while_the_list_gives_way(
    on_sample, tmp_path, qtbot
) -> None:
    path = tmp_path / "one.pdf"
    path.write_bytes(make_pdf([PAGE]))
    [id] = take_in(on_sample, path, qtbot)
    on_sample.resize(1440, 900)
    on_sample.session.open_article(id)
    on_sample.actions_by_name["original_page"].trigger()
    page = on_sample.reading.beside.page
    until(lambda: page.is_drawn)
    page.canvas.setFocus()
    assert not on_sample.library.isVisible()
    ids = on_sample.session.store.articles.ids()
    there = ids.index(id)
    key, step = (Qt.Key.Key_K, -1) if there else (Qt.Key.Key_J, 1)
    QTest.keyClick(page.canvas, key)
    assert on_sample.session.article_id == ids[there + step]
    # Its page is gone, and the keyboard is at the text.
    assert not page.isVisible()
    assert QApplication.focusWidget() is on_sample.reading.view
    other = Qt.Key.Key_J if there else Qt.Key.Key_K
    QTest.keyClick(on_sample.reading.view, other)
    assert on_sample.session.article_id == id


def stops_of_tab(window: MainWindow) -> list[str]:
    """What the keyboard comes by from the text to the outline, by name."""
    focused, names = window.reading.view, []
    focused.setFocus()
    while not window.outline.isAncestorOf(focused):
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        names.append(focused.accessibleName())
        assert len(names) < 20, names
    return names[:-1]


def test_tab_comes_by_all_that_turns_and_zooms_the_page(on_sample) -> None:
    WINDOWS["original page"](on_sample)
    assert stops_of_tab(on_sample) == [
        *("Next page", "Page number", "Smaller page", "Larger page"),
        *("As wide as there is room", "The whole page", "Picture of the page"),
    ]


def test_tab_comes_to_the_button_that_asks_for_a_password(on_sample) -> None:
    WINDOWS["original page locked"](on_sample)
    assert stops_of_tab(on_sample) == ["Enter password…"]


def test_with_the_page_the_keyboard_goes_back_to_the_text(on_sample) -> None:
    WINDOWS["original page"](on_sample)
    on_sample.reading.beside.page.canvas.setFocus()
    on_sample.actions_by_name["original_page"].trigger()
    assert QApplication.focusWidget() is on_sample.reading.view
