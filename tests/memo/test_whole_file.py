"""Files are written whole, and not over what somebody has open."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing_app.errors import TargetInUse, UnreadableFile
from briefing_app.memo.whole_file import free_path, write_whole


def test_a_file_is_written_and_replaced(tmp_path: Path) -> None:
    path = tmp_path / "memo.docx"
    for data in (b"first", b"second"):
        write_whole(path, data)
        assert path.read_bytes() == data
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("mark", [".~lock.memo.docx#", "~$memo.docx", "~$mo.docx"])
def test_what_is_open_elsewhere_is_left_alone(tmp_path: Path, mark: str) -> None:
    path = tmp_path / "memo.docx"
    path.write_bytes(b"theirs")
    (tmp_path / mark).touch()
    with pytest.raises(TargetInUse, match="open in another program"):
        write_whole(path, b"ours")
    assert path.read_bytes() == b"theirs"


def test_a_mark_left_by_a_crash_stops_no_new_file(tmp_path: Path) -> None:
    (tmp_path / "~$memo.docx").touch()
    write_whole(tmp_path / "memo.docx", b"ours")
    assert (tmp_path / "memo.docx").read_bytes() == b"ours"


def test_no_folder_and_read_only_files_are_said(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="no folder"):
        write_whole(tmp_path / "gone" / "memo.docx", b"")
    path = tmp_path / "memo.docx"
    path.write_bytes(b"old")
    path.chmod(0o444)
    with pytest.raises(UnreadableFile, match="read-only"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"


def test_nothing_half_written_is_left(tmp_path: Path) -> None:
    path = tmp_path / "memo.docx"
    path.mkdir()
    with pytest.raises(UnreadableFile):
        write_whole(path, b"new")
    assert list(tmp_path.iterdir()) == [path]


def test_another_name_is_the_first_free_one(tmp_path: Path) -> None:
    path = tmp_path / "memo.docx"
    assert free_path(path) == path
    path.touch()
    (tmp_path / "memo (2).docx").touch()
    assert free_path(path) == tmp_path / "memo (3).docx"
