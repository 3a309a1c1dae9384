"""One writer at a time, and nobody locked out by the dead."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from briefing_app.errors import FileInUse, ReadOnlyFile
from briefing_app.store.lock import Lock, holder, lock_path

HOLD = """
import sys
from pathlib import Path
from briefing_app.store.lock import Lock
lock = Lock(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def path(tmp_path):
    return tmp_path / "a.briefing"


def test_a_lock_is_held_once_and_names_its_holder(path):
    lock = Lock(path)
    assert holder(path)["pid"] == str(os.getpid())
    with pytest.raises(FileInUse) as refused:
        Lock(path)
    assert holder(path)["user"] in refused.value.message
    assert holder(path)["host"] in refused.value.message
    assert "since 2" in refused.value.message
    lock.release()
    lock.release()
    Lock(path).release()


def test_a_released_lock_leaves_no_file(path, tmp_path):
    Lock(path).release()
    assert list(tmp_path.iterdir()) == []
    assert holder(path) == {}


def test_a_living_process_keeps_its_lock_and_a_killed_one_loses_it(path):
    command = [sys.executable, "-c", HOLD, str(path)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        with pytest.raises(FileInUse):
            Lock(path)
        process.kill()
    assert holder(path)["pid"] == str(process.pid)
    lock = Lock(path)
    assert holder(path)["pid"] == str(os.getpid())
    lock.release()


@pytest.mark.parametrize("left_behind", ["", "not json", "[1]", '{"user": "x"}', "x" * 5000])
def test_a_file_left_behind_locks_nobody_out(path, left_behind):
    lock_path(path).write_text(left_behind)
    lock = Lock(path)
    assert holder(path)["pid"] == str(os.getpid())
    lock.release()


def test_a_holder_that_cannot_be_named_still_holds(path):
    lock = Lock(path)
    lock_path(path).write_text("?")
    with pytest.raises(FileInUse, match=r"open for writing\."):
        Lock(path)
    lock.release()


def test_a_folder_that_takes_no_lock_file_is_read_only(tmp_path):
    with pytest.raises(ReadOnlyFile, match="folder"):
        Lock(tmp_path / "gone" / "a.briefing")


def test_a_lock_whose_file_was_removed_does_not_hold_up_the_next(path):
    first = Lock(path)
    lock_path(path).unlink()
    second = Lock(path)
    first_gone = holder(path)["pid"]
    assert first_gone == str(os.getpid())
    second.release()
    first.release()
