"""What is said of an import: its notices, and the lists that can be had of it."""

from __future__ import annotations

import os
import signal
import sys
from datetime import date
from pathlib import Path
from threading import Event

import pytest

from briefing_app.errors import BriefingError
from briefing_app.gui.importing import importer as importer_module
from briefing_app.gui.importing.importer import Importer
from briefing_app.gui.importing.line import Group
from briefing_app.gui.session import Notice, Session
from briefing_app.importing import ImportReport, Outcome
from briefing_app.readers import files
from briefing_app.reading_pool import Wanted
from briefing_app.store import Store
from tests.gui.importing.lots import COMPLETE, run, write


def test_bad_files_do_not_stop_the_others_and_the_notice_counts_them(
    qtbot, importer: Importer, session: Session, notices: list[Notice], tmp_path: Path
) -> None:
    paths = write(tmp_path / "in", 1) + write(tmp_path / "again", 1)
    empty, missing = tmp_path / "empty.txt", tmp_path / "missing.txt"
    empty.touch()
    report = run(qtbot, importer, [*paths, empty, missing])
    outcomes = [row.outcome for row in report.rows]
    assert outcomes == [
        Outcome.INCOMPLETE, Outcome.DUPLICATE, Outcome.REFUSED, Outcome.REFUSED,
    ]  # fmt: skip
    assert notices[-1].text == (
        "1 imported, 1 already in the library, 1 needs an outlet and a date, 2 could not be read"
    )
    assert notices[-1].action == "Review"


def test_review_lists_the_files_and_opens_an_article(
    qtbot, importer: Importer, session: Session, notices: list[Notice], tmp_path: Path
) -> None:
    report = run(qtbot, importer, write(tmp_path / "in", 2))
    session.open_article("")
    notices[-1].run()
    sheet = importer.history.sheet
    assert sheet is not None and not sheet.isModal()
    sheet.buttons["open"].click()
    assert session.article_id == report.article_ids[0]
    assert importer.history.sheet is None


def test_what_was_taken_back_with_its_step_is_not_said_to_have_come_in(
    qtbot, importer: Importer, session: Session, notices: list[Notice], tmp_path: Path
) -> None:
    def refuse(_report: ImportReport) -> None:
        raise BriefingError("The disk is full.", "Make room.")

    [file] = write(tmp_path / "in", 1)
    with qtbot.waitSignal(importer.finished, timeout=60_000) as finished:
        importer.take([Wanted(file)], refuse, "Import and file")
    [report] = finished.args
    assert [row.outcome for row in report.rows] == [Outcome.UNREAD]
    assert notices[-1].text.startswith("The disk is full. Make room.")
    assert session.store.articles.count() == 0
    assert not importer.is_running


def test_stopping_says_that_what_waited_was_not_begun(
    qtbot, importer: Importer, notices: list[Notice], tmp_path: Path
) -> None:
    write(tmp_path / "in", 300)
    importer.progressed.connect(importer.cancel)
    with qtbot.waitSignal(importer.finished, timeout=60_000):
        importer.start([tmp_path / "in"])
        importer.start(write(tmp_path / "two", 1, text=COMPLETE))
    assert notices[-1].text.startswith("What waited to come in was not begun. Stopped: ")


def test_lists_of_earlier_imports_can_be_had_again(
    qtbot, importer: Importer, notices: list[Notice], tmp_path: Path
) -> None:
    run(qtbot, importer, write(tmp_path / "in", 2))
    run(qtbot, importer, [tmp_path / "missing.txt"])
    importer.history.show_last()
    sheet = importer.history.sheet
    assert sheet is not None
    assert "missing.txt" in sheet.imports.itemText(0) and "2 files" in sheet.imports.itemText(1)
    sheet.imports.setCurrentIndex(1)
    sheet.imports.activated.emit(1)
    assert sheet.table.lines_model.rows[1].name == "000.txt"
    sheet.close()


def test_an_empty_folder_is_said_to_be_empty(
    qtbot, importer: Importer, notices: list[Notice], tmp_path: Path
) -> None:
    (tmp_path / "in").mkdir()
    run(qtbot, importer, [tmp_path / "in"])
    assert notices[-1].text == "Nothing to import was found"


def test_a_read_only_briefing_takes_nothing_and_says_so(
    importer: Importer, session: Session, notices: list[Notice], tmp_path: Path
) -> None:
    path = session.store.path
    session.close()
    session.open(Store.open(path, read_only=True))
    importer.start(write(tmp_path / "in", 1))
    assert notices[-1].is_problem
    assert not importer.is_running


