"""From the window to Word: what is written, what stops it, and what is said."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from briefing_app import memo
from briefing_app.domain.outline import Kind
from briefing_app.gui.dialogs.marks_missing import MarksMissing
from briefing_app.gui.dialogs.quote_differences import QuoteDifferences
from briefing_app.gui.main_window import MainWindow
from briefing_app.memo import libreoffice, marking, outputs
from tests.gui.answering import answer

FALSE = "“These words were never said to anybody by the spokesman,”"


def export(qtbot, window: MainWindow, target: Path) -> None:
    window.exporter.ask_path = lambda *_: str(target)
    with qtbot.waitSignal(window.exporter.exported, timeout=20_000):
        window.actions_by_name["export"].trigger()


def alter_a_quote(window: MainWindow) -> str:
    """Make the memo's first quote say what nobody said; its id."""
    session = window.session
    cards = session.store.entries.cards(session.memo_id)
    quote = next(card.entry for card in cards if card.entry.kind is Kind.QUOTE)
    session.store.entries.update(quote.id, text=FALSE)
    return quote.id


def text_of(path: Path) -> str:
    return "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)


def test_the_file_is_what_the_memo_package_writes(
    qtbot, on_sample: MainWindow, tmp_path: Path
) -> None:
    export(qtbot, on_sample, tmp_path / "window.docx")
    memo.export(on_sample.session.store.snapshot(), tmp_path / "straight.docx")
    assert (tmp_path / "window.docx").read_bytes() == (tmp_path / "straight.docx").read_bytes()
    assert on_sample.notices.text == "Memo exported to window.docx"


def test_the_path_proposed_is_beside_the_briefing_then_where_the_last_memo_went(
    qtbot, on_sample: MainWindow, tmp_path: Path
) -> None:
    store, asked = on_sample.session.store, []
    store.rename("NATO: Iraq / Iran?")
    (tmp_path / "memos").mkdir()
    target = tmp_path / "memos" / "mine.docx"
    on_sample.exporter.ask_path = lambda _, proposed, __: asked.append(proposed) or str(target)
    for _ in range(2):
        with qtbot.waitSignal(on_sample.exporter.exported, timeout=20_000):
            on_sample.exporter.start()
    name = "NATO Iraq Iran.docx"
    assert asked == [str(store.path.parent / name), str(target.parent / name)]


def test_thinking_better_of_it_writes_nothing(on_sample: MainWindow, tmp_path: Path) -> None:
    on_sample.exporter.ask_path = lambda *_: ""
    before = sorted(tmp_path.iterdir())
    on_sample.exporter.start()
    assert sorted(tmp_path.iterdir()) == before
    assert on_sample.notices.text == ""


def test_the_window_goes_on_while_the_memo_is_written(
    qtbot, on_sample: MainWindow, tmp_path: Path, monkeypatch
) -> None:
    threads: list[int] = []
    written = outputs.write

    def noting(*arguments: object, **more: object) -> None:
        threads.append(threading.get_ident())
        written(*arguments, **more)

    monkeypatch.setattr(outputs, "write", noting)
    export(qtbot, on_sample, tmp_path / "memo.docx")
    assert threads != [threading.get_ident()]
    assert len(threads) == 1


@pytest.mark.parametrize("output", [name for name in outputs.SUFFIXES if name != "pdf"])
def test_every_output_is_written_as_the_memo_package_does(
    qtbot, on_sample: MainWindow, tmp_path: Path, output: str
) -> None:
    store, target = on_sample.session.store, tmp_path / f"out{outputs.SUFFIXES[output]}"
    on_sample.exporter.ask_path = lambda *_: str(target)
    name = "export" if output == "word" else f"export_{output}"
    with qtbot.waitSignal(on_sample.exporter.exported, timeout=30_000):
        on_sample.actions_by_name[name].trigger()
    original_of = store.articles.original
    expected = outputs.to_bytes(store.snapshot(), output, original_of=original_of)
    assert target.read_bytes() == expected


