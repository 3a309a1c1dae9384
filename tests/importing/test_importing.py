from __future__ import annotations

import subprocess
import sys
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from time import sleep
from typing import Any

import pytest

from briefing_app import importing, readers
from briefing_app.domain.article import Article, Original, ReadFile, Refusal
from briefing_app.errors import BriefingError, UnreadableFile
from briefing_app.importing import (
    NO_ARTICLE,
    Import,
    ImportReport,
    Outcome,
    import_files,
)
from briefing_app.reading_pool import ReadItem
from briefing_app.reading_process import Read
from briefing_app.store import Change, Store

COMPLETE = """\
Ministers meet in {city}

{city}, January 6, 2020 (Reuters) - Ministers of {number} countries met, a spokesman said.

“We will talk for as long as it takes,” he said after the meeting in {city}.

Reporting by Ann Example
"""


def write_articles(folder: Path, count: int) -> list[Path]:
    folder.mkdir(exist_ok=True)
    files = [folder / f"{number:04}.txt" for number in range(count)]
    for number, file in enumerate(files):
        file.write_text(COMPLETE.format(city=f"Town{number}", number=number), encoding="utf-8")
    return files


def outcomes(report: ImportReport) -> list[str]:
    return [row.outcome.value for row in report.rows]


def take(store: Store, results: list[ReadFile | Refusal]) -> ImportReport:
    """Store what was read of as many files."""
    importing = Import(store)
    importing.take(
        item
        for place, result in enumerate(results)
        for item in (read_item(place, result), ReadItem(place, None))
    )
    return importing.report()


def read_item(place: int, result: ReadFile | Refusal) -> ReadItem:
    return ReadItem(place, Read(result))


def container(name: str, *warnings: str) -> ReadFile:
    return ReadFile(
        Original(name, "application/zip", name.encode(), path=f"/in/{name}"), (), warnings
    )


def text(path: str, body: str = "") -> ReadFile:
    article = Article("H", body or path, publisher="P", published="2020")
    return ReadFile(
        Original(path.rpartition("/")[2], "text/plain", path.encode(), path=path), (article,)
    )


def test_every_file_has_its_row_in_the_order_given(store: Store, tmp_path: Path) -> None:
    good, twin = write_articles(tmp_path / "in", 2)
    twin.write_bytes(good.read_bytes())
    (tmp_path / "empty.txt").touch()
    picture = tmp_path / "picture.txt"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    paths = [picture, good, twin, tmp_path / "gone.txt", tmp_path / "empty.txt"]
    report = import_files(store, paths)
    assert [Path(row.path) for row in report.rows] == paths
    assert [row.is_stored for row in report.rows] == [False, True, False, False, False]
    assert report.count(Outcome.DUPLICATE) == 1
    assert report.count(Outcome.REFUSED) == 3
    assert all(row.reason for row in report.rows if not row.is_stored)
    assert list(report.article_ids) == store.articles.ids()


def test_the_same_file_again_is_reported_and_not_stored(store: Store, tmp_path: Path) -> None:
    files = write_articles(tmp_path, 3)
    first = import_files(store, files)
    steps = store.steps()
    again = import_files(store, files)
    assert outcomes(again) == ["already in the library"] * 3
    assert [row.article_ids for row in again.rows] == [row.article_ids for row in first.rows]
    assert (store.articles.count(), store.steps()) == (3, steps)


def test_the_same_text_from_another_file_is_a_duplicate(store: Store, tmp_path: Path) -> None:
    file = write_articles(tmp_path, 1)[0]
    import_files(store, [file])
    other = tmp_path / "windows line ends.txt"
    other.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    row = import_files(store, [other]).rows[0]
    assert row.outcome is Outcome.DUPLICATE
    assert "another file" in row.reason
    assert row.article_ids == tuple(store.articles.ids())


