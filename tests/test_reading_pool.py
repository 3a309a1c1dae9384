"""Many files in several processes: in order, bounded, and none of them at another's cost."""

from __future__ import annotations

import os
import signal
import sys
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from briefing_app.domain.article import ReadFile, Refusal
from briefing_app.errors import PasswordNeeded
from briefing_app.readers import Options
from briefing_app.reading_pool import (
    AHEAD_FILES,
    ReadingPool,
    ReadItem,
    Wanted,
    WantedSelection,
)
from tests.readers.archives.test_archive import encrypted

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals and pipes of POSIX")


@pytest.fixture
def pool() -> Iterator[ReadingPool]:
    pool = ReadingPool(2, seconds_a_file=2)
    yield pool
    pool.stop()


def write(folder: Path, count: int) -> list[Wanted]:
    folder.mkdir(exist_ok=True)
    files = [folder / f"{number:04}.txt" for number in range(count)]
    for number, path in enumerate(files):
        path.write_text(f"Talks {number}\n\nThe talks went on.", encoding="utf-8")
    return [Wanted(path) for path in files]


def results(items: list[ReadItem]) -> list[ReadFile | Refusal]:
    return [item.read.result for item in items if item.read is not None]


def headlines(items: list[ReadItem]) -> list[str]:
    files = [result for result in results(items) if isinstance(result, ReadFile)]
    return [article.headline for file in files for article in file.articles]


def refusals(items: list[ReadItem]) -> list[str]:
    return [str(result.error) for result in results(items) if isinstance(result, Refusal)]