def test_without_libreoffice_the_pdf_is_of_our_own_printing(
    qtbot, on_sample: MainWindow, tmp_path: Path, monkeypatch
) -> None:
    monkeypatch.setattr(libreoffice, "program", lambda: "")
    target = tmp_path / "memo.pdf"
    on_sample.exporter.ask_path = lambda *_: str(target)
    with qtbot.waitSignal(on_sample.exporter.exported, timeout=60_000):
        on_sample.actions_by_name["export_pdf"].trigger()
    assert target.read_bytes().startswith(b"%PDF-")


def test_a_file_that_is_open_in_word_gets_another_name_proposed(
    qtbot, on_sample: MainWindow, tmp_path: Path
) -> None:
    target = tmp_path / "memo.docx"
    target.write_bytes(b"open in Word")
    (tmp_path / "~$memo.docx").touch()
    on_sample.exporter.ask_path = lambda *_: str(target)
    with qtbot.waitSignal(on_sample.session.notified, timeout=20_000) as said:
        on_sample.exporter.start()
    notice = said.args[0]
    assert notice.text == "“memo.docx” is open in another program."
    assert notice.action == "Write “memo (2).docx” instead"
    assert target.read_bytes() == b"open in Word"
    with qtbot.waitSignal(on_sample.exporter.exported, timeout=20_000) as done:
        notice.run()
    assert done.args == [str(tmp_path / "memo (2).docx")]
    assert target.read_bytes() == b"open in Word"


def test_what_lacks_a_mark_can_be_marked_and_goes_out(
    qtbot, on_sample: MainWindow, tmp_path: Path
) -> None:
    session, target = on_sample.session, tmp_path / "memo.docx"
    session.store.memos.update(session.memo_id, options={"scheme": "us"})
    on_sample.exporter.ask_path = lambda *_: str(target)
    steps = len(session.store.steps())
    asked: list[int] = []

    def mark(dialog: MarksMissing) -> None:
        asked.append(len(dialog.list.places))
        dialog.marks.setCurrentIndex(0)
        dialog.accept()

    answer(MarksMissing, mark)
    with qtbot.waitSignal(on_sample.exporter.exported, timeout=20_000):
        on_sample.exporter.start()
    cards = session.store.entries.cards(session.memo_id)
    assert asked == [len(cards) + 1]
    assert {card.entry.marking for card in cards} == {"U"}
    assert session.store.memos.get(session.memo_id).marking == "U"
    assert len(session.store.steps()) == steps + 1
    assert "(U)" in text_of(target)


def test_the_user_is_led_to_what_lacks_a_mark(qtbot, on_sample: MainWindow, tmp_path: Path) -> None:
    session = on_sample.session
    session.store.memos.update(session.memo_id, options={"scheme": "us"})
    on_sample.exporter.ask_path = lambda *_: str(tmp_path / "memo.docx")
    places: list[str] = []

    def go(dialog: MarksMissing) -> None:
        places.extend(dialog.list.places)
        dialog.list.chosen.emit(places[-1])

    answer(MarksMissing, go)
    with qtbot.waitSignal(session.entry_shown, timeout=20_000) as shown:
        on_sample.exporter.start()
    assert shown.args == [places[-1]]
    assert not (tmp_path / "memo.docx").exists()


def test_a_bottom_line_without_a_mark_is_shown_on_the_page(
    qtbot, on_sample: MainWindow, tmp_path: Path
) -> None:
    session = on_sample.session
    session.store.memos.update(session.memo_id, options={"scheme": "us"})
    on_sample.exporter.ask_path = lambda *_: str(tmp_path / "memo.docx")
    answer(MarksMissing, lambda dialog: dialog.list.chosen.emit(dialog.list.places[0]))
    with qtbot.waitSignal(on_sample.exporter.place_chosen, timeout=20_000) as chosen:
        on_sample.exporter.start()
    assert chosen.args == [marking.BOTTOM_LINE]
    assert on_sample.memo_page.isVisible()


def test_a_cancelled_export_leaves_nothing(
    qtbot, on_sample: MainWindow, tmp_path: Path, monkeypatch
) -> None:
    begun, ended = threading.Event(), threading.Event()
    to_bytes = outputs.to_bytes

    def held_up(*arguments: object, **more: object) -> bytes:
        begun.set()
        ended.wait(20)
        return to_bytes(*arguments, **more)

    monkeypatch.setattr(outputs, "to_bytes", held_up)
    on_sample.exporter.ask_path = lambda *_: str(tmp_path / "memo.docx")
    before = sorted(tmp_path.iterdir())
    on_sample.exporter.start()
    qtbot.waitUntil(begun.is_set, timeout=20_000)
    on_sample.exporter.cancel()
    ended.set()
    assert QThreadPool.globalInstance().waitForDone(20_000)
    assert sorted(tmp_path.iterdir()) == before