def test_equal_texts_of_two_outlets_are_two_reports(store: Store) -> None:
    read = [
        ReadFile(
            Original(f"{outlet}.txt", "text/plain", outlet.encode()),
            (Article("Talks begin", "The same words.", publisher=outlet, published="2020-01-06"),),
        )
        for outlet in ("Reuters", "AP", "")
    ]
    assert outcomes(take(store, read)) == [
        "imported",
        "imported",
        "already in the library",
    ]


def test_of_a_file_with_several_articles_only_the_new_ones_come_in(store: Store) -> None:
    known, new = (Article("H", text, publisher="P", published="2020") for text in ("a", "b"))
    take(store, [ReadFile(Original("1.txt", "text/plain", b"1"), (known,))])
    row = take(
        store,
        [ReadFile(Original("2.txt", "text/plain", b"2"), (Article("H", "a", publisher="P"), new))],
    ).rows[0]
    assert (row.outcome, row.article_ids) == (Outcome.IMPORTED, (new.id,))
    assert row.reason == "1 of its 2 articles is already in the library."
    assert set(store.articles.ids()) == {known.id, new.id}


def test_what_an_article_lacks_is_said(store: Store) -> None:
    article = Article("Only a headline", "And a body.")
    read = [ReadFile(Original("x.txt", "text/plain", b"x"), (article,), ("Guessed encoding.",))]
    row = take(store, read).rows[0]
    assert row.outcome is Outcome.INCOMPLETE
    assert row.missing == ("publisher", "published")
    assert row.warnings == ("Guessed encoding.",)
    assert row.is_stored


def test_an_import_is_one_step_with_its_count_and_one_change(store: Store, tmp_path: Path) -> None:
    heard: list[Change] = []
    store.subscribe(heard.append)
    import_files(store, write_articles(tmp_path, 3))
    assert store.steps() == ["Import 3 articles"]
    assert [len(change.rows["article"]) for change in heard] == [3]
    store.undo()
    assert store.articles.count() == 0


def test_a_large_import_is_still_one_step(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "BATCH_S", 0.0)
    count = 40
    told: list[tuple[int, int]] = []
    write_articles(tmp_path / "many", count)
    import_files(store, [tmp_path / "many"], lambda done, total: told.append((done, total)))
    assert store.articles.count() == count
    assert store.steps() == [f"Import {count} articles"]
    assert told[-1] == (count, count)
    assert {done for done, _ in told} >= set(range(1, count + 1))
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    store.undo()
    assert store.articles.count() == 0


def test_two_imports_are_two_steps(store: Store, tmp_path: Path) -> None:
    first, second = write_articles(tmp_path, 2)
    import_files(store, [first])
    import_files(store, [second])
    assert store.steps() == ["Import article"] * 2


def test_nothing_new_makes_no_step(store: Store, tmp_path: Path) -> None:
    assert import_files(store, [tmp_path / "gone.txt"]).article_ids == ()
    assert import_files(store, []).rows == ()
    assert store.steps() == []


def test_another_change_in_between_parts_the_step(store: Store) -> None:
    importing = Import(store)
    importing.take([read_item(0, text("/in/1.txt")), read_item(1, text("/in/2.txt"))])
    store.rename("Another name")
    importing.take([read_item(2, text("/in/3.txt"))])
    assert store.steps() == ["Import 2 articles", "Rename briefing", "Import article"]


def test_rows_come_in_the_order_given_however_the_files_arrive(store: Store) -> None:
    importing = Import(store)
    importing.take([read_item(1, text("/in/b.txt"))])
    importing.take([read_item(0, text("/in/a.txt"))])
    assert [row.path for row in importing.report().rows] == ["/in/a.txt", "/in/b.txt"]


