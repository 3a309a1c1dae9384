"""Which reader takes a file, and what is said of the others."""

from __future__ import annotations

import pytest

from briefing_app.errors import BriefingError, UnreadableFile, UnsupportedFormat
from briefing_app.readers import EXTENSIONS, read_bytes
from briefing_app.readers.incoming import Incoming
from briefing_app.readers.registry import MEGABYTE, recognise


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.html", b"<p>x</p>"),
        ("a.txt", b"<!DOCTYPE html><html>"),
        ("a", b"\xef\xbb\xbf<html lang=en>"),
        ("a.htm", b"some <b>text</b>"),
        ("a.txt", b"<?xml version='1.0'?><!-- x --><html xmlns='x'>"),
        ("a.html", "<html><p>x".encode("utf-16")),
    ],
)
def test_a_web_page_is_known_by_its_content(name: str, data: bytes) -> None:
    assert recognise(Incoming(name, data)).name == "web page"


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.txt", b"text"), ("a", b"text"), ("a.md", b"# Head"), ("a.html", b"no tags at all"),
     ("a.txt", "text text".encode("utf-16")), ("a.txt", b"a < b and <c> is no tag")],
)  # fmt: skip
def test_other_text_is_plain_text(name: str, data: bytes) -> None:
    assert recognise(Incoming(name, data)).name == "plain text"


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.url", b"[InternetShortcut]", "only a link"),
        ("a.bin", bytes(range(256)) * 20, "not a text file"),
        ("a.heic", b"\0\0\0\x18ftypheic" + bytes(90), "pictures"),
        ("live.heic", b"\0\0\0\x18ftyphevc" + bytes(90), "pictures"),
        ("burst.heic", b"\0\0\0\x18ftypmsf1" + bytes(90), "pictures"),
        ("a.vcf", b"BEGIN:VCARD\r\nFN:Lena Aarts\r\nEND:VCARD\r\n", "a contact"),
        ("meeting", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "calendars"),
        ("a.mp4", b"\0\0\0\x18ftypmp42" + bytes(90), "sound and films"),
        ("a.exe", b"MZ\x90\0" * 50, "programs"),
        ("a.ogg", b"OggS\0" + bytes(90), "sound and films"),
        ("a.mobi", b"A book".ljust(60, b"\0") + b"BOOKMOBI" + bytes(90), "Kindle"),
        ("a.pst", b"!BDN" + bytes(90), "Outlook data file"),
        ("a.one", bytes.fromhex("e4525c7b8cd8a74d") + bytes(90), "OneNote"),
        ("a.lnk", b"L\0\0\0\x01\x14\x02\0" + bytes(90), "only a shortcut"),
        ("a.ps", b"%!PS-Adobe-3.0\n(Hello) show\n", "PostScript"),
        ("a.p7m", b"0\x82" + bytes(90), "encrypted or signed"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_way_out(name: str, data: bytes, words: str) -> None:
    with pytest.raises(UnsupportedFormat, match=words) as refused:
        read_bytes(name, data)
    assert name in refused.value.message
    assert refused.value.hint.startswith("Save ")


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\xef\xbb\xbf", b"\xff\xfe", b"\0" * 4000])
def test_an_empty_file_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFile, match=r"“a\.txt”: the file is empty"):
        read_bytes("a.txt", data)


def test_a_page_that_is_too_large_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="larger than 25 MB"):
        recognise(Incoming("a.html", b"<html>" + b"x" * (25 * MEGABYTE)))


def test_the_file_is_named_in_what_a_reader_refuses() -> None:
    with pytest.raises(BriefingError, match=r"“empty\.html”: there is no text"):
        read_bytes("empty.html", b"<html><body></body></html>")


def test_extensions_are_lower_case_with_a_dot() -> None:
    assert {".txt", ".md", ".html", ".htm", ".xhtml"} <= set(EXTENSIONS)
    assert all(e.startswith(".") and e == e.lower() for e in EXTENSIONS)
