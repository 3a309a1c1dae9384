"""The parts of an office file, and how bad ones are refused."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from briefing_app.errors import UnreadableFile
from briefing_app.readers.documents.office_zip import PARTS, OfficeZip, attribute


def packed(**parts: str | bytes) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return stream.getvalue()


def test_a_part_is_found_with_or_without_a_slash() -> None:
    archive = OfficeZip(packed(a="<x y='1'/>"))
    assert archive.bytes_of("/a") == archive.bytes_of("a") == b"<x y='1'/>"
    assert attribute(archive.xml("a"), "y") == "1"


def test_a_part_that_is_missing_is_empty() -> None:
    archive = OfficeZip(packed(a="x"))
    assert archive.bytes_of("b") == b""
    assert len(archive.xml("b")) == 0
    assert attribute(archive.xml("b"), "y") == ""


@pytest.mark.parametrize(
    ("part", "words"),
    [
        (b"<x>", "damaged"),
        (b"\xff\xfe\xff", "damaged"),
        (b"<!DOCTYPE x SYSTEM 'file:///etc/passwd'><x/>", "document type"),
        ("<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>".encode("utf-16"), "document type"),
        (b"<x>" * 1000 + b"</x>" * 1000, "damaged"),
        (b"a" * 6_000_000, "unreasonable size"),
    ],
)
def test_a_bad_part_is_refused(part: bytes, words: str) -> None:
    with pytest.raises(UnreadableFile, match=words):
        OfficeZip(packed(a=part)).xml("a")


def test_a_part_is_unpacked_no_further_than_it_says() -> None:
    data = bytearray(packed(a="x" * 4_000_000))
    for at in (data.index(b"PK\3\4") + 22, data.index(b"PK\1\2") + 24):
        data[at : at + 4] = (1000).to_bytes(4, "little")
    with pytest.raises(UnreadableFile, match="damaged"):
        OfficeZip(bytes(data)).bytes_of("a")


def test_an_encrypted_part_is_refused() -> None:
    data = bytearray(packed(a="x"))
    data[data.index(b"PK\3\4") + 6] |= 1
    data[data.index(b"PK\1\2") + 8] |= 1
    with pytest.raises(UnreadableFile):
        OfficeZip(bytes(data)).bytes_of("a")


def test_a_file_of_too_many_parts_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="too many parts"):
        OfficeZip(packed(**{str(number): "" for number in range(PARTS + 1)}))


def test_what_is_no_archive_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="damaged"):
        OfficeZip(b"PK\3\4")
