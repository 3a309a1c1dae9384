"""Names in ZIP archives that do not say in what encoding they are."""

from __future__ import annotations

import struct
import zlib

import pytest

from briefing_app.domain.article import ReadFile
from briefing_app.readers import read_bytes
from briefing_app.readers.archives.archive_names import names_in_words

TEXT = b"The headline of it\n\nThe alliance met in Brussels on Monday and spoke about Iraq."


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("cp437", "Müller über Größe.txt"), ("cp1252", "Müller über Größe.txt"),
        ("cp437", "Ärzte.doc"), ("cp1252", "café.txt"), ("cp1252", "Élysée – réunion.pdf"),
        ("cp850", "É tudo.txt"), ("cp866", "Статья о НАТО.txt"), ("cp1251", "Статья о НАТО.txt"),
        ("cp932", "記事一覧.txt"), ("cp932", "ニュース.txt"), ("gbk", "关于北约的文章.txt"),
        ("big5", "新聞報導.txt"), ("cp949", "기사 모음.txt"), ("utf-8", "Müller 記事.txt"),
    ],
)  # fmt: skip
def test_a_name_is_read_as_its_maker_wrote_it(encoding: str, name: str) -> None:
    assert names_in_words([name.encode(encoding), b"plain.txt"]) == [name, "plain.txt"]


def test_each_name_in_utf_8_is_read_as_that() -> None:
    raw = ["Статья.txt".encode("cp866"), "Новость.txt".encode()]
    assert names_in_words(raw) == ["Статья.txt", "Новость.txt"]
    assert names_in_words([]) == []


def packed(name: bytes) -> bytes:
    """An archive with one file whose name has no mark that tells its encoding."""
    sizes = (zlib.crc32(TEXT), len(TEXT), len(TEXT), len(name))
    local = struct.pack("<IHHHHHIIIHH", 0x04034B50, 20, 0, 0, 0, 0x5021, *sizes, 0) + name + TEXT
    central = struct.pack("<IHHHHHHIIIHHHHHII", 0x02014B50, 20, 20, 0, 0, 0, 0x5021, *sizes,
                          0, 0, 0, 0, 0, 0) + name  # fmt: skip
    end = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, 1, 1, len(central), len(local), 0)
    return local + central + end


@pytest.mark.parametrize(
    ("encoding", "name"),
    [("cp866", "Статья.txt"), ("cp932", "記事一覧.txt"), ("cp437", "Über.txt")],
)
def test_files_of_an_archive_have_such_names(encoding: str, name: str) -> None:
    (part,) = read_bytes("a.zip", packed(f"Ordner/{name}".encode(encoding))).parts
    assert isinstance(part, ReadFile)
    assert (part.original.name, part.original.path) == (name, f"a.zip/Ordner/{name}")
    assert part.articles[0].headline == "The headline of it"
