"""Templates are opened with care: what is refused, and with which words."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing_app.errors import BriefingError, PasswordNeeded, UnreadableFile, UnsupportedFormat
from briefing_app.memo.office_template import package as office_template_package
from briefing_app.memo.office_template.package import DOCUMENT as WORD_DOCUMENT
from briefing_app.memo.office_template.package import Package, read
from briefing_app.memo.office_template.template import open_template
from tests.memo.office_templates import (
    DOCUMENT,
    MINIMAL,
    STYLES,
    TYPES,
    WORD,
    dotx,
    edited,
    letterhead,
    minimal,
    related,
    typed,
)

VBA = "application/vnd.ms-office.vbaProject"
MACROS = f"{WORD}.document.main+xml", "application/vnd.ms-word.document.macroEnabled.main+xml"


def replaced(there: str, instead: str) -> Callable[[str], str]:
    return lambda text: text.replace(there, instead, 1)


def with_vba(name: str) -> bytes:
    return edited(minimal(), {TYPES: typed(name, VBA)}, {name: b"\xd0\xcf\x11\xe0 macros"})


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in MINIMAL.items():
            archive.writestr(name, text)
        archive.writestr("word/media/image1.bmp", b"\0" * 20_000_000)
    return out.getvalue()


def many_bombs() -> bytes:
    """Each packed little enough to look harmless; together too large."""
    out = io.BytesIO()
    block = bytes(range(256)) * 4000
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in MINIMAL.items():
            archive.writestr(name, text)
        for number in range(250):
            archive.writestr(f"word/media/image{number}.bmp", block)
    return out.getvalue()


def locked_member() -> bytes:
    data = bytearray(minimal())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1
    return bytes(data)


def twice() -> bytes:
    out = io.BytesIO(minimal())
    with zipfile.ZipFile(out, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr(DOCUMENT, "<x/>")
    return out.getvalue()


def strict() -> bytes:
    strict_names = {
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships": (
            "http://purl.oclc.org/ooxml/officeDocument/relationships"
        ),
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main": (
            "http://purl.oclc.org/ooxml/wordprocessingml/main"
        ),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in MINIMAL.items():
            for old, new in strict_names.items():
                text = text.replace(old, new)
            archive.writestr(name, text)
    return out.getvalue()


BILLION = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'


def with_doctype(text: str) -> str:
    return text.replace("<w:", f"{BILLION}<w:", 1)


REFUSED: list[tuple[str, Callable[[], bytes], type[BriefingError], str]] = [
    ("a.docm", minimal, UnsupportedFormat, "macros"),
    ("a.DOTM", minimal, UnsupportedFormat, "macros"),
    ("a.docx", lambda: edited(minimal(), {TYPES: replaced(*MACROS)}), UnsupportedFormat, "macros"),
    ("a.dotx", lambda: with_vba("word/vbaProject.bin"), UnsupportedFormat, "macros"),
    ("a.dotx", lambda: with_vba("word/innocent.bin"), UnsupportedFormat, "macros"),
    (
        "a.docx",
        lambda: edited(
            letterhead(),
            {"word/_rels/document.xml.rels": related("rX", "http://x/vbaProject", "styles.xml")},
        ),
        UnsupportedFormat,
        "macros",
    ),
    ("a.docx", lambda: b"", UnsupportedFormat, "not a Word document"),
    ("a.docx", lambda: b"{\\rtf1 text}", UnsupportedFormat, "not a Word document"),
    ("a.doc", lambda: b"\xd0\xcf\x11\xe0" + bytes(600), UnsupportedFormat, "not a Word document"),
    ("a.docx", strict, UnsupportedFormat, "Strict Open XML"),
    (
        "a.docx",
        lambda: edited(minimal(), {TYPES: replaced("wordprocessingml", "spreadsheetml")}),
        UnsupportedFormat,
        "not a Word document",
    ),
    (
        "a.docx",
        lambda: b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"),
        PasswordNeeded,
        "locked with a password",
    ),
    ("a.docx", locked_member, PasswordNeeded, "locked with a password"),
    ("a.docx", lambda: letterhead()[:-200], UnsupportedFormat, "not a Word document"),
    ("a.docx", lambda: edited(minimal(), {DOCUMENT: replaced("/>", ">")}), UnreadableFile, "damag"),
    ("a.docx", twice, UnreadableFile, "damaged"),
    (
        "a.docx",
        lambda: edited(letterhead(), {DOCUMENT: with_doctype}),
        UnreadableFile,
        "document type",
    ),
    (
        "a.docx",
        lambda: edited(letterhead(), {STYLES: with_doctype}),
        UnreadableFile,
        "document type",
    ),
    ("a.docx", bomb, UnreadableFile, "too large"),
    ("a.docx", many_bombs, UnreadableFile, "too large"),
]


@pytest.mark.parametrize(("name", "make", "error", "words"), REFUSED)
def test_a_template_that_cannot_be_trusted_is_refused(
    tmp_path: Path, name: str, make: Callable[[], bytes], error: type[BriefingError], words: str
) -> None:
    (tmp_path / name).write_bytes(make())
    with pytest.raises(error, match=words) as raised:
        open_template(tmp_path / name)
    assert name in raised.value.message
    assert raised.value.hint.endswith(".")
    assert str(tmp_path) not in raised.value.message


def test_a_byte_that_fell_over_is_noticed(tmp_path: Path) -> None:
    data = bytearray(letterhead())
    at = data.index(b"word/document.xml") + 200
    data[at : at + 50] = bytes(50)
    (tmp_path / "a.docx").write_bytes(data)
    with pytest.raises(UnreadableFile, match="damaged"):
        read(tmp_path / "a.docx")


def test_a_template_that_is_not_there_is_named_whole(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="is not there") as raised:
        read(tmp_path / "gone.dotx")
    assert str(tmp_path / "gone.dotx") in raised.value.message
    assert "Choose the template again" in raised.value.hint


def test_a_folder_is_no_template(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="could not be read"):
        read(tmp_path)


def test_a_large_file_is_not_even_read(tmp_path: Path) -> None:
    with (tmp_path / "a.docx").open("wb") as file:
        file.truncate(office_template_package.MOST_BYTES + 1)
    with pytest.raises(UnreadableFile, match="too large"):
        read(tmp_path / "a.docx")


def test_a_template_becomes_a_document(tmp_path: Path) -> None:
    (tmp_path / "a.dotx").write_bytes(dotx())
    package = read(tmp_path / "a.dotx")
    assert package.type_of(package.related("", "officeDocument")) == WORD_DOCUMENT


def packed(package: Package) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(package.pack())) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_parts_that_nothing_leads_to_are_left_behind(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(
        edited(letterhead(), added={"word/secret.xml": b"<x/>", "notes.txt": b"x"})
    )
    parts = packed(read(tmp_path / "a.docx"))
    assert "word/document.xml" in parts
    assert not {"word/secret.xml", "notes.txt"} & set(parts)


def test_a_new_part_takes_no_name_and_no_id_that_is_taken(tmp_path: Path) -> None:
    changes = {
        "word/_rels/document.xml.rels": related("rAdd1", "hyperlink", "http://x/", "External")
    }
    (tmp_path / "a.docx").write_bytes(edited(letterhead(), changes))
    package = read(tmp_path / "a.docx")
    root = package.roots["word/styles.xml"]
    assert package.add("word/document.xml", "styles", "word/styles.xml", root) == "word/styles2.xml"
    ids = [relation.id for relation in package.relations["word/document.xml"]]
    assert len(ids) == len(set(ids))
    assert "word/styles2.xml" in packed(package)


def test_a_relationship_that_leads_nowhere_is_forgotten(tmp_path: Path) -> None:
    changes = {"word/_rels/document.xml.rels": related("rVoid", "image", "../NULL")}
    (tmp_path / "a.docx").write_bytes(edited(letterhead(), changes))
    package = read(tmp_path / "a.docx")
    assert "rVoid" not in {relation.id for relation in package.relations["word/document.xml"]}


def test_the_same_package_gives_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(letterhead())
    assert read(tmp_path / "a.docx").pack() == read(tmp_path / "a.docx").pack()
