"""The columns beside the middle, and what large text does to them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from briefing_app.domain.article import Article, Original
from briefing_app.gui.main_window import MainWindow
from briefing_app.gui.sides import LIBRARY, MIDDLE_PX, OUTLINE, SIDE_PX
from tests.gui.scenes import select_words, until
from tests.readers.pdf_samples import Text, make_pdf


@pytest.fixture
def on_sample(window: MainWindow, sample: Path) -> MainWindow:
    """The window on the sample, 1440 px wide."""
    window.resize(1440, 900)
    assert window.files.open(sample)
    return window


def shown(window: MainWindow) -> list[str]:
    panes = {LIBRARY: window.library, OUTLINE: window.outline}
    return [name for name, pane in panes.items() if pane.isVisible()]


def checked(window: MainWindow) -> list[str]:
    names = (LIBRARY, OUTLINE)
    return [name for name in names if window.actions_by_name[f"show_{name}"].isChecked()]


def test_both_sides_have_room_in_text_of_usual_size(on_sample: MainWindow) -> None:
    assert shown(on_sample) == checked(on_sample) == [LIBRARY, OUTLINE]
    on_sample.resize(1100, 700)
    assert shown(on_sample) == [LIBRARY, OUTLINE]


def test_in_large_text_one_side_gives_way_and_comes_back(on_sample: MainWindow) -> None:
    on_sample.theme.set(scale=2.0)
    assert shown(on_sample) == checked(on_sample) == [LIBRARY]
    assert on_sample.reading.width() >= on_sample.theme.px(MIDDLE_PX)
    assert on_sample.library.width() >= on_sample.theme.px(SIDE_PX)
    on_sample.theme.set(scale=1.0)
    assert shown(on_sample) == checked(on_sample) == [LIBRARY, OUTLINE]


def test_the_side_that_is_asked_for_takes_the_place_of_the_other(on_sample: MainWindow) -> None:
    on_sample.theme.set(scale=2.0)
    on_sample.actions_by_name["show_outline"].trigger()
    assert shown(on_sample) == checked(on_sample) == [OUTLINE]
    assert on_sample.outline.width() >= on_sample.theme.px(SIDE_PX)
    assert on_sample.reading.width() >= on_sample.theme.px(MIDDLE_PX)
    on_sample.actions_by_name["find"].trigger()
    assert shown(on_sample) == [LIBRARY]
    assert on_sample.focusWidget() is on_sample.library.search_field
    on_sample.session.show_entry(
        on_sample.session.store.entries.cards(on_sample.session.memo_id)[0].entry.id
    )
    assert shown(on_sample) == [OUTLINE]


def test_what_the_user_has_hidden_stays_hidden(on_sample: MainWindow) -> None:
    on_sample.actions_by_name["show_outline"].trigger()
    on_sample.theme.set(scale=2.0)
    on_sample.theme.set(scale=1.0)
    assert shown(on_sample) == [LIBRARY]
    on_sample.session.show_entry(
        on_sample.session.store.entries.cards(on_sample.session.memo_id)[0].entry.id
    )
    assert shown(on_sample) == [LIBRARY]


def test_next_pane_goes_through_all_three_though_two_have_room(on_sample: MainWindow) -> None:
    on_sample.theme.set(scale=2.0)
    on_sample.reading.setFocus()
    QTest.keyClick(on_sample, Qt.Key.Key_F6)
    assert on_sample.outline.isAncestorOf(on_sample.focusWidget())
    assert shown(on_sample) == [OUTLINE]
    QTest.keyClick(on_sample, Qt.Key.Key_F6)
    assert on_sample.library.isAncestorOf(on_sample.focusWidget())
    assert shown(on_sample) == [LIBRARY]


def test_a_passage_is_filed_in_large_text_though_the_outline_has_no_room(
    on_sample: MainWindow,
) -> None:
    on_sample.theme.set(scale=2.0)
    store = on_sample.session.store
    first = on_sample.session.sections()[0].section.id
    before = len(store.entries.of_section(first))
    body = on_sample.reading.view.body
    select_words(on_sample, body[:20], body[40:60])
    until(on_sample.reading.tag_bar.isVisible)
    QTest.keyClick(on_sample.reading.view, Qt.Key.Key_1)
    assert len(store.entries.of_section(first)) == before + 1


def test_the_library_gives_way_to_a_page_beside_the_text_and_comes_back_as_wide(
    on_sample: MainWindow, qtbot
) -> None:
    on_sample.library.take_keyboard()
    width = on_sample.library.width()
    show_page(on_sample)
    assert shown(on_sample) == checked(on_sample) == [OUTLINE]
    assert on_sample.reading.isAncestorOf(on_sample.focusWidget())
    page = on_sample.reading.beside.page
    assert page.width() > 550
    assert on_sample.reading.view.width() > 400
    on_sample.actions_by_name["original_page"].trigger()
    assert shown(on_sample) == checked(on_sample) == [LIBRARY, OUTLINE]
    assert on_sample.library.width() == width


def test_the_library_stays_beside_the_page_when_it_is_asked_for(on_sample: MainWindow) -> None:
    show_page(on_sample)
    on_sample.actions_by_name["show_library"].trigger()
    assert shown(on_sample) == [LIBRARY, OUTLINE]
    assert on_sample.reading.beside.page.isVisible()
    on_sample.reading.beside.page.close_file()


def test_a_wide_window_has_room_for_the_page_and_both_sides(on_sample: MainWindow) -> None:
    on_sample.resize(1900, 900)
    show_page(on_sample)
    assert shown(on_sample) == [LIBRARY, OUTLINE]
    on_sample.resize(1300, 900)
    assert shown(on_sample) == [OUTLINE]
    on_sample.reading.beside.page.close_file()


def show_page(window: MainWindow) -> None:
    """Open an article that came from a PDF, with its page."""
    file = Original("a.pdf", "application/pdf", make_pdf([[Text(50, 700, "Words of it")]]))
    [id] = window.session.store.articles.add(file, [Article("It", "Words.", page_starts=(0,))])
    window.session.open_article(id)
    window.actions_by_name["original_page"].trigger()
