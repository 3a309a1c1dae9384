"""What the menu of the article's text offers."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu

from briefing_app.domain.outline import Kind, Stance
from briefing_app.gui.reading.passage import Passage
from tests.gui.reading.hands import select
from tests.gui.reading.texts import PLAIN


def passage(words: str) -> Passage:
    start = PLAIN.body.index(words)
    return Passage(start, start + len(words))


def labels(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions()]


def choose(menu: QMenu, label: str) -> None:
    next(a for a in menu.actions() if a.text().startswith(label)).trigger()


def test_a_selected_name_can_be_looked_for_in_all_articles(pane, qtbot) -> None:
    menu = pane.text_menu.menu(passage("Anna Kovac"))
    assert "Search all articles for “Anna Kovac”" in labels(menu)
    with qtbot.waitSignal(pane.search_requested) as asked:
        choose(menu, "Search all")
    assert asked.args == ["Anna Kovac"]


def test_marks_around_the_words_are_left_out_and_long_ones_are_cut(pane, qtbot) -> None:
    menu = pane.text_menu.menu(passage("“Not by anybody.”"))
    with qtbot.waitSignal(pane.search_requested) as asked:
        choose(menu, "Search all articles for “Not by anybody”")
    assert asked.args == ["Not by anybody"]
    long = labels(pane.text_menu.menu(passage("The minister said on Monday that talks")))
    assert "Search all articles for “The minister said on Monday t…”" in long


def test_the_variants_of_a_selected_name_are_asked_for(pane, session, qtbot) -> None:
    with qtbot.waitSignal(session.variants_requested) as asked:
        choose(pane.text_menu.menu(passage("Kovac")), "Name variants")
    assert asked.args == ["Kovac"]


def test_without_a_selection_or_with_a_long_one_there_is_nothing_to_look_for(pane) -> None:
    for place in (Passage(3, 3), Passage(0, len(PLAIN.body)), Passage(0, 62)):
        assert not [text for text in labels(pane.text_menu.menu(place)) if "Search" in text]


def test_the_selection_can_be_given_to_the_current_entry(pane, session, qtbot) -> None:
    select(pane.view, "The minister")
    [supports] = [a for a in pane.text_menu.menu(Passage(0, 3)).actions() if "Supports" in a.text()]
    assert not supports.isEnabled()
    section = session.sections()[0].section.id
    session.mark_entry(session.store.entries.add(section, Kind.TEXT, "Talks go on."))
    choose(pane.text_menu.menu(Passage(0, 3)), "Speaks against")
    (tie,) = session.store.entries.evidence(session.entry_id)
    assert tie.stance is Stance.CONTRADICTING
