"""The process that does risky work: killable, confined, and back for the next request."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing_app.domain.article import ReadFile
from briefing_app.errors import UnreadableFile
from briefing_app.reading_process import MEMORY_SETTING, QUICK_MEMORY
from briefing_app.reading_worker import ReadingWorker, warm_up

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")

READ = "briefing_app.readers:read"
TEXT = "Ministers meet\n\nMinisters of 29 countries met on Monday, a spokesman said.\n"


@pytest.fixture
def worker() -> Iterator[ReadingWorker]:
    worker = ReadingWorker()
    yield worker
    worker.stop()


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "ministers.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def headline(read: ReadFile) -> str:
    return read.articles[0].headline


def test_it_calls_any_function_by_name(worker: ReadingWorker, article: Path) -> None:
    assert headline(worker.call(READ, article)) == "Ministers meet"
    assert worker.call("briefing_app.readers:modified_day", article).startswith("20")


def test_what_the_function_raises_is_raised_here(worker: ReadingWorker, tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"missing\.txt") as raised:
        worker.call(READ, tmp_path / "missing.txt")
    assert raised.value.hint


def test_a_fault_of_the_program_is_logged_and_said_in_plain_words(
    worker: ReadingWorker, article: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(UnreadableFile, match="made the program stumble"):
        worker.call("briefing_app.readers:no_such_function", article)
    assert "AttributeError" in caplog.text
    assert headline(worker.call(READ, article)) == "Ministers meet"


@posix
def test_a_process_that_died_idle_costs_nothing(worker: ReadingWorker, article: Path) -> None:
    worker.call(READ, article)
    first = worker.process_id
    worker.stop()
    assert worker.process_id is None
    assert headline(worker.call(READ, article)) == "Ministers meet"
    assert worker.process_id != first


@posix
def test_a_process_that_dies_at_work_is_said_to_fail_on_the_file(
    worker: ReadingWorker, article: Path
) -> None:
    with pytest.raises(UnreadableFile, match="may be damaged"):
        worker.call("os:_exit", 3)
    assert headline(worker.call(READ, article)) == "Ministers meet"


@posix
def test_what_takes_too_long_is_ended(worker: ReadingWorker, article: Path) -> None:
    assert headline(worker.call(READ, article)) == "Ministers meet"
    os.kill(worker.process_id, signal.SIGSTOP)
    with pytest.raises(UnreadableFile, match="took longer than 1 seconds"):
        worker.call(READ, article, seconds=1)
    assert headline(worker.call(READ, article)) == "Ministers meet"


@posix
def test_a_cancelled_call_gives_nothing_and_leaves_no_process(
    worker: ReadingWorker, article: Path
) -> None:
    worker.call(READ, article)
    os.kill(worker.process_id, signal.SIGSTOP)
    assert worker.call(READ, article, is_cancelled=lambda: True) is None
    assert worker.process_id is None


@posix
def test_what_takes_too_much_memory_is_ended_and_said_so(
    worker: ReadingWorker, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    worker.call(READ, article)
    monkeypatch.setattr("briefing_app.reading_worker.MEMORY_BYTES", 1_000_000)
    os.kill(worker.process_id, signal.SIGSTOP)
    with pytest.raises(UnreadableFile, match="too much memory"):
        worker.call(READ, article)
    assert worker.process_id is None


def test_a_long_way_to_the_folder_for_temporary_files_stops_no_reading(
    worker: ReadingWorker, article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / ("d" * 60) / ("e" * 60)
    folder.mkdir(parents=True)
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    assert not warm_up()  # its server needs a socket, for which the folder is too deep
    assert headline(worker.call(READ, article)) == "Ministers meet"


@pytest.mark.skipif(
    sys.platform != "linux" or MEMORY_SETTING in os.environ, reason="a setting of its C library"
)
def test_how_the_process_uses_memory_is_no_matter_of_other_programs(
    worker: ReadingWorker, article: Path
) -> None:
    worker.call(READ, article)
    begun_with = Path(f"/proc/{worker.process_id}/environ").read_bytes()
    assert all(part.encode() in begun_with for part in QUICK_MEMORY.split(":"))
    assert MEMORY_SETTING not in os.environ
    assert worker.call("os:getenv", MEMORY_SETTING, "none") == "none"
