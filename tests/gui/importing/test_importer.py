"""From chosen, dropped or pasted files to articles in the briefing."""

from __future__ import annotations

import hashlib
import os
import zipfile
from pathlib import Path

import pytest

from briefing_app import settings
from briefing_app.errors import BriefingError
from briefing_app.gui.importing.importer import Importer
from briefing_app.gui.session import Notice, Session
from briefing_app.importing import ImportReport, Outcome
from briefing_app.readers import files
from briefing_app.reading_pool import Wanted
from briefing_app.store import Store
from tests.gui.importing.lots import COMPLETE, INCOMPLETE, run, write


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
    assert session.store.articles.counts()["unread"] == 1
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


def test_cancelling_keeps_what_is_in(
    qtbot, importer: Importer, session: Session, tmp_path: Path
) -> None:
    write(tmp_path / "in", 300)
    importer.progressed.connect(importer.cancel)
    report = run(qtbot, importer, [tmp_path / "in"])
    assert 0 < session.store.articles.count() == len(report.article_ids) < 300
    assert not importer.is_running


def test_what_was_not_read_is_listed_and_can_be_read_later(
    qtbot, importer: Importer, session: Session, notices: list[Notice], tmp_path: Path
) -> None:
    write(tmp_path / "in", 300)
    importer.progressed.connect(importer.cancel)
    report = run(qtbot, importer, [tmp_path / "in"])
    importer.progressed.disconnect(importer.cancel)
    left = [row for row in report.rows if row.outcome is Outcome.UNREAD]
    assert len(left) + len(report.article_ids) == 300
    assert notices[-1].text.startswith("Stopped: ")
    assert notices[-1].text.endswith(f"{len(left)} not read")
    review = importer.history.reviews[-1]
    with qtbot.waitSignal(importer.finished, timeout=60_000):
        review.read_again(review.lines)
    assert session.store.articles.count() == 300
    assert not any(line.is_unread for line in review.lines)


def test_what_the_user_does_meanwhile_is_a_step_of_its_own(
    qtbot, importer: Importer, session: Session, tmp_path: Path
) -> None:
    write(tmp_path / "in", 200)

    def rename(done: int, _total: int) -> None:
        if done and session.store.title != "Renamed":
            session.store.rename("Renamed")

    importer.progressed.connect(rename)
    run(qtbot, importer, [tmp_path / "in"])
    first, own, last = session.store.steps()
    assert (own, session.store.articles.count()) == ("Rename briefing", 200)
    counts = [int(label.split()[1]) for label in (first, last) if label != "Import article"]
    assert sum(counts) + 2 - len(counts) == 200
    session.undo()
    qtbot.waitUntil(lambda: session.store.articles.count() < 200)
    assert session.store.articles.count() > 0
    assert session.store.title == "Renamed"


def test_undo_meanwhile_takes_back_what_is_in_and_the_rest_comes(
    qtbot, importer: Importer, session: Session, tmp_path: Path
) -> None:
    write(tmp_path / "in", 200)
    undone: list[int] = []

    def undo(done: int, _total: int) -> None:
        if done and not undone:
            undone.append(session.store.articles.count())
            session.undo()

    importer.progressed.connect(undo)
    run(qtbot, importer, [tmp_path / "in"])
    assert 0 < session.store.articles.count() == 200 - undone[0]
    assert session.store.check() == []


def test_a_briefing_that_takes_no_more_ends_the_import_and_says_why(
    qtbot,
    importer: Importer,
    session: Session,
    notices: list[Notice],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise BriefingError("The disk is full.", "Make room.")

    monkeypatch.setattr(session.store.articles, "add", refuse)
    report = run(qtbot, importer, write(tmp_path / "in", 30))
    assert notices[-1].is_problem
    assert notices[-1].text == "The disk is full. Make room. 30 not read"
    assert {row.reason for row in report.rows} == {"The disk is full. Make room."}
    assert (report.article_ids, session.store.steps()) == ((), [])
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
    qtbot, importer: Importer, session: Session, notices: list[Notice], tmp_path: Path
) -> None:
    reports: list[ImportReport] = []
    importer.finished.connect(reports.append)
    importer.start(write(tmp_path / "one", 2))
    importer.start(write(tmp_path / "two", 1, text=COMPLETE))
    assert notices[-1].text == "These come in after the files before them"
    qtbot.waitUntil(lambda: len(reports) == 2)
    assert [len(report.rows) for report in reports] == [2, 1]
    assert session.store.steps()[-2:] == ["Import 2 articles", "Import article"]


