"""Protected Word documents, and the office files that are refused with a way out."""

from __future__ import annotations

import zipfile
from io import BytesIO

import docx
import pytest
from msoffcrypto.format.ooxml import OOXMLFile

from briefing_app.errors import PasswordNeeded, UnreadableFile, UnsupportedFormat
from briefing_app.readers import read_bytes
from briefing_app.readers.incoming import Incoming, Options
from briefing_app.readers.reading import read_whole
from tests.readers.compound_file import compound_file

TEXT = "The alliance met in Brussels on Monday and spoke about the mission in Iraq at length."
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100)


@pytest.fixture(scope="module")
def protected() -> bytes:
    """A Word document with the password "Bagdad"."""
    document = docx.Document()
    document.add_paragraph("The headline")
    document.add_paragraph(TEXT)
    plain, closed = BytesIO(), BytesIO()
    document.save(plain)
    OOXMLFile(plain).encrypt("Bagdad", closed)
    return closed.getvalue()


def read_with(password: str, data: bytes) -> str:
    return read_whole(Incoming("a.docx", data, options=Options(password))).articles[0].body


def test_a_protected_document_asks_for_its_password(protected: bytes) -> None:
    with pytest.raises(PasswordNeeded, match=r"“a\.docx”: the document is protected by a password"):
        read_with("", protected)


def test_the_wrong_password_is_said_to_be_wrong(protected: bytes) -> None:
    with pytest.raises(PasswordNeeded, match="not its password"):
        read_with("Basra", protected)


def test_the_right_password_opens_it(protected: bytes) -> None:
    assert read_with("Bagdad", protected) == TEXT


def test_the_original_of_a_protected_document_stays_protected(protected: bytes) -> None:
    read = read_whole(Incoming("a.docx", protected, options=Options("Bagdad")))
    assert read.original.data == protected


@pytest.mark.parametrize(
    ("sound", "damaged"),
    [(b"<encryption", b"<xncryption"), (b'spinCount="100000"', b'spinCount="2000000000"')],
)
def test_a_damaged_protection_is_said_to_be_damaged(
    protected: bytes, sound: bytes, damaged: bytes
) -> None:
    assert sound in protected
    with pytest.raises(UnreadableFile, match="damaged"):
        read_with("Bagdad", protected.replace(sound, damaged))


@pytest.mark.parametrize(
    ("stream", "words", "way_out"),
    [
        ("Workbook", "spreadsheet", "Copy the text"),
        ("PowerPoint Document", "slides", "Copy the text"),
        ("Other", "cannot be read", "Save the article"),
    ],
)
def test_old_office_files_are_refused_with_a_way_out(stream: str, words: str, way_out: str) -> None:
    with pytest.raises(UnsupportedFormat, match=words) as refused:
        read_bytes("a.doc", OLE + stream.encode("utf-16-le"))
    assert way_out in refused.value.hint


def test_a_protected_document_of_old_word_asks_for_its_password() -> None:
    """Made by hand: no program at hand writes the old kind of protection."""
    head = b"\xec\xa5\xc1\0" + bytes(6) + b"\0\x01" + bytes(2000)
    data = compound_file({"WordDocument": head.ljust(5000, b"\0"), "0Table": bytes(5000)})
    with pytest.raises(PasswordNeeded, match=r"“a\.docx”: the document is protected"):
        read_with("", data)
    with pytest.raises(UnreadableFile, match="unknown kind, or damaged"):
        read_with("Basra", data)


@pytest.mark.parametrize("part", ["xl/workbook.xml", "ppt/presentation.xml"])
def test_spreadsheets_and_slides_are_no_articles(part: str) -> None:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("[Content_Types].xml", "<x/>")
        archive.writestr(part, "<x/>")
    with pytest.raises(UnsupportedFormat, match="spreadsheet or a set of slides"):
        read_bytes("a.xlsx", stream.getvalue())