def test_a_folder_that_is_gone_is_said(qtbot, on_sample: MainWindow, tmp_path: Path) -> None:
    target = tmp_path / "gone" / "memo.docx"
    on_sample.exporter.ask_path = lambda *_: str(target)
    with qtbot.waitSignal(on_sample.session.notified) as said:
        on_sample.exporter.start()
    assert said.args[0].is_problem
    assert str(target) in said.args[0].text or str(target.parent) in said.args[0].text
    assert not target.parent.exists()


def test_a_quote_that_is_not_verbatim_stops_the_export(
    qtbot, on_sample: MainWindow, tmp_path: Path
) -> None:
    alter_a_quote(on_sample)
    target, seen = tmp_path / "memo.docx", []
    on_sample.exporter.ask_path = lambda *_: str(target)
    answer(QuoteDifferences, lambda dialog: (seen.append(dialog), dialog.reject()))
    on_sample.exporter.start()
    qtbot.waitUntil(lambda: bool(seen))
    assert not target.exists()


def test_the_user_is_led_to_the_quote_that_differs(
    qtbot, on_sample: MainWindow, tmp_path: Path
) -> None:
    id = alter_a_quote(on_sample)
    on_sample.exporter.ask_path = lambda *_: str(tmp_path / "memo.docx")

    def show(dialog: QDialog) -> None:
        assert isinstance(dialog, QuoteDifferences)
        QTest.mouseClick(dialog.show_buttons[0], Qt.MouseButton.LeftButton)

    answer(QuoteDifferences, show)
    with qtbot.waitSignal(on_sample.session.passage_shown, timeout=20_000) as shown:
        on_sample.exporter.start()
    [card] = on_sample.session.store.entries.cards(on_sample.session.memo_id, [id])
    assert shown.args == [card.excerpt_ids[0]]
    assert on_sample.reading.isVisible()
    assert on_sample.outline.current_entry_id() == id


def test_who_insists_gets_the_quote_marked(qtbot, on_sample: MainWindow, tmp_path: Path) -> None:
    id = alter_a_quote(on_sample)
    target = tmp_path / "memo.docx"
    answer(QuoteDifferences, lambda dialog: dialog.accept())
    export(qtbot, on_sample, target)
    marked = memo.build(on_sample.session.store.snapshot(), {id})
    plain = memo.build(on_sample.session.store.snapshot())
    added = {b.text for b in marked.blocks if hasattr(b, "text")}
    added -= {b.text for b in plain.blocks if hasattr(b, "text")}
    assert added
    for line in added:
        assert line in text_of(target)


def test_what_is_changed_while_the_memo_is_written_is_not_in_it(
    qtbot, on_sample: MainWindow, tmp_path: Path
) -> None:
    session = on_sample.session
    on_sample.exporter.ask_path = lambda *_: str(tmp_path / "memo.docx")
    with qtbot.waitSignal(on_sample.exporter.exported, timeout=20_000):
        on_sample.exporter.start()
        session.store.entries.add(session.sections()[0].section.id, Kind.TEXT, "Too late.")
    assert "Too late." not in text_of(tmp_path / "memo.docx")


def test_what_is_being_edited_is_written_first(
    qtbot, on_sample: MainWindow, tmp_path: Path
) -> None:
    session = on_sample.session
    session.store.entries.add(session.sections()[0].section.id, Kind.TEXT, "Our own view.")
    cards = session.store.entries.cards(session.memo_id)
    entry = next(card.entry for card in cards if card.entry.text == "Our own view.")
    session.show_entry(entry.id)
    on_sample.actions_by_name["edit_entry"].trigger()
    on_sample.outline.editor.text.setPlainText("Our own view, mended.")
    export(qtbot, on_sample, tmp_path / "memo.docx")
    assert session.store.entries.get(entry.id) == replace(entry, text="Our own view, mended.")
    assert "Our own view, mended." in text_of(tmp_path / "memo.docx")
