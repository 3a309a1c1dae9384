"""Files dragged out of an archive manager."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from briefing_app.gui.intake.archive_drags import archive_of, members


def dragged(archive: Path, *names: str) -> bytes:
    return "\r\n".join([archive.as_uri(), "", "copy", "/", *names, ""]).encode()


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    with zipfile.ZipFile(tmp_path / "a b.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.mkdir("folder")
        packed.writestr("folder/one.txt", "One")
        packed.writestr("long.txt", "x" * 1_000)
    return tmp_path / "a b.zip"


def test_each_file_comes_once_and_by_its_own_name(archive: Path) -> None:
    raw = dragged(archive, "/folder/one.txt", "folder/one.txt", "folder/", "gone.txt")
    assert archive_of(raw) == str(archive)
    assert list(members(raw, 5_000)) == [("one.txt", b"One")]


def test_names_of_an_archive_that_does_not_say_its_encoding_are_understood(archive: Path) -> None:
    raw = archive.read_bytes()
    archive.write_bytes(raw.replace(b"one.txt", "öé.txt".encode("cp437") + b"x"))
    assert list(members(dragged(archive, "folder/öé.txtx"), 5_000)) == [("öé.txtx", b"One")]
    archive.write_bytes(raw.replace(b"one.txt", "ö–.tx"[:2].encode() + b".x"))
    assert list(members(dragged(archive, "folder/ö–.x"), 5_000)) == [("ö–.x", b"One")]


def test_what_is_too_long_is_left_out(archive: Path) -> None:
    assert list(members(dragged(archive, "long.txt"), 999)) == []


def test_what_is_damaged_gives_nothing(archive: Path) -> None:
    raw = bytearray(archive.read_bytes())
    at = raw.index(b"long.txt") + len("long.txt")
    raw[at : at + 4] = b"\xff\xff\xff\xff"
    archive.write_bytes(raw)
    assert list(members(dragged(archive, "long.txt"), 5_000)) == []


@pytest.mark.parametrize(
    "raw", [b"", b"\n\n\n\n", b"http://example.org/a.zip\r\n\r\ncopy\r\n/\r\na"]
)
def test_whatever_else_is_said_gives_nothing(raw: bytes) -> None:
    assert archive_of(raw) == ""
    assert list(members(raw, 5_000)) == []