def test_files_inside_an_archive_have_rows_and_the_archive_has_none(store: Store) -> None:
    importing = Import(store)
    refused = Refusal("/in/news.zip/b.txt", UnreadableFile("“b.txt”: the file is empty.", "Ask."))
    importing.take(
        read_item(0, result)
        for result in (container("news.zip"), text("/in/news.zip/a.txt"), refused)
    )
    rows = importing.report().rows
    assert [row.path for row in rows] == ["/in/news.zip/a.txt", "/in/news.zip/b.txt"]
    assert outcomes(importing.report()) == ["imported", "refused"]
    assert rows[1].error is refused.error


def test_an_archive_without_articles_is_refused(store: Store) -> None:
    importing = Import(store)
    inner = ReadFile(Original("in.zip", "application/zip", b"z", path="/in/out.zip/in.zip"), ())
    importing.take([read_item(0, container("out.zip")), read_item(0, inner), ReadItem(0, None)])
    rows = importing.report().rows
    assert [(row.path, row.reason) for row in rows] == [("/in/out.zip/in.zip", NO_ARTICLE)]


def test_a_list_whose_files_came_in_from_beside_it_is_not_refused(store: Store) -> None:
    importing = Import(store)
    importing.take([read_item(0, container("list.ris")), read_item(0, text("/in/files/a.txt"))])
    assert [row.path for row in importing.report().rows] == ["/in/files/a.txt"]


@pytest.mark.parametrize("list_first", [True, False])
def test_a_file_that_was_dropped_with_its_list_has_one_row(store: Store, list_first: bool) -> None:
    importing = Import(store)
    named = [read_item(0, container("list.ris")), read_item(0, text("/in/files/a.txt"))]
    dropped = [read_item(1, text("/in/files/a.txt"))]
    importing.take(named + dropped if list_first else dropped + named)
    [row] = importing.report().rows
    assert (row.path, row.outcome) == ("/in/files/a.txt", Outcome.IMPORTED)
    again = Import(store)
    again.take(named + dropped)
    assert outcomes(again.report()) == ["already in the library"] * 2


def test_an_archive_that_was_cut_short_says_so(store: Store) -> None:
    importing = Import(store)
    whole = container("news.zip", "2 links were left out.")
    importing.take([read_item(0, whole), read_item(0, text("/in/news.zip/a.txt"))])
    first, second = importing.report().rows
    assert (first.warnings, first.article_ids) == (("2 links were left out.",), ())
    assert second.is_stored and not first.is_stored


def test_a_refused_file_tells_what_to_do(store: Store, tmp_path: Path) -> None:
    row = import_files(store, [tmp_path / "gone.txt"]).rows[0]
    assert row.path.endswith("gone.txt")
    assert row.error is not None and row.error.hint in row.reason


def test_a_fault_in_a_reader_is_logged_and_stops_no_batch(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    files = write_articles(tmp_path, 2)
    read = readers.read_file_and_parts

    def stumble(path: Path, *more: Any) -> Iterator[ReadFile | Refusal]:
        return 1 / 0 if path == files[0] else read(path, *more)  # type: ignore[return-value]

    monkeypatch.setattr(readers, "read_file_and_parts", stumble)
    report = import_files(store, files)
    assert [row.is_stored for row in report.rows] == [False, True]
    assert "ZeroDivisionError" in caplog.text


def test_the_real_articles_come_in_with_what_they_tell(
    store: Store, real_seeds: list[Path]
) -> None:
    report = import_files(store, real_seeds)
    assert outcomes(report) == ["needs details", "needs details", "imported"]
    assert report.rows[1].missing == ("publisher", "published")


IMPORTER = """
import sys
from pathlib import Path
from briefing_app import importing
from briefing_app.store import Store

importing.BATCH_S = 0.0
store = Store.open(sys.argv[1])
importing.import_files(store, [sys.argv[2]], lambda done, _total: print(done, flush=True))
"""


def test_a_killed_import_keeps_what_it_stored_in_a_sound_file(tmp_path: Path) -> None:
    path = tmp_path / "killed.briefing"
    Store.create(path, "Killed").close()
    write_articles(tmp_path / "many", 60)
    command = [sys.executable, "-c", IMPORTER, str(path), str(tmp_path / "many")]
    root = Path(__file__).resolve().parents[2]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=root) as writer:
        assert writer.stdout is not None
        for line in writer.stdout:
            if int(line) == 20:
                break
        writer.kill()
    with Store.open(path) as store:
        assert 20 <= store.articles.count() <= 60
        assert store.check() == []


