"""The inside of a process that reads: what it may not do, and how it answers."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import socket
import sys
import zipfile
from multiprocessing.connection import Connection
from multiprocessing.queues import Queue
from pathlib import Path
from typing import cast

import pytest

from briefing_app import reading_process
from briefing_app.analysis.overlap import fingerprint
from briefing_app.errors import UnreadableFile
from briefing_app.readers import Options
from briefing_app.reading_process import Done, Item, Read, Ready, Request

posix = pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")


@posix
def test_the_process_has_no_network_and_writes_nothing(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    failures = context.Queue()
    target = tmp_path / "out"
    process = context.Process(target=try_to_break_out, args=(failures, str(target)))
    process.start()
    assert failures.get(timeout=60) == ["network", "file", "memory"]
    process.join()
    assert target.read_bytes() == b""


def try_to_break_out(failures: Queue[list[str]], target: str) -> None:
    """Runs in a process confined as a reader is; tells what it could not do."""
    reading_process._confine()
    failed = []
    for name, attempt in (
        ("network", lambda: socket.socket().connect(("127.0.0.1", 9))),
        ("file", lambda: Path(target).write_bytes(b"x" * 10)),
        ("memory", lambda: bytearray(3 << 30)),
    ):
        try:
            attempt()
        except (OSError, MemoryError):
            failed.append(name)
    failures.put(failed)


def answers(function: str, *arguments: object, known: int = 0) -> list[object]:
    """What a process says to one request, after it said that it is ready."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=reading_process.serve, args=(theirs, [0, 0]))
    process.start()
    theirs.close()
    assert ours.recv() == Ready()
    ours.send([Request(function, arguments, known)])
    got: list[object] = []
    while not got or not isinstance(got[-1], Done):
        got += map(pickle.loads, ours.recv())
    ours.close()
    process.join()
    return got


def test_what_a_function_gives_comes_item_by_item(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Talks begin\n\nThe talks began on Monday.", encoding="utf-8")
    item, done = answers("briefing_app.reading_process:read_file", str(path), Options())
    assert isinstance(item, Item)
    assert isinstance(item.value, Read)
    (article,) = item.value.result.articles
    assert article.headline == "Talks begin"
    assert item.value.fingerprints == {article.id: fingerprint(article.body)}
    assert done == Done()


def test_what_is_known_of_a_file_is_not_sent_again(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "news.zip", "w") as archive:
        for number in range(3):
            archive.writestr(f"{number}.txt", f"Talks {number}\n\nThe talks went on.")
    read = "briefing_app.reading_process:read_file"
    *items, done = answers(read, str(tmp_path / "news.zip"), Options(), known=2)
    assert [item.value.result.articles[0].headline for item in items] == ["Talks 1", "Talks 2"]
    assert done == Done()


class Kept:
    """The end of a pipe that keeps what is sent."""

    def __init__(self) -> None:
        self.parcels: list[list[object]] = []

    def send(self, parcel: list[bytes]) -> None:
        self.parcels.append([pickle.loads(data) for data in parcel])


def test_answers_in_quick_succession_go_together_and_are_counted_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now = [100.0]
    monkeypatch.setattr(reading_process.time, "monotonic", lambda: now[0])
    pipe, tally = Kept(), [0, 0]
    answers = reading_process._Answers(cast(Connection, pipe), tally)
    answers.give("first", is_wanted=True)
    assert pipe.parcels == [[Item("first")]]
    answers.give("known", is_wanted=False)
    answers.give("second", is_wanted=True)
    assert tally == [0, 3]
    answers.end(Done())
    assert tally == [1, 0] and len(pipe.parcels) == 1
    now[0] += 1
    answers.send_in_time()
    assert pipe.parcels[1:] == [[Item("second"), Done()]]
    answers.give("x" * reading_process.PARCEL_BYTES, is_wanted=True)
    assert len(pipe.parcels) == 3


@posix
def test_what_was_read_does_not_wait_for_the_end_of_a_file_that_takes_long(tmp_path: Path) -> None:
    fifo = tmp_path / "slow"
    os.mkfifo(fifo)
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=reading_process.serve, args=(theirs, [0, 0]))
    process.start()
    theirs.close()
    assert ours.recv() == Ready()
    # The last one waits until somebody writes.
    ours.send([Request("operator:neg", (1,)), Request("operator:neg", (2,)),
               Request("os:open", (str(fifo), os.O_RDONLY))])  # fmt: skip
    got: list[object] = []
    while len(got) < 4:
        assert ours.poll(60)
        got += map(pickle.loads, ours.recv())
    assert got == [Item(-1), Done(), Item(-2), Done()]
    fifo.write_text("now", encoding="utf-8")
    assert isinstance(pickle.loads(ours.recv()[0]), Item)
    ours.close()
    process.join()


def test_answers_wait_longer_for_each_other_the_more_there_are_but_never_too_long(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now = [100.0]
    monkeypatch.setattr(reading_process.time, "monotonic", lambda: now[0])
    pipe = Kept()
    answers = reading_process._Answers(cast(Connection, pipe), [0, 0])
    for number in range(200):
        answers.end(Done(trace=str(number)))
        now[0] += 0.002
    sizes = list(map(len, pipe.parcels))
    assert sizes[:4] == [1, 6, 11, 16]
    assert set(sizes[3:]) == {reading_process.PARCEL_ANSWERS}
    answers.send_all()
    told = [done.trace for parcel in pipe.parcels for done in parcel if isinstance(done, Done)]
    assert told == list(map(str, range(200)))


def test_too_much_memory_is_an_error_of_the_file() -> None:
    (done,) = answers(f"{__name__}:_hoard", "/in/bomb.docx")
    assert isinstance(done, Done) and isinstance(done.error, UnreadableFile)
    assert "bomb.docx" in str(done.error) and "memory" in str(done.error)


def _hoard(_path: str) -> int:
    return len(bytearray(5 << 30))


@posix
def test_the_process_ends_with_its_parent() -> None:
    """A parent that is killed cannot tell its processes to stop."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    parent = context.Process(target=be_parent, args=(theirs,))
    parent.start()
    theirs.close()
    assert ours.recv() == "started"
    parent.kill()
    parent.join()
    # The child holds the other end of this pipe: it is closed when the child is gone.
    assert ours.poll(60)
    with pytest.raises(EOFError):
        ours.recv()


def be_parent(connection: Connection) -> None:
    context = multiprocessing.get_context("spawn")
    child = context.Process(target=never_end, args=(connection,), daemon=True)
    child.start()
    connection.send("started")
    child.join()


def never_end(connection: Connection) -> None:
    ours, theirs = multiprocessing.Pipe()
    theirs.send([Request("time:sleep", (600,))])
    reading_process.serve(ours, [0, 0])
    connection.close()


def test_markup_is_read_first_and_text_when_there_is_none() -> None:
    page = b"<h1>Allies meet</h1><p>" + b"The allies met in Brussels on Monday. " * 8
    name = "pasted page.html"
    (read,) = reading_process.read_selection(name, page, "Allies", "https://example.org/1")
    assert read.result.articles[0].headline == "Allies meet"
    assert read.result.articles[0].url == "https://example.org/1"
    (plain,) = reading_process.read_selection(name, b"", "Talks begin\n\nThey began.", "")
    assert plain.result.articles[0].headline == "Talks begin"
    with pytest.raises(UnreadableFile):
        list(reading_process.read_selection(name, b"", "  ", ""))
