"""The process that reads files: killable, confined, and never the end of a batch."""

from __future__ import annotations

import multiprocessing
import os
import signal
import socket
import sys
from collections.abc import Iterator
from multiprocessing.queues import Queue
from pathlib import Path

import pytest

from briefing_app import reading_worker
from briefing_app.domain.article import ReadFile, Refusal
from briefing_app.reading_worker import ReadingWorker

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals and limits of POSIX")

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


def headline(read: ReadFile | Refusal | None) -> str:
    assert isinstance(read, ReadFile)
    return read.articles[0].headline


def test_it_reads_one_file_after_the_other(worker: ReadingWorker, article: Path) -> None:
    assert headline(worker.read(article)) == "Ministers meet"
    assert headline(worker.read(article)) == "Ministers meet"


def test_a_file_that_cannot_be_read_is_refused_and_the_next_one_read(
    worker: ReadingWorker, article: Path, tmp_path: Path
) -> None:
    refused = worker.read(tmp_path / "missing.txt")
    assert isinstance(refused, Refusal)
    assert "missing.txt" in str(refused.error)
    assert headline(worker.read(article)) == "Ministers meet"


@posix
def test_a_killed_process_costs_one_file_at_most(worker: ReadingWorker, article: Path) -> None:
    assert headline(worker.read(article)) == "Ministers meet"
    os.kill(worker.process_id, signal.SIGKILL)
    first = worker.read(article)
    assert isinstance(first, ReadFile | Refusal)
    assert headline(worker.read(article)) == "Ministers meet"


@posix
def test_a_file_that_takes_too_long_is_refused_and_the_next_one_read(article: Path) -> None:
    worker = ReadingWorker(seconds_a_file=2)
    try:
        assert headline(worker.read(article)) == "Ministers meet"
        os.kill(worker.process_id, signal.SIGSTOP)
        refused = worker.read(article)
        assert isinstance(refused, Refusal)
        assert "took longer than 2 seconds" in str(refused.error)
        assert headline(worker.read(article)) == "Ministers meet"
    finally:
        worker.stop()


@posix
def test_cancelling_ends_the_reading(worker: ReadingWorker, article: Path) -> None:
    worker.read(article)
    os.kill(worker.process_id, signal.SIGSTOP)
    assert worker.read(article, is_cancelled=lambda: True) is None
    assert worker.process_id is None


@posix
def test_the_process_has_no_network_and_writes_nothing(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    failures = context.Queue()
    target = tmp_path / "out"
    process = context.Process(target=try_to_break_out, args=(failures, str(target)))
    process.start()
    assert failures.get(timeout=60) == ["network", "file"]
    process.join()
    assert target.read_bytes() == b""


def try_to_break_out(failures: Queue[list[str]], target: str) -> None:
    """Runs in a process confined as a reader is; tells what it could not do."""
    reading_worker._confine()
    failed = []
    for name, attempt in (
        ("network", lambda: socket.socket().connect(("127.0.0.1", 9))),
        ("file", lambda: Path(target).write_bytes(b"x" * 10)),
    ):
        try:
            attempt()
        except OSError:
            failed.append(name)
    failures.put(failed)