def test_a_clean_import_can_be_undone_from_its_notice(
    qtbot, importer: Importer, session: Session, notices: list[Notice], tmp_path: Path
) -> None:
    run(qtbot, importer, write(tmp_path / "in", 1, text=COMPLETE))
    assert (notices[-1].text, notices[-1].action) == ("1 imported", "Undo")
    notices[-1].run()
    assert session.store.articles.count() == 0


def test_a_large_import_is_one_step_that_says_how_many(
    qtbot, importer: Importer, session: Session, tmp_path: Path
) -> None:
    write(tmp_path / "in", 120)
    run(qtbot, importer, [tmp_path / "in"])
    assert session.store.steps() == ["Import 120 articles"]


def test_a_refused_file_alone_says_why_and_can_be_reviewed(
    qtbot, importer: Importer, notices: list[Notice], tmp_path: Path
) -> None:
    run(qtbot, importer, [tmp_path / "missing.txt"])
    assert notices[-1].is_problem
    assert "missing.txt" in notices[-1].text
    assert notices[-1].action == "Review"


@pytest.mark.skipif(sys.platform == "win32", reason="stops processes by signals")
def test_a_long_import_says_how_far_it_is_what_it_reads_and_can_be_stopped(
    qtbot, importer: Importer, session: Session, notices: list[Notice], tmp_path: Path
) -> None:
    run(qtbot, importer, write(tmp_path / "in", 2))
    for process_id in importer._pool.process_ids:
        os.kill(process_id, signal.SIGSTOP)
    notices.clear()
    importer._spoken_at = 0.0
    importer.start(write(tmp_path / "more", 2, text=COMPLETE))
    qtbot.waitUntil(lambda: bool(notices), timeout=10_000)
    assert (notices[0].text, notices[0].action) == ("Importing: 0 of 2 · 000.txt", "Stop")
    with qtbot.waitSignal(importer.finished, timeout=10_000):
        notices[0].run()
    assert session.store.articles.count() == 2


def test_while_a_folder_is_searched_the_notice_says_so(
    qtbot, importer: Importer, notices: list[Notice], tmp_path: Path, monkeypatch
) -> None:
    told = Event()
    monkeypatch.setattr(files, "is_litter", lambda _name: not told.wait(60))
    importer._spoken_at = 0.0
    write(tmp_path / "in", 2)
    importer.start([str(tmp_path / "in")])
    qtbot.waitUntil(lambda: bool(notices), timeout=10_000)
    assert (notices[0].text, notices[0].action) == ("Looking for files to import…", "Stop")
    with qtbot.waitSignal(importer.finished, timeout=10_000):
        told.set()
    assert notices[-1].text.startswith("2 imported")


def test_a_date_in_the_future_is_worth_a_look_in_the_list(
    qtbot, importer: Importer, notices: list[Notice], tmp_path: Path
) -> None:
    page = (
        f'<title>T</title><meta property="article:published_time" content="{date.today().year + 2}'
        '-01-06T10:00:00Z"><meta property="og:site_name" content="Harbor Ledger">'
        f"<h1>Allies meet</h1><p>{'The allies met in Brussels and called for restraint. ' * 9}</p>"
    )
    run(qtbot, importer, write(tmp_path / "in", 1, ".html", text=page))
    assert (notices[-1].text, notices[-1].action) == ("1 imported, 1 with an odd date", "Review")
    (line,) = importer.history.reviews[-1].lines
    assert (line.group, line.is_questionable) == (Group.LOOK, True)


def test_a_folder_with_too_many_files_is_refused_with_a_word(
    qtbot, importer: Importer, session: Session, notices: list[Notice], tmp_path: Path, monkeypatch
) -> None:
    monkeypatch.setattr(files, "FILES_LIMIT", 2)
    write(tmp_path / "Large", 3)
    run(qtbot, importer, [tmp_path / "Large"])
    assert notices[-1].is_problem and "“Large” holds too many files" in notices[-1].text
    assert session.store.articles.count() == 0


def test_the_report_on_many_files_is_made_beside_the_window(
    qtbot, importer: Importer, session: Session, notices: list[Notice], tmp_path: Path, monkeypatch
) -> None:
    monkeypatch.setattr(importer_module, "MANY_FILES", 1)
    files = write(tmp_path / "in", 3, text=COMPLETE)
    with qtbot.waitSignal(importer.finished) as finished:
        importer.start(files[:2])
        importer.start(files[2:])
    assert len(finished.args[0].article_ids) == 2
    assert importer.is_running
    qtbot.waitUntil(lambda: not importer.is_running)
    assert notices[-1].text.startswith("1 imported")
    assert session.store.articles.count() == 3