def test_nothing_read_for_one_briefing_ends_up_in_the_next(
    qtbot, importer: Importer, session: Session, notices: list[Notice], tmp_path: Path
) -> None:
    write(tmp_path / "in", 120)
    with qtbot.waitSignal(importer.finished, timeout=60_000):
        importer.start([tmp_path / "in"])
        session.open(Store.create(tmp_path / "other.briefing", "Other"))
    assert session.store.articles.count() == 0
    assert notices[-1].text.startswith("The import into “Window” was stopped")
    assert importer.history.reviews == []


def test_files_inside_an_archive_are_imported_each_with_its_row(
    qtbot, importer: Importer, session: Session, tmp_path: Path
) -> None:
    with zipfile.ZipFile(tmp_path / "news.zip", "w") as archive:
        for number in range(3):
            archive.writestr(f"{number}.txt", INCOMPLETE.format(n=number))
        archive.writestr("empty.txt", "")
    report = run(qtbot, importer, [tmp_path / "news.zip"])
    assert [Path(row.path).name for row in report.rows] == ["0.txt", "1.txt", "2.txt", "empty.txt"]
    assert session.store.steps() == ["Import 3 articles"]


def test_only_what_is_asked_for_is_read_again(
    qtbot, importer: Importer, session: Session, tmp_path: Path
) -> None:
    path = tmp_path / "news.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(3):
            archive.writestr(f"{number}.txt", INCOMPLETE.format(n=number))
    run(qtbot, importer, [path])
    again: list[ImportReport] = []
    with qtbot.waitSignal(importer.finished, timeout=30_000):
        importer.reread([Wanted(path)], [(f"{path}/1.txt",)], again.append, anyway=True)
    assert [row.path for row in again[0].rows] == [f"{path}/1.txt"]
    assert session.store.articles.count() == 4


def test_originals_too_large_for_the_preference_are_left_where_they_are(
    qtbot, importer: Importer, session: Session, tmp_path: Path
) -> None:
    settings.save(settings.Settings(keep_originals_mb=1))
    (path,) = write(tmp_path / "in", 1, text=INCOMPLETE + "\n" + "words " * 200_000)
    run(qtbot, importer, [path])
    original = session.store.articles.original(session.article_id)
    assert (original.data, original.sha256) == (b"", hashlib.sha256(path.read_bytes()).hexdigest())


def test_processes_are_begun_anew_after_the_users_names_of_outlets_changed(
    qtbot, importer: Importer, tmp_path: Path
) -> None:
    run(qtbot, importer, write(tmp_path / "in", 1))
    first = set(importer._pool.process_ids)
    run(qtbot, importer, write(tmp_path / "again", 1, text=COMPLETE))
    assert first and set(importer._pool.process_ids) == first
    own = settings.config_folder() / settings.OUTLETS
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_text('[[outlet]]\nname = "Harbor Ledger"\n', encoding="utf-8")
    run(qtbot, importer, write(tmp_path / "new", 1, text=f"{COMPLETE} And again."))
    assert not first & set(importer._pool.process_ids)


def test_the_search_for_files_ends_when_the_import_is_stopped(
    qtbot, importer: Importer, session: Session, tmp_path: Path, monkeypatch
) -> None:
    found = files.is_litter

    def stop_at_the_third(name: str) -> bool:
        if name == "002.txt":
            importer.cancel()
        return found(name)

    monkeypatch.setattr(files, "is_litter", stop_at_the_third)
    write(tmp_path / "in", 9)
    report = run(qtbot, importer, [tmp_path / "in"])
    assert [Path(row.path).name for row in report.rows] == ["000.txt", "001.txt"]
    assert session.store.articles.count() == 0
