"""What the first bytes of a file tell."""

from __future__ import annotations

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