def test_all_files_are_read_in_their_order(
    pool: ReadingPool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # However late the second process comes up on this machine.
    monkeypatch.setattr("briefing_app.reading_pool.HELD_SECONDS", 60.0)
    items = list(pool.read(write(tmp_path / "in", 100)))
    assert headlines(items) == [f"Talks {number}" for number in range(100)]
    assert [item.place for item in items if item.read is None] == list(range(100))
    assert len(pool.process_ids) == 2


def test_no_files_need_no_process(pool: ReadingPool) -> None:
    assert list(pool.read([])) == []
    assert pool.process_ids == []


def test_files_inside_a_file_come_one_by_one_before_its_end(
    pool: ReadingPool, tmp_path: Path
) -> None:
    with zipfile.ZipFile(tmp_path / "news.zip", "w") as archive:
        for number in range(3):
            archive.writestr(f"{number}.txt", f"Talks {number}\n\nThe talks went on.")
    items = list(pool.read([Wanted(tmp_path / "news.zip")]))
    assert headlines(items) == ["Talks 0", "Talks 1", "Talks 2"]
    assert [item.read is None for item in items] == [False] * 4 + [True]


def test_a_file_that_cannot_be_read_is_refused_and_the_others_read(
    pool: ReadingPool, tmp_path: Path
) -> None:
    first, second = write(tmp_path / "in", 2)
    items = list(pool.read([first, Wanted(tmp_path / "missing.txt"), second]))
    assert headlines(items) == ["Talks 0", "Talks 1"]
    assert "missing.txt" in refusals(items)[0]


def test_bytes_and_pieces_of_pages_are_read_too(pool: ReadingPool) -> None:
    handed = Wanted(Path("mail.txt"), data=b"Talks 1\n\nThe talks went on.")
    piece = WantedSelection(Path("pasted"), data=b"", text="Talks 2\n\nThey went on.")
    items = list(pool.read([handed, piece]))
    assert headlines(items) == ["Talks 1", "Talks 2"]


def test_what_the_user_said_reaches_the_reader(pool: ReadingPool, tmp_path: Path) -> None:
    locked = tmp_path / "locked.zip"
    locked.write_bytes(encrypted(b"geheim"))
    (refusal, _end) = pool.read([Wanted(locked)])
    (result,) = results([refusal])
    assert isinstance(result, Refusal)
    assert isinstance(result.error, PasswordNeeded)
    assert headlines(list(pool.read([Wanted(locked, Options(password="geheim"))])))


def stop_process_while_reading(pool: ReadingPool, files: list[Wanted], sign: int) -> list[ReadItem]:
    """Read the first file, send a signal to all processes, read the rest."""
    reading = pool.read(files)
    items = [next(reading)]
    for process_id in pool.process_ids:
        os.kill(process_id, sign)
    return items + list(reading)


@posix
def test_killed_processes_cost_the_files_they_were_at(pool: ReadingPool, tmp_path: Path) -> None:
    items = stop_process_while_reading(pool, write(tmp_path / "in", 200), signal.SIGKILL)
    assert len(headlines(items)) >= 198
    assert all("may be damaged" in text for text in refusals(items))
    assert sorted({item.place for item in items if item.read is None}) == list(range(200))


@posix
def test_files_that_take_too_long_are_refused_and_the_rest_read(
    pool: ReadingPool, tmp_path: Path
) -> None:
    files = write(tmp_path / "in", 200)
    list(pool.read(files[:4]))
    items = stop_process_while_reading(pool, files, signal.SIGSTOP)
    assert len(refusals(items)) <= 2  # none, if they were stopped between two files
    assert all("took longer than 2 seconds" in text for text in refusals(items))
    read = {item.place for item in items if results([item]) and not refusals([item])}
    assert len(read) >= 198
    assert sorted({item.place for item in items}) == list(range(200))


@posix
def test_a_slow_file_does_not_hold_up_the_others(pool: ReadingPool, tmp_path: Path) -> None:
    files = write(tmp_path / "in", 60)
    list(pool.read(files[:1]))
    slow = pool.process_ids[0]
    os.kill(slow, signal.SIGSTOP)
    places = [item.place for item in pool.read(files) if item.read is None]
    assert sorted(places) == list(range(60))
    assert places[0] != 0 and places.index(0) > 20


@posix
def test_cancelling_does_not_wait_for_a_process_that_hangs(
    pool: ReadingPool, tmp_path: Path
) -> None:
    files = write(tmp_path / "in", 50)
    list(pool.read(files[:4]))
    for process_id in pool.process_ids:
        os.kill(process_id, signal.SIGSTOP)
    asked = iter([False, False, True])
    assert list(pool.read(files, is_cancelled=lambda: next(asked))) == []
    assert pool.process_ids == []


def test_whoever_stops_taking_leaves_no_process_at_work(pool: ReadingPool, tmp_path: Path) -> None:
    reading = pool.read(write(tmp_path / "in", 50))
    next(reading)
    reading.close()
    assert len(pool.process_ids) < 2
    assert headlines(list(pool.read(write(tmp_path / "in", 1)))) == ["Talks 0"]


def test_only_some_files_are_read_ahead(pool: ReadingPool, tmp_path: Path) -> None:
    files = write(tmp_path / "in", 60 * AHEAD_FILES)
    reading = pool.read(files)
    next(reading)
    # Gone before they are read, so that the reader has to say so.
    for wanted in files[40 * AHEAD_FILES :]:
        wanted.path.unlink()
    items = list(reading)
    assert len(refusals(items)) == 20 * AHEAD_FILES


def test_the_name_of_what_is_being_read_is_known(pool: ReadingPool, tmp_path: Path) -> None:
    reading = pool.read(write(tmp_path / "in", 40))
    next(reading)
    assert pool.current.endswith(".txt")
    list(reading)
    assert pool.current == ""


def test_reading_ahead_gives_the_same_and_ends_with_whoever_takes(
    pool: ReadingPool, tmp_path: Path
) -> None:
    files = write(tmp_path / "in", 300)
    assert headlines(list(pool.read_ahead(files))) == [f"Talks {number}" for number in range(300)]
    reading = pool.read_ahead(files)
    next(reading)
    reading.close()
    assert headlines(list(pool.read(files[:1]))) == ["Talks 0"]


def archive(path: Path, count: int) -> Wanted:
    with zipfile.ZipFile(path, "w") as packed:
        for number in range(count):
            packed.writestr(f"{number:04}.txt", f"Talks {number}\n\nThe talks went on.")
    return Wanted(path)


@posix
@pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGSTOP])
def test_a_part_of_an_archive_that_ends_its_process_costs_only_itself(
    pool: ReadingPool, tmp_path: Path, sign: int
) -> None:
    reading = pool.read([archive(tmp_path / "news.zip", 3000)])
    items = [next(reading) for _ in range(5)]
    for process_id in pool.process_ids:
        os.kill(process_id, sign)
    items += reading
    found, lost = headlines(items), refusals(items)
    assert len(found) == len(set(found)) == 2999
    assert len(lost) == 1 and ".txt”: " in lost[0]
    assert [item.place for item in items if item.read is None] == [0]
    refusal = next(result for result in results(items) if isinstance(result, Refusal))
    assert refusal.path.startswith(f"{tmp_path}/news.zip/")


@posix
def test_an_archive_that_ends_process_after_process_is_given_up(
    pool: ReadingPool, tmp_path: Path
) -> None:
    reading = pool.read([archive(tmp_path / "news.zip", 3000)])
    items = [next(reading)]
    for item in reading:
        items.append(item)
        if item.read is not None and isinstance(item.read.result, ReadFile):
            for process_id in pool.process_ids:
                with suppress(ProcessLookupError):  # it is gone, and the pool has not heard of it
                    os.kill(process_id, signal.SIGKILL)
    assert "“news.zip” made the reader fail" in refusals(items)[-1]
    assert 1 < len(headlines(items)) < 3000
    assert items[-1].read is None


@posix
def test_processes_that_were_ended_and_started_anew_are_counted_anew(
    pool: ReadingPool, tmp_path: Path
) -> None:
    files = write(tmp_path / "in", 60)
    list(pool.read(files))
    pool.stop()
    pool.start()
    items = stop_process_while_reading(pool, files, signal.SIGKILL)
    assert len(headlines(items)) >= 58
    assert sorted({item.place for item in items if item.read is None}) == list(range(60))
