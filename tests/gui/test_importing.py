"""From chosen, dropped or pasted files to articles in the briefing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from briefing_app.gui.dialogs.import_results import ImportResults
from briefing_app.gui.importing import Importer
from briefing_app.gui.session import Notice, Session
from briefing_app.importing import ImportReport, Outcome
from briefing_app.store import Store

COMPLETE = (
    "NATO meets over Iran\n\nBRUSSELS, January 6, 2020 (Reuters) - Allies met on Monday.\n\n"
    "They called for restraint, number {n}."
)
INCOMPLETE = (
    "Silence on the alliance {n}\n\nNobody{n} said{n} anything{n} about{n} the{n} matter{n}.\n\n"
    "Not a word of it, {n} times."
)


@pytest.fixture
def importer(session: Session, notices: list[Notice], qtbot) -> Importer:
    window = QWidget()
    qtbot.addWidget(window)
    return Importer(session, window)


def write(folder: Path, count: int, suffix: str = ".txt", text: str = INCOMPLETE) -> list[Path]:
    folder.mkdir(exist_ok=True)
    paths = [folder / f"{number:03}{suffix}" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_text(text.format(n=number), encoding="utf-8")
    return paths


def run(qtbot, importer: Importer, paths: list[Path]) -> ImportReport:
    with qtbot.waitSignal(importer.finished, timeout=60_000) as finished:
        importer.start(paths)
    return finished.args[0]


def test_a_few_files_become_one_step_with_their_number(
    qtbot, importer: Importer, session: Session, tmp_path: Path
) -> None:
    report = run(qtbot, importer, write(tmp_path / "in", 3))
    assert len(report.article_ids) == session.store.articles.count() == 3
    assert session.store.undo_label == "Import 3 articles"
    session.undo()
    assert session.store.articles.count() == 0


def test_the_first_article_is_opened_when_none_is(
    qtbot, importer: Importer, session: Session, tmp_path: Path
) -> None:
    report = run(qtbot, importer, write(tmp_path / "in", 2))
    assert session.article_id == report.article_ids[0]
    run(qtbot, importer, write(tmp_path / "later", 1, text=COMPLETE))
    assert session.article_id == report.article_ids[0]


def test_a_folder_of_many_is_read_in_a_process_and_stays_one_step(
    qtbot, importer: Importer, session: Session, tmp_path: Path
) -> None:
    write(tmp_path / "in", 90)
    seen: list[tuple[int, int]] = []
    importer.progressed.connect(lambda done, total: seen.append((done, total)))
    report = run(qtbot, importer, [tmp_path / "in"])
    assert session.store.articles.count() == len(report.rows) == 90
    assert seen[-1] == (90, 90) and [done for done, _ in seen] == sorted(d for d, _ in seen)
    session.undo()
    assert session.store.articles.count() == 0
    session.redo()
    assert session.store.articles.count() == 90


def test_a_page_is_read_in_the_process(
    qtbot, importer: Importer, session: Session, tmp_path: Path
) -> None:
    page = (
        "<html><head><title>T</title></head><body><h1>Allies meet {n}</h1><p>{p}</p></body></html>"
    )
    words = "The allies met in Brussels and called for restraint on all sides. " * 8
    run(qtbot, importer, write(tmp_path / "in", 1, ".html", page.replace("{p}", words)))
    rows = session.store.articles.rows(session.store.articles.ids())
    assert [row.headline for row in rows] == ["Allies meet 0"]


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

    def choose() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ImportResults)
        dialog.open_button.click()

    QTimer.singleShot(0, choose)
    notices[-1].run()
    assert session.article_id == report.article_ids[0]


def test_cancelling_keeps_what_is_in(
    qtbot, importer: Importer, session: Session, tmp_path: Path
) -> None:
    write(tmp_path / "in", 300)
    importer.progressed.connect(importer.cancel)
    report = run(qtbot, importer, [tmp_path / "in"])
    assert 0 < session.store.articles.count() == len(report.rows) < 300
    assert not importer.is_running


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a pipe that never ends")
def test_cancelling_does_not_wait_for_a_file_that_never_ends(
    qtbot, importer: Importer, session: Session, tmp_path: Path
) -> None:
    os.mkfifo(tmp_path / "endless.html")
    with qtbot.waitSignal(importer.finished, timeout=20_000) as finished:
        importer.start([tmp_path / "endless.html"])
        importer.cancel()
    assert not finished.args[0].article_ids
    assert session.store.articles.count() == 0


def test_a_second_lot_waits_for_the_first(
    qtbot, importer: Importer, session: Session, tmp_path: Path
) -> None:
    reports: list[ImportReport] = []
    importer.finished.connect(reports.append)
    importer.start(write(tmp_path / "one", 2))
    importer.start(write(tmp_path / "two", 1, text=COMPLETE))
    qtbot.waitUntil(lambda: len(reports) == 2)
    assert [len(report.rows) for report in reports] == [2, 1]
    assert session.store.steps()[-2:] == ["Import 2 articles", "Import article"]


def test_nothing_read_for_one_briefing_ends_up_in_the_next(
    qtbot, importer: Importer, session: Session, tmp_path: Path
) -> None:
    write(tmp_path / "in", 120)
    with qtbot.waitSignal(importer.finished, timeout=60_000):
        importer.start([tmp_path / "in"])
        session.open(Store.create(tmp_path / "other.briefing", "Other"))
    assert session.store.articles.count() == 0


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
