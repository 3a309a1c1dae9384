"""Search, filters, deletion and refresh of the library."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QToolButton

from briefing_app.domain.article import Article, Original
from briefing_app.domain.outline import Kind
from briefing_app.gui.dialogs.file_hits import FileHits
from briefing_app.gui.dialogs.name_variants import NameVariants
from briefing_app.gui.dialogs.several_details import SeveralDetails
from briefing_app.gui.library.pane import LibraryPane
from briefing_app.gui.session import Session
from briefing_app.store import Store
from tests.gui.committing import committing

LEFT = Qt.MouseButton.LeftButton


def listed(pane: LibraryPane) -> list[str]:
    return [pane.table.index(row, 0).data() for row in range(pane.table.rowCount())]


def chip(pane: LibraryPane, name: str) -> QPushButton:
    buttons = pane.filters.findChildren(QPushButton)
    return next(b for b in buttons if b.text().startswith(name.capitalize()))


def type_search(pane: LibraryPane, qtbot, text: str) -> None:
    pane.focus_search()
    QTest.keyClicks(pane.search_field, text)
    qtbot.waitUntil(lambda: pane.table.search == pane.search_field.text().strip())


def add(session: Session, headline: str, count: int = 1) -> list[str]:
    original = Original(headline, "text/plain", headline.encode())
    return session.store.articles.add(
        original, [Article(f"{headline} {n}", "Body.") for n in range(count)]
    )


def test_articles_are_listed_newest_first_and_undated_last(pane: LibraryPane) -> None:
    assert listed(pane)[:3] == [
        "U.S. briefs NATO over Iran strike",
        "NATO chief is mum on reaction",
        "Baghdad vote leaves mission in limbo",
    ]


def test_typing_narrows_the_list_and_esc_brings_everything_back(pane: LibraryPane, qtbot) -> None:
    type_search(pane, qtbot, "restr")
    assert set(listed(pane)) == {
        "NATO chief is mum on reaction",
        "Silence on whether the alliance would respond",
    }
    assert pane.head.found_line.text() == "2 articles found"
    QTest.keyClick(pane.search_field, Qt.Key.Key_Escape)
    assert len(listed(pane)) == 5
    assert pane.search_field.text() == ""
    assert not pane.head.found_line.isVisible()


@pytest.mark.parametrize("text", ["U.S.", "don't", '"Iran strike', "AND", "a:b", "(", "*"])
def test_no_typed_text_breaks_the_search(pane: LibraryPane, qtbot, text: str) -> None:
    type_search(pane, qtbot, text)
    assert all(headline for headline in listed(pane))


def test_arabic_can_be_searched(pane: LibraryPane, session: Session, qtbot) -> None:
    body = "قال الأمين العام إن الحلف علق التدريب"
    original = Original("ar", "text/plain", b"ar")
    session.store.articles.add(original, [Article("الحلف", body)])
    typed = QInputMethodEvent()
    typed.setCommitString("التدريب")
    pane.focus_search()
    QApplication.sendEvent(pane.search_field, typed)
    qtbot.waitUntil(lambda: listed(pane) == ["الحلف"])


def test_a_search_without_hits_says_so_and_offers_to_clear(pane: LibraryPane, qtbot) -> None:
    type_search(pane, qtbot, "xyz")
    assert pane.nothing.isVisible()
    assert pane.nothing.text.text() == "No article matches “xyz”"
    QTest.mouseClick(pane.nothing.clear, LEFT)
    assert pane.list.isVisible() and len(listed(pane)) == 5


def test_enter_in_the_search_opens_the_first_hit(
    pane: LibraryPane, session: Session, qtbot
) -> None:
    type_search(pane, qtbot, "Baghdad")
    QTest.keyClick(pane.search_field, Qt.Key.Key_Return)
    row = session.store.articles.rows([session.article_id])[0]
    assert row.headline == "Baghdad vote leaves mission in limbo"
    assert pane.list.hasFocus()


def test_the_arrow_leads_from_the_search_to_the_list(pane: LibraryPane, qtbot) -> None:
    type_search(pane, qtbot, "oil")
    QTest.keyClick(pane.search_field, Qt.Key.Key_Down)
    assert pane.list.hasFocus()
    assert len(pane.selected_ids()) == 1


def test_what_the_filter_hides_of_a_search_is_counted_and_shown_by_a_click(
    pane: LibraryPane, qtbot
) -> None:
    pane.show_search("is:incomplete")
    type_search(pane, qtbot, "restraint")
    assert len(listed(pane)) == 1
    assert pane.hidden_line.text() == "1 hidden by the filter – show all"
    QTest.mouseClick(pane.hidden_line, LEFT)
    assert len(listed(pane)) == 2
    assert not pane.hidden_line.isVisible()


def test_the_filters_list_what_they_name(
    pane: LibraryPane, session: Session, articles: list[str]
) -> None:
    section = session.sections()[0].section.id
    session.store.entries.file(section, Kind.FACT, articles[1], 0, 4)
    session.open_article(articles[0])
    for name, count in (("all", 5), ("unread", 4), ("tagged", 1), ("incomplete", 3)):
        QTest.mouseClick(chip(pane, name), LEFT)
        assert pane.table.rowCount() == count


def test_an_article_stays_among_the_unread_while_it_is_read(
    pane: LibraryPane, session: Session, articles: list[str]
) -> None:
    QTest.mouseClick(chip(pane, "unread"), LEFT)
    session.open_article(articles[0])
    assert articles[0] in pane.table.ids
    assert pane.selected_ids() == [articles[0]]


def test_the_order_can_be_changed(pane: LibraryPane) -> None:
    pane.filters.set_sort("headline")
    assert listed(pane) == sorted(listed(pane), key=str.casefold)


def test_a_correction_shows_at_once(
    pane: LibraryPane, session: Session, articles: list[str]
) -> None:
    session.store.articles.update(articles[2], headline="Corrected", published="2020-02-01")
    assert listed(pane)[0] == "Corrected"


def test_a_new_article_leaves_selection_and_place_alone(
    pane: LibraryPane, session: Session, qtbot
) -> None:
    ids = add(session, "Many", 200)
    qtbot.waitUntil(lambda: pane.table.rowCount() == 205)
    session.open_article(ids[100])
    bar, height = pane.list.verticalScrollBar(), pane.list.rowHeight(0)
    bar.setValue(90 * height + 7)
    top = pane.table.id_at(90)
    newest = Article("Newest", "Body.", published="2021-01-01")
    session.store.articles.add(Original("n", "text/plain", b"n"), [newest])
    qtbot.waitUntil(lambda: pane.table.rowCount() == 206)
    assert pane.selected_ids() == [ids[100]]
    assert pane.table.id_at(bar.value() // height) == top
    assert bar.value() % height == 7


def test_next_and_previous_walk_the_list_and_stop_at_its_ends(
    pane: LibraryPane, session: Session
) -> None:
    for _ in range(7):
        pane.open_next()
    assert session.article_id == pane.table.id_at(4)
    for _ in range(7):
        pane.open_previous()
    assert session.article_id == pane.table.id_at(0)


def test_del_deletes_the_selected_ones_and_undo_brings_them_back(
    pane: LibraryPane, session: Session, articles: list[str], qtbot
) -> None:
    session.open_article(articles[1])
    with qtbot.waitSignal(session.notified) as told:
        QTest.keyClick(pane.list, Qt.Key.Key_Delete)
    assert told.args[0].text == "Article deleted"
    assert articles[1] not in pane.table.ids
    # The next one takes the place of the deleted one.
    assert session.article_id == pane.table.id_at(0)
    session.undo()
    qtbot.waitUntil(lambda: articles[1] in pane.table.ids)


def test_without_a_selection_the_open_article_is_deleted(
    pane: LibraryPane, session: Session, articles: list[str]
) -> None:
    session.open_article(articles[1])
    pane.list.clearSelection()
    pane.delete_selected()
    assert session.store.articles.count() == 4


def test_an_empty_briefing_says_what_to_do(pane: LibraryPane, session: Session, tmp_path) -> None:
    session.open(Store.create(tmp_path / "empty.briefing", "Empty"))
    assert pane.nothing.isVisible()
    assert "Drop files" in pane.nothing.text.text()


def test_every_control_has_a_name_and_a_tip(pane: LibraryPane) -> None:
    controls = [pane.search_field, *pane.findChildren(QPushButton)]
    controls += [b for b in pane.findChildren(QToolButton) if pane.filters.isAncestorOf(b)]
    assert all(control.accessibleName() and control.toolTip() for control in controls)
    assert pane.main_part is pane.list
    assert isinstance(pane.search_field, QLineEdit) and not pane.search_field.acceptDrops()


def test_larger_text_makes_taller_rows(pane: LibraryPane, theme) -> None:
    before = pane.list.rowHeight(0)
    theme.set(scale=1.5)
    assert pane.list.rowHeight(0) > 1.4 * before


def test_a_large_library_lists_the_latest_hits_first_and_all_after_a_rest(
    pane: LibraryPane, session: Session, qtbot, monkeypatch
) -> None:
    monkeypatch.setattr("briefing_app.gui.library.finding.LARGE", 10)
    monkeypatch.setattr("briefing_app.gui.library.finding.FIRST_HITS", 20)
    ids = add(session, "Many", 50)
    qtbot.waitUntil(lambda: pane.table.rowCount() == 55)
    shown: list[set[str]] = []
    pane.table.modelReset.connect(lambda: shown.append(set(pane.table.ids)))
    pane.focus_search()
    QTest.keyClicks(pane.search_field, "many")
    qtbot.waitUntil(lambda: pane.table.rowCount() == 50)
    assert shown[-2:] == [set(ids[-20:]), set(ids)]
    assert pane.head.found_line.text() == "50 articles found"


def test_the_list_can_be_repainted_between_two_briefings(
    pane: LibraryPane, session: Session
) -> None:
    session.close()
    pane.table.forget_rows()
    assert not pane.list.grab().isNull()
    assert listed(pane) == [None] * 5


def test_several_are_marked_unread_and_read_by_the_menu(
    pane: LibraryPane, session: Session, articles: list[str]
) -> None:
    pane.list.selectAll()
    pane.list.read_requested.emit(True)
    assert session.store.articles.counts()["unread"] == 0
    pane.list.read_requested.emit(False)
    assert session.store.articles.counts()["unread"] == 5
    assert session.store.undo_label != "Mark as unread"


def test_several_are_corrected_in_one_dialog(pane: LibraryPane, articles: list[str]) -> None:
    pane.list.selectAll()
    pane.list.several_requested.emit()
    dialog = pane.window().findChild(SeveralDetails)
    assert dialog.windowTitle() == "Details of 5 articles"
    dialog.reject()


def test_the_search_field_keeps_the_filter_while_other_words_are_typed(
    pane: LibraryPane, qtbot
) -> None:
    pane.show_search("is:unread restraint")
    pane.focus_search()
    QTest.keyClicks(pane.search_field, "oil")
    assert pane.search_field.text() == "is:unread oil"


def test_what_is_not_understood_is_hinted_at(pane: LibraryPane) -> None:
    pane.show_search("AND oil")
    assert pane.head.hint_line.isVisible() and "“AND”" in pane.head.hint_line.text()
    pane.show_search("oil")
    assert not pane.head.hint_line.isVisible()


def test_hits_are_filed_from_the_library(pane: LibraryPane, session: Session) -> None:
    pane.show_search("restraint")
    assert pane.head.file_button.isVisible()
    QTest.mouseClick(pane.head.file_button, LEFT)
    dialog = pane.window().findChild(FileHits)
    assert dialog.file_button.text() == "File 2 facts"
    dialog.accept()
    assert len(session.store.entries.cards(session.memo_id)) == 2
    pane.clear_search()
    assert not pane.head.file_button.isVisible()


def test_new_variants_of_a_name_are_found_at_once(pane: LibraryPane, session: Session) -> None:
    pane.show_search("petrol")
    assert pane.table.rowCount() == 0
    session.store.aliases.set("oil", ["petrol"])
    assert listed(pane) == ["Oil climbs on supply worries"]


def test_the_dialog_for_names_opens_on_demand(pane: LibraryPane, session: Session) -> None:
    session.edit_variants("Oil")
    dialog = pane.window().findChild(NameVariants)
    assert dialog.table.item(0, 0).text() == "Oil"
    dialog.reject()


def test_the_open_article_is_selected_again_when_the_search_is_cleared(
    pane: LibraryPane, session: Session, articles: list[str]
) -> None:
    session.open_article(articles[0])
    pane.show_search("nothing has these words")
    assert pane.selected_ids() == []
    pane.clear_search()
    assert pane.selected_ids() == [articles[0]]


def test_a_list_that_would_have_to_wait_for_a_commit_follows_after_it(
    qtbot, pane: LibraryPane, session: Session, articles: list[str]
) -> None:
    before = pane.table.rowCount()
    with committing(session.store):
        pane._list_again()
        assert pane.table.rowCount() == before
    with qtbot.waitSignal(pane.table.modelReset):
        pass
    assert pane.table.rowCount() == before
