"""A folder in which new files appear."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing_app import settings
from briefing_app.gui.intake.watch import FolderWatch

SETTLE_MS = 60


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "Downloads"
    folder.mkdir()
    (folder / "old.txt").write_text("old")
    return folder


@pytest.fixture
def begin(qtbot, folder: Path) -> Callable[[], FolderWatch]:
    """Begins to watch, as a start of the program does."""

    def begin() -> FolderWatch:
        watch = FolderWatch(settle_ms=SETTLE_MS)
        watch.watch(str(folder))
        qtbot.waitUntil(lambda: bool(watch._watcher.directories()))
        return watch

    return begin


def told(qtbot, watch: FolderWatch) -> dict[str, str]:
    with qtbot.waitSignal(watch.found, timeout=10_000) as heard:
        pass
    return heard.args[0]


def test_a_new_file_is_told_with_its_digest_and_old_ones_are_not(
    qtbot, begin, folder: Path
) -> None:
    watch = begin()
    (folder / "new.html").write_bytes(b"new")
    digest = hashlib.sha256(b"new").hexdigest()
    assert told(qtbot, watch) == {str(folder / "new.html"): digest}


def test_files_that_come_together_are_told_together(qtbot, begin, folder: Path) -> None:
    watch = begin()
    for number in range(3):
        (folder / f"{number}.txt").write_text("new")
    assert len(told(qtbot, watch)) == 3


def test_what_is_no_article_or_not_complete_is_passed_over(qtbot, begin, folder: Path) -> None:
    watch = begin()
    for name in ("a.png", "b.pdf.crdownload", ".hidden.txt", "~$c.docx", "d.part"):
        (folder / name).write_text("x")
    (folder / "empty.txt").touch()
    (folder / "folder.txt").mkdir()
    (folder / "link.txt").symlink_to(folder / "old.txt")
    (folder / "new.txt").write_text("new")
    assert list(told(qtbot, watch)) == [str(folder / "new.txt")]


def test_a_file_that_still_grows_is_waited_for(qtbot, begin, folder: Path) -> None:
    watch = begin()
    heard: list[dict[str, str]] = []
    watch.found.connect(heard.append)
    file = folder / "new.txt"
    for size in range(1, 6):
        file.write_text("x" * size)
        qtbot.wait(SETTLE_MS // 3)
        assert not heard
    assert told(qtbot, watch) == {str(file): hashlib.sha256(b"xxxxx").hexdigest()}


def test_what_was_answered_for_is_not_told_again_not_even_after_a_restart(
    qtbot, begin, folder: Path
) -> None:
    watch = begin()
    (folder / "new.txt").write_text("new")
    watch.settle(told(qtbot, watch))
    again = begin()
    (folder / "newer.txt").write_text("newer")
    assert list(told(qtbot, again)) == [str(folder / "newer.txt")]


def test_what_came_while_the_program_was_not_running_is_told(qtbot, begin, folder: Path) -> None:
    begin().deleteLater()
    (folder / "meanwhile.txt").write_text("new")
    watch = FolderWatch(settle_ms=SETTLE_MS)
    watch.watch(str(folder))
    assert list(told(qtbot, watch)) == [str(folder / "meanwhile.txt")]


def test_unanswered_files_are_told_again_with_the_next(qtbot, begin, folder: Path) -> None:
    watch = begin()
    (folder / "a.txt").write_text("a")
    told(qtbot, watch)
    (folder / "b.txt").write_text("b")
    assert {Path(path).name for path in told(qtbot, watch)} == {"a.txt", "b.txt"}


def test_a_folder_that_is_missing_is_said_once(qtbot, tmp_path: Path) -> None:
    watch = FolderWatch(settle_ms=SETTLE_MS)
    heard: list[str] = []
    watch.failed.connect(heard.append)
    with qtbot.waitSignal(watch.failed):
        watch.watch(str(tmp_path / "gone"))
    watch.watch(str(tmp_path / "gone"))
    watch._look()
    qtbot.wait(SETTLE_MS)
    assert heard == [str(tmp_path / "gone")]


def test_a_folder_that_comes_back_is_watched_again(qtbot, folder: Path) -> None:
    watch = FolderWatch(settle_ms=SETTLE_MS, retry_ms=SETTLE_MS)
    watch.watch(str(folder))
    qtbot.waitUntil(lambda: bool(watch._watcher.directories()))
    with qtbot.waitSignal(watch.failed, timeout=10_000):
        shutil.rmtree(folder)
    folder.mkdir()
    (folder / "new.txt").write_text("new")
    assert [Path(path).name for path in told(qtbot, watch)] == ["new.txt"]


def test_watching_can_end(qtbot, begin, folder: Path) -> None:
    watch = begin()
    watch.watch("")
    assert watch.folder == ""
    assert not watch._watcher.directories()


@pytest.mark.parametrize("memory", ["", "{", "[]", '{"folder": 3}', '{"files": {"a": 1}}'])
def test_a_damaged_memory_is_a_new_beginning(qtbot, begin, folder: Path, memory: str) -> None:
    settings.config_folder().mkdir(exist_ok=True)
    (settings.config_folder() / "watched.json").write_text(memory)
    watch = begin()
    (folder / "new.txt").write_text("new")
    os.utime(folder / "new.txt", ns=(1, 1))
    assert list(told(qtbot, watch)) == [str(folder / "new.txt")]
