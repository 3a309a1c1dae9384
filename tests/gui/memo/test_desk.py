"""Checks and comparisons stay open beside the window and lead to what they name."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from briefing_app import settings
from briefing_app.domain.outline import Kind
from briefing_app.gui.dialogs.memo_changes import MemoChanges
from briefing_app.gui.dialogs.memo_checks import MemoChecks
from briefing_app.gui.main_window import MainWindow
from briefing_app.gui.memo.checking import count, inspect
from briefing_app.memo import marking
from briefing_app.settings import Settings


def checks(qtbot, window: MainWindow) -> MemoChecks:
    window.actions_by_name["check_memo"].trigger()
    found = window.desk.checks
    assert found is not None and found.isVisible()
    qtbot.waitUntil(lambda: bool(found.list.places), timeout=20_000)
    return found


def test_what_was_found_is_shown_and_leads_to_its_entry(qtbot, on_sample: MainWindow) -> None:
    session = on_sample.session
    sheet = checks(qtbot, on_sample)
    groups = inspect(session.store.snapshot())
    assert sheet.summary == f"{count(groups)} things to look at"
    assert sheet.list.places == [r.place for group in groups for r in group.remarks]
    with qtbot.waitSignal(session.entry_shown) as shown:
        QTest.keyClick(sheet.list, Qt.Key.Key_Return)
    assert shown.args == [sheet.list.places[0]]
    assert sheet.isVisible()
    assert on_sample.outline.current_entry_id() == sheet.list.places[0]


def test_what_is_mended_leaves_the_list(qtbot, on_sample: MainWindow) -> None:
    sheet = checks(qtbot, on_sample)
    place, before = sheet.list.places[0], len(sheet.list.places)
    on_sample.session.store.entries.remove([place])
    qtbot.waitUntil(lambda: place not in sheet.list.places, timeout=20_000)
    assert len(sheet.list.places) < before


def test_the_bottom_line_is_shown_on_the_page(qtbot, on_sample: MainWindow) -> None:
    session = on_sample.session
    session.store.memos.update(session.memo_id, bottom_line="It will happen tomorrow.")
    sheet = checks(qtbot, on_sample)
    assert marking.BOTTOM_LINE in sheet.list.places
    sheet.list.chosen.emit(marking.BOTTOM_LINE)
    assert on_sample.memo_page.isVisible()


def test_an_export_waits_for_the_checks_only_where_that_is_preferred(
    qtbot, on_sample: MainWindow, tmp_path: Path
) -> None:
    target = tmp_path / "memo.docx"
    on_sample.exporter.ask_path = lambda *_: str(target)
    settings.save(Settings(check_before_export=True))
    on_sample.exporter.start()
    qtbot.waitUntil(lambda: on_sample.desk.checks is not None, timeout=20_000)
    sheet = on_sample.desk.checks
    assert sheet.export_button.isVisible() and not target.exists()
    with qtbot.waitSignal(on_sample.exporter.exported, timeout=20_000):
        sheet.export_button.click()
    assert target.exists() and not sheet.isVisible()


def compared(qtbot, window: MainWindow) -> MemoChanges:
    window.actions_by_name["compare_memo"].trigger()
    found = window.desk.changes
    assert found is not None
    with qtbot.waitSignal(found.compared, timeout=20_000):
        found.compare()
    return found


def test_one_memo_alone_is_compared_with_nothing(on_sample: MainWindow) -> None:
    on_sample.actions_by_name["compare_memo"].trigger()
    assert on_sample.desk.changes is None
    assert on_sample.notices.text == "There is no other memo to compare with"


def test_changes_since_yesterday_are_listed_and_lead_there(qtbot, on_sample: MainWindow) -> None:
    session = on_sample.session
    store, first = session.store, session.memo_id
    on_sample.desk.memos.ask_title = lambda _, proposed: proposed
    on_sample.desk.memos.go_on()
    assert compared(qtbot, on_sample).summary == "The two memos say the same"
    old = {card.entry.text: card.entry.id for card in store.entries.cards(first)}
    cards = store.entries.cards(session.memo_id)
    reworded, dropped = cards[0].entry, cards[3].entry
    rated = next(c for c in cards[1:] if c.excerpt_ids and c.entry.id != dropped.id)
    store.entries.update(reworded.id, text=f"{reworded.text} It may resume.")
    store.entries.remove([dropped.id])
    store.excerpts.update(rated.excerpt_ids[0], credibility="5")
    added = store.entries.add(session.sections()[0].section.id, Kind.TEXT, "New today.")
    sheet = compared(qtbot, on_sample)
    assert sheet.summary == "1 new, 1 dropped, 1 reworded, 1 rated anew"
    assert sheet.list.places == [added, reworded.id, rated.entry.id, old[dropped.text]]
    assert sheet.list.lines[0] == "New"
    today = session.memo_id
    sheet.list.chosen.emit(old[dropped.text])
    assert session.memo_id == first
    assert on_sample.outline.current_entry_id() == old[dropped.text]
    sheet.list.chosen.emit(added)
    assert session.memo_id == today
    assert on_sample.outline.current_entry_id() == added


def test_the_comparison_follows_what_is_changed(qtbot, on_sample: MainWindow) -> None:
    session = on_sample.session
    on_sample.desk.memos.ask_title = lambda _, proposed: proposed
    on_sample.desk.memos.go_on()
    sheet = compared(qtbot, on_sample)
    with qtbot.waitSignal(sheet.compared, timeout=20_000):
        session.store.entries.add(session.sections()[0].section.id, Kind.TEXT, "New today.")
    assert sheet.summary == "1 new"
    session.undo()
    session.undo()
    assert not sheet.isVisible()
