"""Several memos in one briefing: each command is one step, and every pane follows."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from briefing_app.domain.outline import Kind
from briefing_app.gui.dialogs.new_memo import NewMemo
from briefing_app.gui.main_window import MainWindow
from briefing_app.gui.memo.switcher import MemoSwitcher
from tests.gui.answering import answer


def titles(window: MainWindow) -> list[str]:
    return [memo.title for memo in window.session.store.memos.all()]


def outline(window: MainWindow) -> list[str]:
    return [node.placed.section.title for node in window.outline.tree.top_sections()]


def test_a_new_memo_starts_with_the_sections_of_its_form_and_is_one_step(
    on_sample: MainWindow,
) -> None:
    session = on_sample.session
    before, steps = titles(on_sample), len(session.store.steps())

    def choose(sheet: NewMemo) -> None:
        QTest.mouseClick(sheet.cards["talking-points"], Qt.MouseButton.LeftButton)
        sheet.title_line.setText("For the lift")
        sheet.accept()

    answer(NewMemo, choose)
    on_sample.actions_by_name["new_memo"].trigger()
    memo = session.store.memos.get(session.memo_id)
    assert (memo.title, memo.form) == ("For the lift", "talking-points")
    assert outline(on_sample) == [
        "Points to make", "If asked", "Not to be said", "In their words",
    ]  # fmt: skip
    assert len(session.store.steps()) == steps + 1
    session.undo()
    assert titles(on_sample) == before
    assert session.memo_id == session.store.memos.all()[0].id
    assert "Points to make" not in outline(on_sample)


def test_a_memo_in_german_has_german_sections(on_sample: MainWindow) -> None:
    on_sample.desk.memos.begin("Lage", "information", "de")
    assert on_sample.desk.memos.current.options == {"language": "de"}
    assert "Kernaussagen" in outline(on_sample)


def test_the_next_days_memo_has_the_next_date_and_the_same_words(on_sample: MainWindow) -> None:
    session = on_sample.session
    store, first = session.store, session.memo_id
    store.memos.update(first, title="Iran, 6 January 2020", fields={"to": "A", "cutoff": "18:00"})
    asked: list[str] = []
    on_sample.desk.memos.ask_title = lambda _, proposed: asked.append(proposed) or proposed
    steps = len(store.steps())
    on_sample.actions_by_name["continue_memo"].trigger()
    memo = on_sample.desk.memos.current
    assert asked == ["Iran, 7 January 2020"] == [memo.title]
    assert memo.previous_id == first
    assert dict(memo.fields) == {"to": "A", "date": "2020-01-07"}
    assert len(store.steps()) == steps + 1
    words = [card.entry.text for card in store.entries.cards(first)]
    assert [card.entry.text for card in store.entries.cards(memo.id)] == words
    assert on_sample.outline.tree.entry_count() == len(words)


def test_thinking_better_of_it_begins_nothing(on_sample: MainWindow) -> None:
    before = titles(on_sample)
    on_sample.desk.memos.ask_title = lambda *_: ""
    on_sample.actions_by_name["continue_memo"].trigger()
    answer(NewMemo, lambda sheet: sheet.reject())
    on_sample.actions_by_name["new_memo"].trigger()
    assert titles(on_sample) == before


def test_a_renamed_memo_is_called_so_at_once(on_sample: MainWindow) -> None:
    on_sample.desk.memos.ask_title = lambda *_: "Another title"
    on_sample.actions_by_name["rename_memo"].trigger()
    assert on_sample.memo_page.findChild(MemoSwitcher).title == "Another title"
    on_sample.session.undo()
    assert on_sample.memo_page.findChild(MemoSwitcher).title != "Another title"


def test_the_only_memo_cannot_be_deleted(on_sample: MainWindow) -> None:
    on_sample.actions_by_name["delete_memo"].trigger()
    assert len(titles(on_sample)) == 1
    assert on_sample.notices.text == "A briefing has at least one memo"


def test_deleting_asks_says_what_goes_and_can_be_undone(on_sample: MainWindow) -> None:
    session = on_sample.session
    first = session.memo_id
    on_sample.desk.memos.begin("Second", "action")
    session.store.entries.add(session.sections()[0].section.id, Kind.TEXT, "Approve.")
    second, told = session.memo_id, []

    def press(box: QMessageBox, wanted: str) -> None:
        told.append(box.informativeText())
        next(b for b in box.buttons() if b.text().strip("&") == wanted).click()

    answer(QMessageBox, lambda box: press(box, "Cancel"))
    on_sample.actions_by_name["delete_memo"].trigger()
    assert session.memo_id == second
    answer(QMessageBox, lambda box: press(box, "Delete"))
    on_sample.actions_by_name["delete_memo"].trigger()
    assert told[0].startswith("Its 1 entry goes with it")
    assert session.memo_id == first
    session.undo()
    assert "Second" in titles(on_sample)


def test_switching_shows_the_other_memo_in_every_pane(qtbot, on_sample: MainWindow) -> None:
    session = on_sample.session
    first = session.memo_id
    cards = session.store.entries.cards(first)
    session.show_passage(next(card.excerpt_ids[0] for card in cards if card.excerpt_ids))
    told = on_sample.reading.view.accessibleDescription()
    on_sample.desk.memos.begin("Second", "action")
    assert on_sample.reading.view.accessibleDescription() != told
    qtbot.waitUntil(lambda: "0 quotes" in on_sample.status_line.text)
    menu = on_sample.memo_page.findChild(MemoSwitcher).menu()
    menu.aboutToShow.emit()
    entries = {action.text(): action for action in menu.actions()}
    assert entries["Second"].isChecked()
    entries[titles(on_sample)[0]].trigger()
    assert session.memo_id == first
    assert on_sample.reading.view.accessibleDescription() == told
    assert on_sample.outline.tree.entry_count() == len(cards)
    assert session.target_id == session.sections()[0].section.id
