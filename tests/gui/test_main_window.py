"""The window: what it shows follows the briefing, and the keyboard reaches all of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from briefing_app.domain.article import Article, Original
from briefing_app.domain.outline import Kind
from briefing_app.gui.main_window import MainWindow
from briefing_app.gui.session import Session
from briefing_app.gui.theme import TEXT_STEPS, Theme
from briefing_app.importing import ImportReport, ImportRow, Outcome
from briefing_app.reading_pool import Wanted
from briefing_app.store import Store
from tests.gui import scenes


def test_the_name_stands_in_the_bar_and_in_the_title(on_sample: MainWindow) -> None:
    name = "A name that is much longer than the bar at the top of the window can show at once"
    on_sample.session.store.rename(name)
    assert on_sample.windowTitle() == f"{name} – Briefing App"
    assert on_sample.top_bar.name.text().endswith("…")
    assert on_sample.top_bar.name.toolTip() == name


@pytest.mark.parametrize("by_keys", [True, False])
def test_read_and_memo_take_turns(on_sample: MainWindow, by_keys: bool) -> None:
    def show(view: str) -> None:
        if by_keys:
            key = Qt.Key.Key_1 if view == "read" else Qt.Key.Key_2
            QTest.keyClick(on_sample, key, Qt.KeyboardModifier.ControlModifier)
        else:
            buttons = on_sample.top_bar.findChildren(QPushButton)
            button = next(b for b in buttons if b.text().lower() == view)
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    show("memo")
    assert on_sample.memo_page.isVisible()
    assert not on_sample.reading.isVisible()
    assert on_sample.actions_by_name["memo"].isChecked()
    show("read")
    assert on_sample.reading.isVisible()
    assert not on_sample.memo_page.isVisible()
    assert on_sample.actions_by_name["read"].isChecked()


def test_an_article_chosen_beside_the_memo_is_shown(on_sample: MainWindow) -> None:
    on_sample.show_view("memo")
    on_sample.session.open_article(on_sample.session.store.articles.ids()[-1])
    assert on_sample.reading.isVisible()


def test_a_passage_chosen_beside_the_memo_is_shown(on_sample: MainWindow) -> None:
    session = on_sample.session
    on_sample.show_view("memo")
    card = next(c for c in session.store.entries.cards(session.memo_id) if c.excerpt_ids)
    session.show_passage(card.excerpt_ids[0])
    assert on_sample.reading.isVisible()
    assert session.article_id == card.article_id


def test_the_first_article_listed_is_open_at_the_start(on_sample: MainWindow) -> None:
    session = on_sample.session
    assert session.article_id == session.store.articles.ids()[0]


def test_another_briefing_opens_at_its_own_first_article(
    on_sample: MainWindow, tmp_path: Path
) -> None:
    on_sample.library.open_next()
    on_sample.library.open_next()
    other = tmp_path / "other.briefing"
    with Store.create(other, "Other") as store:
        for headline in ("One", "Two", "Three", "Four"):
            original = Original(f"{headline}.txt", "text/plain", headline.encode())
            store.articles.add(original, [Article(headline, f"Body of {headline}.")])
    on_sample.files.open(other)
    session = on_sample.session
    assert session.article_id == session.store.articles.ids()[0]


def test_without_articles_the_first_step_is_shown(qtbot, window: MainWindow) -> None:
    window.files.new()
    assert window.empty.isVisible()
    QApplication.clipboard().setText("NATO meets\n\nAmbassadors met on Monday in Brussels.")
    paste = next(b for b in window.empty.findChildren(QPushButton) if b.text() == "Paste text")
    with qtbot.waitSignal(window.importer.finished):
        QTest.mouseClick(paste, Qt.MouseButton.LeftButton)
    assert window.reading.isVisible()
    window.session.undo()
    assert window.empty.isVisible()
    assert window.session.article_id == ""


def test_export_is_off_while_there_is_nothing_to_export(window: MainWindow) -> None:
    window.files.new()
    assert not window.actions_by_name["export"].isEnabled()
    assert not window.top_bar.export.isEnabled()
    session = window.session
    session.store.entries.add(session.sections()[0].section.id, Kind.TEXT, "Our own words.")
    assert window.actions_by_name["export"].isEnabled()
    assert window.top_bar.export.isEnabled()


def test_dark_and_light_take_turns(on_sample: MainWindow) -> None:
    def lightness() -> int:
        return QApplication.palette().color(QPalette.ColorRole.Window).lightness()

    light = lightness()
    shift = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(on_sample, Qt.Key.Key_D, shift)
    assert on_sample.theme.is_dark
    assert on_sample.actions_by_name["dark"].isChecked()
    assert lightness() < 80 < light
    on_sample.actions_by_name["dark"].trigger()
    assert lightness() == light
    assert not on_sample.actions_by_name["dark"].isChecked()


def test_text_grows_and_shrinks_within_bounds(on_sample: MainWindow) -> None:
    by_name, theme = on_sample.actions_by_name, on_sample.theme
    heights = []
    for _ in TEXT_STEPS:
        by_name["larger"].trigger()
        heights.append(on_sample.top_bar.export.sizeHint().height())
    assert theme.scale == 2.0
    assert heights == sorted(heights)
    assert heights[-1] > heights[0]
    for _ in TEXT_STEPS:
        by_name["smaller"].trigger()
    assert theme.scale == 0.9
    by_name["normal"].trigger()
    assert theme.scale == 1.0


def focused_pane(window: MainWindow) -> str:
    focus = QApplication.focusWidget()
    panes = ("library", "reading", "memo_page", "empty", "outline")
    return next((p for p in panes if getattr(window, p).isAncestorOf(focus)), "")


def test_next_pane_goes_round(on_sample: MainWindow) -> None:
    on_sample.library.setFocus()
    seen = []
    for _ in range(4):
        QTest.keyClick(on_sample, Qt.Key.Key_F6)
        seen.append(focused_pane(on_sample))
    assert seen == ["reading", "outline", "library", "reading"]


def test_next_pane_reaches_a_notice_that_can_be_answered(on_sample: MainWindow) -> None:
    answered: list[str] = []
    on_sample.session.notify("1 imported", "Review", lambda: answered.append("yes"))
    on_sample.outline.view.setFocus()
    QTest.keyClick(on_sample, Qt.Key.Key_F6)
    focused = QApplication.focusWidget()
    assert focused is not None and on_sample.notices.isAncestorOf(focused)
    QTest.keyClick(focused, Qt.Key.Key_Space)
    assert answered == ["yes"]


def test_next_pane_takes_what_stands_in_the_middle(window: MainWindow, sample: Path) -> None:
    window.files.new()
    window.library.search_field.setFocus()
    QTest.keyClick(window, Qt.Key.Key_F6)
    assert focused_pane(window) == "empty"
    window.files.open(sample)
    window.show_view("memo")
    window.library.setFocus()
    QTest.keyClick(window, Qt.Key.Key_F6)
    assert focused_pane(window) == "memo_page"


def test_the_keyboard_goes_from_the_original_page_to_the_memo_itself(
    on_sample: MainWindow,
) -> None:
    scenes.original_page(on_sample)
    on_sample.reading.beside.page.canvas.setFocus()
    assert on_sample.reading.beside.page.isAncestorOf(on_sample.focusWidget())
    on_sample.actions_by_name["memo"].trigger()
    assert on_sample.focusWidget() is on_sample.memo_page.view
    on_sample.actions_by_name["read"].trigger()
    assert on_sample.focusWidget() is on_sample.reading.view


def test_next_pane_passes_over_a_hidden_one(on_sample: MainWindow) -> None:
    on_sample.actions_by_name["show_outline"].trigger()
    assert not on_sample.outline.isVisible()
    on_sample.reading.setFocus()
    QTest.keyClick(on_sample, Qt.Key.Key_F6)
    assert focused_pane(on_sample) == "library"
    on_sample.actions_by_name["show_outline"].trigger()
    assert on_sample.outline.isVisible()


def test_importing_from_the_clipboard_asks_for_text(window: MainWindow) -> None:
    window.files.new()
    QApplication.clipboard().setMimeData(QMimeData())
    window.actions_by_name["paste"].trigger()
    assert window.notices.text == "There is nothing to import: copy an article or its file first"


def test_undo_says_what_was_undone_in_place_of_the_notice_that_offered_it(
    on_sample: MainWindow,
) -> None:
    session = on_sample.session
    session.store.sections.rename(session.target_id, "Renamed")
    session.offer_undo("Section renamed")
    assert on_sample.notices.text == "Section renamed"
    session.undo()
    assert on_sample.notices.text == "Undone: rename section"


def test_an_empty_briefing_offers_its_first_step_to_the_keyboard(window: MainWindow) -> None:
    window.files.new()
    assert window.empty.main_part.hasFocus()


def test_find_looks_in_the_open_article_and_with_shift_in_all(on_sample: MainWindow) -> None:
    on_sample.show_view("memo")
    QTest.keyClick(on_sample, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    focused = on_sample.focusWidget()
    assert on_sample.reading.isVisible() and on_sample.reading.isAncestorOf(focused)
    assert focused.accessibleName() == "Find in this article"
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(on_sample, Qt.Key.Key_F, both)
    assert on_sample.focusWidget() is on_sample.library.search_field


def test_without_an_open_article_find_looks_in_all(on_sample: MainWindow) -> None:
    on_sample.session.open_article("")
    on_sample.actions_by_name["find_here"].trigger()
    assert on_sample.focusWidget() is on_sample.library.search_field


def test_words_of_the_article_can_be_looked_for_in_all(on_sample: MainWindow) -> None:
    on_sample.actions_by_name["show_library"].trigger()
    assert not on_sample.library.isVisible()
    on_sample.reading.search_requested.emit("Article 5")
    assert on_sample.library.isVisible()
    assert on_sample.library.search_field.text() == '"Article 5"'


def test_at_the_start_the_keyboard_is_on_the_articles(
    qtbot, theme: Theme, home: Path, sample: Path
) -> None:
    window = MainWindow(Session(), theme)
    qtbot.addWidget(window)
    assert window.files.open(sample)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    assert window.focusWidget() is window.library.list
    window.close()


def test_the_notice_of_an_import_goes_when_its_list_is_opened_from_the_menu(
    on_sample: MainWindow,
) -> None:
    refused = ImportRow("/in/a.png", Outcome.REFUSED, reason="“a.png”: no text.")
    on_sample.importer.history.add(ImportReport((refused,)), [Wanted(Path("/in/a.png"))])
    assert on_sample.notices.text == "“a.png”: no text."
    on_sample.actions_by_name["imports"].trigger()
    assert on_sample.notices.text == ""
    on_sample.importer.history.forget()
