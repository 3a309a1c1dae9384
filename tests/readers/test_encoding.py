"""Encodings: what a file is in, with and without a word from it."""

from __future__ import annotations

import pytest

from briefing_app.readers.encoding import decode

ENGLISH = "“We are united,” the alliance’s chief said – in Brussels, at a price of €5 million… " * 3
GERMAN = "Der Außenminister erklärte, die Lösung müsse früher kommen als für möglich gehalten. " * 3
CZECH = "Předseda vlády řekl, že příští týden přijede do Bruselu a že čeká rychlé řešení. " * 3
ARABIC = "وقالت الحكومة في بيانها إن البرنامج النووي لم يعد يواجه أي قيود بعد هذا اليوم. " * 6
RUSSIAN = "Министр заявил, что переговоры в Брюсселе продолжатся на следующей неделе. " * 6


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
@pytest.mark.parametrize("text", [ENGLISH, GERMAN])
def test_unicode_is_read_without_being_told(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert decoded.sure


@pytest.mark.parametrize(
    ("text", "encoding"),
    [(ENGLISH, "cp1252"), (GERMAN, "cp1252"), (GERMAN, "mac_roman"), (CZECH, "cp1250"),
     (ARABIC, "cp1256"), (RUSSIAN, "cp1251"), (RUSSIAN, "koi8_r")],
)  # fmt: skip
def test_older_encodings_are_told_by_their_letters(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text


def test_the_declared_encoding_is_believed_where_it_fits() -> None:
    short = "Ελλάδα".encode("cp1253")
    assert decode(short, "windows-1253").text == "Ελλάδα"


def test_utf_8_is_believed_before_a_wrong_declaration() -> None:
    assert decode(GERMAN.encode(), "iso-8859-1").text == GERMAN


def test_latin_1_means_the_encoding_that_browsers_read_under_that_name() -> None:
    assert decode("“Yes”".encode("cp1252"), "ISO-8859-1").text == "“Yes”"


@pytest.mark.parametrize("declared", ["no-such-encoding", "rot13", "zlib", "", "utf-7\0"])
def test_a_nonsensical_declaration_does_no_harm(declared: str) -> None:
    assert decode(ENGLISH.encode("cp1252"), declared).text == ENGLISH


def test_utf_8_with_a_damaged_spot_stays_utf_8_and_is_not_sure() -> None:
    data = GERMAN.encode()
    decoded = decode(data[:100] + b"\xff" + data[100:])
    assert decoded.encoding == "utf-8"
    assert not decoded.sure
    assert decoded.text.count("\ufffd") == 1


def test_nothing_at_all_decodes_to_nothing() -> None:
    assert decode(b"").text == ""
