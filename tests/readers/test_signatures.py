"""What the first bytes of a file tell."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

import pytest

from briefing_app.readers import signatures
from briefing_app.readers.incoming import Incoming


@pytest.mark.parametrize("data", [b"", b" \r\n", b"\0" * 100, b"\xff\xfe", b"\xef\xbb\xbf\n"])
def test_blanks_and_byte_order_marks_are_nothing(data: bytes) -> None:
    assert signatures.is_empty(Incoming("a.txt", data))


def test_one_letter_is_something() -> None:
    assert not signatures.is_empty(Incoming("a.txt", b" a "))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "cp1252", "utf-32"])
def test_text_in_any_encoding_is_text(encoding: str) -> None:
    assert signatures.is_text(Incoming("a", "Straße, café and more words".encode(encoding)))


def test_bytes_of_all_values_are_no_text() -> None:
    assert not signatures.is_text(Incoming("a.txt", bytes(range(256)) * 20))


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.txt", b"%PDF-1.4\n"), ("a", b"\n\0%PDF-2.0"), ("a.pdf", b"HTTP/1.1 200 OK\r\n\r\n%PDF-")],
)
def test_a_pdf_file_is_known_by_its_first_bytes(name: str, data: bytes) -> None:
    assert signatures.is_pdf(Incoming(name, data))


def test_a_text_about_pdf_is_no_pdf() -> None:
    assert not signatures.is_pdf(Incoming("a.txt", b"A file that begins with %PDF- is a PDF."))


@pytest.mark.parametrize("data", [b"<!---->" * 600, b"<?x?>" * 900, b"<!DOCTYPE a>" * 400])
def test_a_long_prolog_takes_no_time(data: bytes) -> None:
    assert signatures.xml_root(Incoming("a.txt", data)) == b""
    assert not signatures.is_html(Incoming("a.txt", data))


@pytest.mark.parametrize(
    ("data", "root"),
    [
        (b"<?xml version='1.0'?><!-- x --><?y?><!DOCTYPE a [<!ELEMENT b>]>\n<x:rss z='1'>", b"rss"),
        ("<?xml version='1.0'?><feed>".encode("utf-16"), b"feed"), (b"<a", b""), (b"text <a>", b""),
    ],
)  # fmt: skip
def test_the_root_of_xml_is_found(data: bytes, root: bytes) -> None:
    assert signatures.xml_root(Incoming("a", data)) == root


@pytest.mark.parametrize(
    ("knows", "data"),
    [
        (signatures.is_feed, b"<rss version='2.0'>"),
        (signatures.is_feed, b"<rdf:RDF xmlns='http://purl.org/rss/1.0/'>"),
        (signatures.is_feed, b"<entry xmlns='http://www.w3.org/2005/Atom'>"),
        (signatures.is_newsml, b"<newsItem xmlns='x'>"),
        (signatures.is_ninjs, b'{"uri": "x", "versioncreated": "2020-01-06"}'),
        (signatures.is_ninjs, b'[{"bodies" : []}]'),
        (signatures.is_csl_json, b'[{"type": "article-newspaper", "title": "x"}]'),
        (signatures.is_ris, b"\xef\xbb\xbfTY  - NEWS\r\nTI  - x\r\nER  - \r\n"),
        (signatures.is_bibtex, b"% x\n@article{key,\n  title = {x}}"),
        (signatures.is_link, b"[InternetShortcut]\nURL=x"),
        (signatures.is_zip, b"PK\5\6"),
    ],
)
def test_what_is_written_by_machines_is_known_by_its_content(
    knows: Callable[[Incoming], bool], data: bytes
) -> None:
    assert knows(Incoming("a.txt", data))
    assert not knows(Incoming("a.txt", b'TY is not @article{ {"bodies" <rss> [Desktop Entry]'))


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100)


@pytest.mark.parametrize(
    ("name", "data", "is_word"),
    [
        ("a.doc", OLE + "WordDocument".encode("utf-16-le"), True),
        ("a", OLE + "WordDocument".encode("utf-16-le"), True),
        ("a.xls", OLE + "WordDocument Workbook".encode("utf-16-le"), False),
        ("a.docx", OLE + "WordDocument EncryptedPackage".encode("utf-16-le"), False),
        ("a.doc", b"\xdb\xa5\x2d\0" + bytes(90), True),
        ("a", b"\xfe7\0\x23" + bytes(90), True),
        ("a.doc", b"<html>A page that is called a document.</html>", False),
    ],
)
def test_old_word_is_known_by_its_content(name: str, data: bytes, is_word: bool) -> None:
    assert signatures.is_old_word(Incoming(name, data)) == is_word


@pytest.mark.parametrize(
    ("knows", "data"),
    [
        (signatures.is_flat_word, b"<?xml version='1.0'?><pkg:package xmlns:pkg="
         b"'http://schemas.microsoft.com/office/2006/xmlPackage'/>"),
        (signatures.is_word_2003, b"<?mso-application progid='Word.Document'?><w:wordDocument "
         b"xmlns:w='http://schemas.microsoft.com/office/word/2003/wordml'/>"),
        (signatures.is_flat_open_document, b"<office:document office:mimetype="
         b"'application/vnd.oasis.opendocument.text'/>"),
    ],
)  # fmt: skip
def test_documents_in_one_xml_file_are_known_by_their_root(
    knows: Callable[[Incoming], bool], data: bytes
) -> None:
    assert knows(Incoming("a.xml", data))
    assert not knows(Incoming("a.xml", b"<document><p>Text of another kind.</p></document>"))


def test_a_flat_spreadsheet_is_no_text() -> None:
    sheet = b"<office:document office:mimetype='application/vnd.oasis.opendocument.spreadsheet'/>"
    assert not signatures.is_flat_open_document(Incoming("a.fods", sheet))


@pytest.mark.parametrize(
    ("name", "inside", "extension"),
    [
        ("a.pages", "Index/Document.iwa", ".pages"),
        ("a.pages", "a.pages/Index.zip", ".pages"),
        ("a.pages", "index.xml.gz", ".pages"),
        ("a.pages", "a.txt", ""),
        ("a.zip", "Index/Document.iwa", ""),
    ],
)
def test_documents_of_pages_are_known_by_what_is_in_them(
    name: str, inside: str, extension: str
) -> None:
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        archive.writestr(inside, "x")
    assert signatures.foreign_document(Incoming(name, made.getvalue())) == extension