def six_texts() -> list[ReadFile]:
    return [text(f"{n}.txt", f"Words of number {n}.") for n in range(6)]


@contextmanager
def taken_beside(importing: Import, files: list[ReadFile]) -> Iterator[Future[tuple[str, ...]]]:
    """Have files stored in another thread, as the window does, while the block goes on."""
    with ThreadPoolExecutor(1) as threads:
        yield threads.submit(importing.take, [read_item(n, f) for n, f in enumerate(files)])


def test_who_waits_to_write_need_not_wait_for_all_that_was_read(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    memo, add, begun = store.memos.all()[0].id, store.articles.add, Event()

    def add_until_awaited(*arguments: Any, **more: Any) -> list[str]:
        ids = add(*arguments, **more)
        if not begun.is_set():
            begun.set()
            while not store.is_awaited:
                sleep(0.001)
        return ids

    monkeypatch.setattr(store.articles, "add", add_until_awaited)
    importing, files = Import(store), six_texts()
    with taken_beside(importing, files) as taking:
        assert begun.wait(10)
        store.sections.add(memo, "Meanwhile")
        assert len(taking.result(timeout=20)) == 6
    *before, mine, rest = store.steps()
    assert (before, mine, rest) in (
        (["Import article"], "Add section", "Import 5 articles"),
        ([], "Add section", "Import 6 articles"),  # the first was broken off
    )
    assert store.articles.count() == 6


def test_what_was_stored_before_an_import_failed_is_told(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    memo, add = store.memos.all()[0].id, store.articles.add
    breaks = [Event(), Event()]
    pauses = deque(breaks)

    def add_until_full(original: Original, *arguments: Any, **more: Any) -> list[str]:
        if original.name == "3.txt":
            raise BriefingError("The disk is full.")
        ids = add(original, *arguments, **more)
        if original.name == "1.txt":
            pauses.popleft().set()
            while not store.is_awaited:
                sleep(0.001)
        return ids

    monkeypatch.setattr(store.articles, "add", add_until_full)
    importing, files = Import(store), six_texts()
    with taken_beside(importing, files) as taking:
        for pause in breaks:  # at the first all is broken off, at the second stored so far
            assert pause.wait(10)
            store.sections.add(memo, "Meanwhile")
        with pytest.raises(BriefingError):
            taking.result(timeout=20)
    assert set(importing.report().article_ids) == set(store.articles.ids())
    assert [row.path for row in importing.report().rows] == ["0.txt", "1.txt"]


def test_what_was_broken_off_is_stored_again_behind_what_the_user_wrote(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    memo, add, begun = store.memos.all()[0].id, store.articles.add, Event()
    added: list[str] = []

    def add_and_be_awaited(*arguments: Any, **more: Any) -> list[str]:
        ids = add(*arguments, **more)
        begun.set()
        while not added and not store.is_awaited:
            sleep(0.0001)
        added.extend(ids)
        return ids

    monkeypatch.setattr(store.articles, "add", add_and_be_awaited)
    importing, files = Import(store), six_texts()
    with taken_beside(importing, files) as taking:
        assert begun.wait(10)
        store.sections.add(memo, "Meanwhile")
        assert taking.result(timeout=20) == tuple(f.articles[0].id for f in files)
    assert added == [files[0].articles[0].id, *(f.articles[0].id for f in files)]
    assert store.steps() == ["Add section", "Import 6 articles"]
    assert importing.report().count(Outcome.IMPORTED) == 6
    assert store.check() == []
    store.undo()
    assert store.articles.count() == 0
